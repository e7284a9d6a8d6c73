"""How far the minutes of a meeting are: none, draft, agreed, changed since.

Whether they are agreed is no field of the page. A later meeting agrees exact words: that is a row
of its own (`models.MinutesAgreement`) with the digest of what was agreed. Words published
afterwards that are not those are draft again by themselves, whatever way they came there, and
restoring an old revision brings back no agreement to anything else.
"""

import hashlib
import json
import re
from typing import Any

from ..choices import MinutesState

# The editor numbers its paragraphs; that changes no word.
BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


class WithMinutes:
    """What a meeting knows of its own minutes."""

    minutes: Any
    minutes_document: Any
    minutes_document_id: Any
    decisions: Any

    @property
    def has_minutes(self) -> bool:
        """Whether there are minutes to read, in the page or as a document."""
        return bool(self.minutes or self.minutes_document_id)

    @property
    def minutes_digest(self) -> str:
        """Tells these minutes and decisions from any others, the document's content included."""
        document = self.minutes_document
        said = [
            BLOCK_KEY.sub("", self.minutes),
            [document.pk, document.file.name, document.file_hash] if document else None,
            [decision.text for decision in self.decisions.all()],
        ]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()

    @property
    def minutes_state(self) -> MinutesState:
        """Agreed only if these are the words that a later meeting agreed."""
        agreement = getattr(self, "minutes_agreement", None)
        if agreement is None:
            return MinutesState.DRAFT
        is_same = agreement.digest == self.minutes_digest
        return MinutesState.AGREED if is_same else MinutesState.CHANGED

    @property
    def are_minutes_agreed(self) -> bool:
        """Whether a later meeting agreed the minutes as they are."""
        return self.minutes_state == MinutesState.AGREED
