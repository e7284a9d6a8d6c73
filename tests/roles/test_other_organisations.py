"""An editor cannot touch the case studies and files of another organisation by any route."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from coprod_pages.case_studies.models import CaseStudyPage
from coprod_pages.roles.groups import CVS_EDITORS
from coprod_pages.roles.membership import collection_of, set_organisations
from tests.editor_form import current_values, edit_url, post, save, text_of
from tests.factories import OrganisationFactory, case_study, person

pytestmark = pytest.mark.django_db


def signed_in(user: Any) -> Client:
    """A client for `user`."""
    client = Client()
    client.force_login(user)
    return client


def keeper(page: CaseStudyPage) -> Any:
    """Who looks after it now."""
    return CaseStudyPage.objects.get(pk=page.pk).looked_after_by


@pytest.fixture
def draft(editor: Any, hackney: Any) -> CaseStudyPage:
    """A draft of Hackney."""
    return case_study("Ours", live=False, looked_after_by=hackney, owner=editor, user=editor)


def test_a_colleague_takes_over(draft: CaseStudyPage, hackney: Any, editor: Any) -> None:
    editor.delete()
    colleague = person(CVS_EDITORS, hackney)

    save(signed_in(colleague), draft, title="Taken over")

    assert CaseStudyPage.objects.get(pk=draft.pk).title == "Taken over"


def test_who_leaves_an_organisation_leaves_its_case_studies(
    draft: CaseStudyPage, editor: Any, camden: Any
) -> None:
    set_organisations(editor, [camden])

    response = signed_in(editor).get(edit_url(draft))

    assert response.status_code == 302


@pytest.mark.parametrize("given", ["camden", "empty"])
def test_an_editor_cannot_give_a_case_study_away(
    draft: CaseStudyPage, editor: Any, hackney: Any, camden: Any, given: str
) -> None:
    browser = signed_in(editor)
    assert "Camden Together" not in text_of(browser.get(edit_url(draft))).split("Lead")[0]

    save(browser, draft, looked_after_by=camden.pk if given == "camden" else "")

    assert keeper(draft) == hackney


def test_an_editor_cannot_take_a_case_study(
    draft: CaseStudyPage, editor: Any, other_editor: Any, hackney: Any, camden: Any
) -> None:
    values = current_values(signed_in(editor), draft, looked_after_by=camden.pk)

    post(signed_in(other_editor), draft, values)

    assert keeper(draft) == hackney


def test_a_former_organisation_cannot_come_back_by_an_older_text(
    editor: Any, other_editor: Any, hackney: Any, camden: Any, reviewer: Any
) -> None:
    """An older revision says that Camden looks after it; what is stored now counts."""
    page = case_study("Handed over", live=False, looked_after_by=camden, user=other_editor)
    older = page.latest_revision_id
    save(signed_in(reviewer), page, looked_after_by=hackney.pk)
    assert keeper(page) == hackney
    values = current_values(signed_in(editor), page)
    url = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, older])
    browser = signed_in(other_editor)

    assert browser.get(url).status_code == 302
    browser.post(url, {**values, "looked_after_by": camden.pk, "title": "Back again"})

    assert keeper(page) == hackney
    assert CaseStudyPage.objects.get(pk=page.pk).title == "Handed over"


def test_a_handing_over_that_is_not_approved_yet_opens_nothing(
    editor: Any, other_editor: Any, hackney: Any, camden: Any, reviewer: Any
) -> None:
    page = case_study("Public", looked_after_by=hackney, user=editor)
    save(signed_in(reviewer), page, looked_after_by=camden.pk)

    assert signed_in(other_editor).get(edit_url(page)).status_code == 302
    assert signed_in(editor).get(edit_url(page)).status_code == 200


def test_a_copy_stays_with_the_organisation(
    draft: CaseStudyPage, editor: Any, hackney: Any
) -> None:
    url = reverse("wagtailadmin_pages:copy", args=[draft.pk])
    names = {"new_title": "A copy", "new_slug": "a-copy"}

    signed_in(editor).post(url, {**names, "new_parent_page": draft.get_parent().pk})

    assert CaseStudyPage.objects.get(slug="a-copy").looked_after_by == hackney


def test_one_foreign_page_among_ones_own_is_left_out_of_a_bulk_action(
    draft: CaseStudyPage, editor: Any, camden: Any, other_editor: Any
) -> None:
    theirs = case_study("Theirs", live=False, looked_after_by=camden, owner=other_editor)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    signed_in(editor).post(f"{url}?id={draft.pk}&id={theirs.pk}")

    assert CaseStudyPage.objects.filter(pk=theirs.pk).exists()


def test_the_admin_api_says_no_more_of_a_foreign_draft_than_its_title(
    draft: CaseStudyPage, other_editor: Any
) -> None:
    url = f"/admin/api/main/pages/{draft.pk}/?fields=*"

    text = signed_in(other_editor).get(url).content.decode()

    assert "found out together what was needed" not in text
    assert "lunch club" not in text


# Pictures and documents


def files_of(organisation: Any) -> dict[str, Any]:
    """A picture and a document in the organisation's own collection."""
    collection = collection_of(organisation)
    document = ContentFile(b"words of ours", name="ours.txt")
    return {
        "image": Image.objects.create(
            title="Our picture", file=get_test_image_file(), collection=collection
        ),
        "document": Document.objects.create(
            title="Our document", file=document, collection=collection
        ),
    }


def upload(kind: str, collection: Any) -> dict[str, Any]:
    """What the upload form sends."""
    picture = get_test_image_file().file.getvalue()
    content = {"image": ("new.png", picture), "document": ("new.txt", b"new")}[kind]
    file = SimpleUploadedFile(content[0], content[1])
    return {"title": "New file", "file": file, "collection": collection.pk, "tags": ""}


MODELS = {"image": Image, "document": Document}
ADDING = {"image": "wagtailimages:add", "document": "wagtaildocs:add"}
EDITING = {"image": "wagtailimages:edit", "document": "wagtaildocs:edit"}


@pytest.mark.parametrize("kind", ["image", "document"])
def test_a_file_goes_into_the_collection_of_ones_own_organisation_only(
    editor: Any, hackney: Any, camden: Any, kind: str
) -> None:
    browser, url = signed_in(editor), reverse(ADDING[kind])
    set_organisations(person(CVS_EDITORS), [camden])

    browser.post(url, upload(kind, collection_of(camden)))
    # With one collection to choose from there is no choice: whatever is sent, it goes there.
    stored = MODELS[kind].objects.filter(title="New file")
    assert not stored.filter(collection=collection_of(camden)).exists()
    browser.post(url, upload(kind, collection_of(hackney)))
    assert stored.filter(collection=collection_of(hackney)).exists()


@pytest.mark.parametrize("kind", ["image", "document"])
def test_a_foreign_file_is_neither_changed_nor_moved_nor_deleted(
    editor: Any, hackney: Any, camden: Any, kind: str
) -> None:
    thing = files_of(camden)[kind]
    browser = signed_in(editor)
    values = {"title": "Taken", "collection": collection_of(hackney).pk, "tags": ""}
    delete = EDITING[kind].replace("edit", "delete")

    browser.post(reverse(EDITING[kind], args=[thing.pk]), values)
    browser.post(reverse(delete, args=[thing.pk]))
    for action in ("delete", "add_to_collection", "add_tags"):
        app, model = thing._meta.app_label, thing._meta.model_name
        url = reverse("wagtail_bulk_action", args=[app, model, action])
        browser.post(f"{url}?id={thing.pk}", {"collection": collection_of(hackney).pk})

    stored = MODELS[kind].objects.get(pk=thing.pk)
    assert (stored.title, stored.collection) == (thing.title, collection_of(camden))


@pytest.mark.parametrize("kind", ["image", "document"])
def test_ones_own_file_is_not_moved_into_a_foreign_collection(
    editor: Any, hackney: Any, camden: Any, kind: str
) -> None:
    thing = files_of(hackney)[kind]
    values = {"title": "Planted", "collection": collection_of(camden).pk, "tags": ""}

    signed_in(editor).post(reverse(EDITING[kind], args=[thing.pk]), values)

    assert MODELS[kind].objects.get(pk=thing.pk).collection == collection_of(hackney)


def test_a_colleague_may_use_the_files_and_another_organisation_does_not_see_them(
    hackney: Any, other_editor: Any
) -> None:
    files_of(hackney)
    colleague = person(CVS_EDITORS, hackney)

    assert "Our picture" in signed_in(colleague).get("/admin/images/chooser/").content.decode()
    foreign = signed_in(other_editor)
    for url in ("/admin/images/", "/admin/images/chooser/"):
        assert "Our picture" not in foreign.get(url).content.decode()
    for url in ("/admin/documents/", "/admin/documents/chooser/"):
        assert "Our document" not in foreign.get(url).content.decode()


def test_a_new_organisation_with_the_former_name_of_another_gets_no_files_of_it() -> None:
    first = OrganisationFactory(name="Old name")
    person(CVS_EDITORS, first)
    files_of(first)
    first.name = "New name"
    first.save()
    second = OrganisationFactory(name="Old name")

    newcomer = person(CVS_EDITORS, second)

    text = signed_in(newcomer).get("/admin/documents/").content.decode()
    assert "Our document" not in text


@pytest.mark.usefixtures("files_on_disk")
def test_a_document_of_a_draft_is_read_by_its_organisation_and_by_reviewers_only(
    editor: Any, hackney: Any, reviewer: Any, other_editor: Any, secretary: Any, client: Client
) -> None:
    url = files_of(hackney)["document"].url

    for user in (editor, reviewer):
        assert signed_in(user).get(url).status_code == 200
    for user in (other_editor, secretary):
        assert signed_in(user).get(url).status_code == 404
    assert client.get(url).status_code == 404


def test_a_picture_of_a_draft_is_seen_by_its_organisation_and_by_reviewers_only(
    editor: Any, hackney: Any, reviewer: Any, other_editor: Any, client: Client
) -> None:
    url = files_of(hackney)["image"].get_rendition("width-50").url

    for user in (editor, reviewer):
        assert signed_in(user).get(url).status_code == 200
    assert signed_in(other_editor).get(url).status_code == 404
    assert client.get(url).status_code == 404
