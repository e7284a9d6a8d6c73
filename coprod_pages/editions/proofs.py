"""Documents of a published edition made of texts that are not published: read before visitors do.

A proof becomes public in the moment its page is published with the texts it was made of. A page
published with other texts leaves nothing for a proof to become: it is deleted.
"""

from django.db import transaction

from .choices import State
from .making_models import Making
from .models import EditionPage
from .own_changes import own_changes


def shown_to_editors(edition: EditionPage) -> Making | None:
    """The documents that editors read: a proof that is ready, or else the last ones made."""
    done = Making.objects.filter(edition=edition.pk, state=State.DONE)
    return done.filter(is_proof=True).first() or done.first()


def can_be_published(edition: EditionPage, proof: Making | None) -> bool:
    """Whether `proof` is one, says what the latest text of `edition` says, and may be shown."""
    if proof is None or not proof.is_proof or proof.down_since is not None:
        return False
    return not own_changes(edition.get_latest_revision().content, proof.content)


@transaction.atomic
def publish_proof(edition: EditionPage) -> None:
    """Let the proof of what was just published be what visitors have; others are over."""
    proofs = Making.objects.filter(edition=edition.pk, is_proof=True)
    revision = edition.live_revision
    released = None
    # An edition that is being made may be published before it is ready, and is public then.
    usable = proofs.filter(down_since=None).exclude(state=State.FAILED)
    for proof in usable if revision is not None else ():
        if not own_changes(revision.content, proof.content):
            released = proof
            break
    if released is not None:
        Making.objects.filter(pk=released.pk).update(is_proof=False)
        others = Making.objects.filter(edition=edition.pk).exclude(pk=released.pk)
        (others if released.state == State.DONE else others.in_hand()).delete()
    proofs.delete()
