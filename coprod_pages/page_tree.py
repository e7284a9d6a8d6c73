"""What every page type of ours shares: safe saving in the tree, safe text, a real title."""

from itertools import count
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from .lost_references import without_lost_references
from .safe_models import clean_texts
from .safe_text import says_something

TREE_COLUMNS = {"path", "depth", "numchild"}


class TreeSafePageForm(WagtailAdminPageForm):
    """The editor's form of every page of ours. The address may be left to be made."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            # The browser makes it from the title; who saves at once is quicker than that,
            # and then the page makes it when it is stored.
            self.fields["slug"].required = False
            self.fields["slug"].required_on_save = False

    def clean(self) -> dict[str, Any]:
        """A taken address gives way to the next free one, unless somebody wrote it by hand."""
        slug = self.cleaned_data.get("slug")
        if slug and not self._is_free(slug):
            if _only_letters(slug) == _only_letters(self.cleaned_data.get("title", "")):
                free = (f"{slug}-{number}" for number in count(2))
                self.cleaned_data["slug"] = next(filter(self._is_free, free))
            else:
                said = _(
                    "Another page beside this one has the address “%(slug)s” already. Write "
                    "another address, or leave it empty: then it is made from the title."
                )
                self.add_error("slug", said % {"slug": slug})
        return super().clean()

    def _is_free(self, slug: str) -> bool:
        # What Wagtail asks before it refuses a page.
        return Page._slug_is_available(slug, self.parent_page, self.instance)


def _only_letters(words: str) -> str:
    """The letters and figures of a title or an address: the browser sets hyphens in its own way."""
    return slugify(words, allow_unicode=True).replace("-", "").replace("_", "")


class TreeSafePage(Page):
    """A page whose `save` leaves the tree columns alone when it updates.

    `Page.save()` writes every column, also `numchild` as it was when the page was loaded.
    Publishing a parent while children are made under it then stores a wrong count, and
    every later creation below it can fail for good (wagtail #4174, #1655, #3402).
    Moving and deleting write those columns by themselves and are not affected.
    """

    base_form_class = TreeSafePageForm

    class Meta:
        abstract = True

    def clean(self) -> None:
        self._clean_texts()
        super().clean()

    def minimal_clean(self) -> None:
        """What Wagtail asks of a draft, with safe text: a draft made by code has no form."""
        self._clean_texts()
        super().minimal_clean()

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> Any:
        """A page from its revision, also when something it names has been deleted since."""
        return super().from_serializable_data(
            without_lost_references(cls, data), check_fks, strict_fks
        )

    def _clean_texts(self) -> None:
        clean_texts(self)
        if not says_something(self.title):
            raise ValidationError({"title": _("Write a title with at least one letter or number.")})

    def save(self, *args: Any, **kwargs: Any) -> Any:
        if not self._state.adding and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = self._fields_outside_the_tree()
        return super().save(*args, **kwargs)

    def _fields_outside_the_tree(self) -> list[str]:
        columns = [
            field.name
            for field in self._meta.concrete_fields
            if not field.primary_key and field.name not in TREE_COLUMNS
        ]
        # modelcluster saves inline rows and tags only when they are named here too.
        children = [relation.get_accessor_name() for relation in get_all_child_relations(self)]
        many_to_many = [field.name for field in get_all_child_m2m_relations(self)]
        return columns + children + many_to_many


class SectionPage(TreeSafePage):
    """A page there is one of, directly below a site's home page.

    Which home page a host uses the plugin cannot know, so the parent is known by what it
    does: it is the root page of a `Site`.
    """

    max_count_per_parent = 1

    class Meta:
        abstract = True

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        return super().can_create_at(parent) and parent.sites_rooted_here.exists()

    def can_move_to(self, parent: Page) -> bool:
        return super().can_move_to(parent) and parent.sites_rooted_here.exists()
