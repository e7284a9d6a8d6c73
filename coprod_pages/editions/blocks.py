"""What an edition is made of: sections in any order, each of one of four kinds."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..blocks import BodyBlock
from ..compendium.selection import SORTS, Selection
from ..continuum.models import ContinuumStage
from ..safe_text import one_line
from ..taxonomy.models import Borough, EqualityGroup, Tag, Theme
from .choices import Length

TEXT_FEATURES = ["bold", "italic", "link", "ul", "ol"]
LONGEST_ADDRESS = 2000


def _choices(rows: models.QuerySet) -> list[tuple[str, str]]:
    return list(rows.values_list("slug", "name"))


def stage_choices() -> list[tuple[str, str]]:
    """The public stages, in order."""
    return _choices(ContinuumStage.objects.published())


def theme_choices() -> list[tuple[str, str]]:
    """The themes."""
    return _choices(Theme.objects.all())


def borough_choices() -> list[tuple[str, str]]:
    """The boroughs, and what is not one of them."""
    return [*_choices(Borough.objects.all())]


def equality_choices() -> list[tuple[str, str]]:
    """The equality groups."""
    return _choices(EqualityGroup.objects.all())


def tag_choices() -> list[tuple[str, str]]:
    """The tags by their preferred names."""
    return _choices(Tag.objects.filter(alias_of=None))


def _ticks(label: Any, choices: Any) -> blocks.MultipleChoiceBlock:
    return blocks.MultipleChoiceBlock(
        choices=choices, required=False, label=label, widget=CheckboxSelectMultiple
    )


class TextSectionBlock(blocks.StructBlock):
    """A section with text of its own and no case studies."""

    title = blocks.CharBlock(label=_("Title of the section"), max_length=200)
    text = BodyBlock(required=False, label=_("Text"))

    class Meta:
        icon = "pilcrow"
        label = _("Section with text")
        description = _("For example: what co-production is, barriers, recommendations.")


class CaseStudiesBlock(blocks.StructBlock):
    """What both kinds of sections with case studies share."""

    title = blocks.CharBlock(label=_("Title of the section"), max_length=200)
    before = blocks.RichTextBlock(
        label=_("Text before the case studies"), required=False, features=TEXT_FEATURES
    )
    length = blocks.ChoiceBlock(
        label=_("Each case study"), choices=Length.choices, default=Length.FULL
    )


class CaseStudyChooserBlock(blocks.PageChooserBlock):
    """A case study, called by what tells it from another of the same title."""

    @cached_property
    def widget(self) -> Any:
        # Here, as Wagtail does: the admin is not there yet when models are loaded.
        from .page_choosing import CaseStudyChooser

        return CaseStudyChooser(target_models=self.target_models)


class SitePageChooserBlock(blocks.PageChooserBlock):
    """A page, chosen in a window that opens on the top page of the site."""

    @cached_property
    def widget(self) -> Any:
        from .page_choosing import SitePageChooser

        return SitePageChooser(target_models=self.target_models)


class ChosenSectionBlock(CaseStudiesBlock):
    """Case studies chosen one by one, in the order they are to have."""

    case_studies = blocks.ListBlock(
        CaseStudyChooserBlock(
            page_type="coprod_pages.CaseStudyPage", label=_("Case study"), required=False
        ),
        label=_("Case studies, in this order"),
        collapsed=False,
        help_text=_(
            "You can choose a draft, too. It is left out until it is public; the screen on which "
            "the edition is made says so."
        ),
    )

    class Meta:
        icon = "coprod-compendium"
        label = _("Case studies chosen by hand")
        description = _("You choose each one, and drag them into order.")


class RuleValue(blocks.StructValue):
    """A rule: the parameters of a search of the compendium."""

    def of_address(self) -> QueryDict:
        """The parameters in the pasted address."""
        address = one_line(self.get("address") or "")[:LONGEST_ADDRESS]
        query = address.partition("?")[2] if "?" in address else address
        return QueryDict(query.partition("#")[0], mutable=True)

    def parameters(self) -> QueryDict:
        """The parameters, those of the pasted address first."""
        parameters = self.of_address()
        for name in ("stage", "theme", "borough", "equality", "tag"):
            for value in self.get(name) or []:
                parameters.appendlist(name, value)
        if self.get("words"):
            parameters["q"] = self["words"]
        if self.get("lessons"):
            parameters["lessons"] = "1"
        if self.get("sort"):
            parameters["sort"] = self["sort"]
        return parameters


class RuleSectionBlock(CaseStudiesBlock):
    """Case studies that a rule finds, when the editor says so."""

    stage = _ticks(_("Stages"), stage_choices)
    theme = _ticks(_("Themes"), theme_choices)
    borough = _ticks(_("Boroughs"), borough_choices)
    equality = _ticks(_("Who took part"), equality_choices)
    tag = _ticks(_("Tags"), tag_choices)
    words = blocks.CharBlock(label=_("With these words"), required=False, max_length=200)
    lessons = blocks.BooleanBlock(
        label=_("Only those with lessons from difficulty"), required=False
    )
    address = blocks.CharBlock(
        label=_("Address of a search"),
        required=False,
        max_length=LONGEST_ADDRESS,
        help_text=_(
            "Search the compendium, then copy the address out of the browser and paste it here. "
            "What you choose below is added to it. How many it finds stands on the screen "
            "“Make and download”."
        ),
    )
    sort = blocks.ChoiceBlock(label=_("In which order"), choices=SORTS[1:], default="title")
    most = blocks.IntegerBlock(
        label=_("At most"), required=False, min_value=1, max_value=500, help_text=_("Empty: all.")
    )

    class Meta:
        icon = "search"
        label = _("Case studies found by a rule")
        description = _(
            "For example: everything from Hackney on the first stage. It is looked up when you "
            "press a button, never by itself."
        )
        value_class = RuleValue
        # Tags are many, and a pasted address needs none of the ticks. Without icons of their own,
        # which would stand in place of the arrow that says that they open.
        form_layout = blocks.BlockGroup(
            children=[
                *("title", "before", "length", "address", "words", "lessons"),
                blocks.BlockGroup(
                    children=["stage", "theme", "borough", "equality"],
                    heading=_("Show what can be ticked: stages, themes, boroughs, who took part"),
                    classname="collapsed",
                ),
                blocks.BlockGroup(
                    children=["tag"], heading=_("Show the tags"), classname="collapsed"
                ),
                *("sort", "most"),
            ]
        )

    def clean(self, value: RuleValue) -> RuleValue:
        """Refuse an address without a search: it would find every case study there is."""
        value = super().clean(value)
        address = one_line(value.get("address") or "")
        if address and not Selection(value.of_address()).address():
            said = _(
                "There is no search in this address. Search the compendium, wait until you see "
                "what was found, then copy the address. For every case study leave this empty."
            )
            raise blocks.StructBlockValidationError({"address": ValidationError(said)})
        return value


class PageSectionBlock(blocks.StructBlock):
    """A page of this site as an appendix."""

    page = SitePageChooserBlock(label=_("Page"), required=False)
    title = blocks.CharBlock(
        label=_("Title here"),
        required=False,
        max_length=200,
        help_text=_("Empty: the title of the page."),
    )

    class Meta:
        icon = "doc-full"
        label = _("A page of this site")
        description = _("As an appendix: members, how this was made, the call for examples.")


class SectionsBlock(blocks.StreamBlock):
    """The sections of an edition."""

    text = TextSectionBlock()
    chosen = ChosenSectionBlock()
    rule = RuleSectionBlock()
    page = PageSectionBlock()
