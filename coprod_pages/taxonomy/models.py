"""The vocabularies that case studies are found by. Every one is rows, edited in the admin."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.models import NaturalKeyManager, TagBase
from wagtail.search import index

from ..safe_models import SafeTextModel


class Term(index.Indexed, SafeTextModel):
    """One value of a closed list that editors manage: it has a name, a place and a meaning."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_("Used in shared links. Changing it breaks links that people have saved."),
    )
    description = models.TextField(
        _("description"),
        max_length=500,
        blank=True,
        help_text=_("One or two sentences for people who have to choose."),
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0, db_index=True)

    search_fields = [index.AutocompleteField("name"), index.SearchField("name")]

    class Meta:
        abstract = True
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return self.name


class Theme(Term):
    """What a case study is about: health, housing, and so on."""

    class Meta(Term.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class ProtectedCharacteristic(models.TextChoices):
    """The nine protected characteristics of the Equality Act 2010, sections 4 to 12."""

    AGE = "age", _("Age")
    DISABILITY = "disability", _("Disability")
    GENDER_REASSIGNMENT = "gender-reassignment", _("Gender reassignment")
    MARRIAGE = "marriage-civil-partnership", _("Marriage and civil partnership")
    PREGNANCY = "pregnancy-maternity", _("Pregnancy and maternity")
    RACE = "race", _("Race")
    RELIGION = "religion-belief", _("Religion or belief")
    SEX = "sex", _("Sex")
    SEXUAL_ORIENTATION = "sexual-orientation", _("Sexual orientation")


class EqualityGroup(Term):
    """A group of people, never a person, that took part or was meant to be reached."""

    protected_characteristic = models.CharField(
        _("protected characteristic"),
        max_length=40,
        choices=ProtectedCharacteristic.choices,
        blank=True,
        help_text=_("The characteristic in the Equality Act 2010 that it relates to, if any."),
    )

    class Meta(Term.Meta):
        verbose_name = _("equality group")
        verbose_name_plural = _("equality groups")


class OrganisationKind(Term):
    """What sort of body an organisation is."""

    class Meta(Term.Meta):
        verbose_name = _("kind of organisation")
        verbose_name_plural = _("kinds of organisation")


class Borough(Term):
    """One of the 32 London boroughs or the City of London. A closed list."""

    gss_code = models.CharField(_("ONS code"), max_length=9, unique=True)
    abbreviation = models.CharField(_("short form on the map"), max_length=3)
    tile_column = models.PositiveSmallIntegerField(_("column on the tile map, from 0"))
    tile_row = models.PositiveSmallIntegerField(_("row on the tile map, from 0"))

    class Meta(Term.Meta):
        verbose_name = _("borough")
        verbose_name_plural = _("boroughs")


class Organisation(index.Indexed, SafeTextModel):
    """A body that leads or takes part in the work; an editor belongs to one."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    kind = models.ForeignKey(
        OrganisationKind,
        verbose_name=_("kind"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="organisations",
    )
    borough = models.ForeignKey(
        Borough,
        verbose_name=_("borough"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="organisations",
        help_text=_("Where it is based. Leave empty if it works across London or beyond."),
    )
    website = models.URLField(_("website"), blank=True)

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("kind"),
        index.FilterField("borough"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return self.name


class TagQuerySet(models.QuerySet):
    """Tags, with and without those that are only another name."""

    def preferred(self) -> "TagQuerySet":
        """Only the tags people see; other names for them are left out."""
        return self.filter(alias_of__isnull=True)


class Tag(SafeTextModel, TagBase):
    """A free keyword, kept in order by editors.

    A tag that was merged into another is kept as another name for it (`alias_of`) and
    never deleted: unpublished drafts hold tags by number, and would lose a deleted one
    when they are published.
    """

    description = models.TextField(_("description"), max_length=500, blank=True)
    alias_of = models.ForeignKey(
        "self",
        verbose_name=_("another name for"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="aliases",
        limit_choices_to={"alias_of__isnull": True},
        help_text=_(
            "Choose a tag here to merge this one into it. Every case study moves over, and "
            "people who search for this name still find them."
        ),
    )

    objects = NaturalKeyManager.from_queryset(TagQuerySet)()

    free_tagging = True

    class Meta:
        ordering = ["name"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    @property
    def preferred(self) -> "Tag":
        """The tag to show: itself, or the one it is another name for."""
        return self.alias_of or self

    def clean(self) -> None:
        super().clean()
        if self.alias_of_id is None:
            return
        if self.alias_of_id == self.pk:
            raise ValidationError({"alias_of": _("A tag cannot be another name for itself.")})
        if self.alias_of.alias_of_id is not None:
            raise ValidationError(
                {"alias_of": _("Choose a tag that is not itself another name for a tag.")}
            )

    @classmethod
    def autocomplete_names(cls, text: str, limit: int = 10) -> list[str]:
        """Names of preferred tags for `text`; an alias that matches gives its preferred tag."""
        matching = cls.objects.filter(name__icontains=text).select_related("alias_of")
        names = dict.fromkeys(tag.preferred.name for tag in matching[: limit * 3])
        starts_first = sorted(names, key=lambda name: not name.lower().startswith(text.lower()))
        return starts_first[:limit]

    def slugify(self, tag: str, i: int | None = None) -> str:
        # Signs alone would make an empty address.
        slug = super().slugify(tag, i)
        return slug or f"tag-{i or 1}"


class UsesPreferredTags:
    """For a page with `tags` and `tagged_items`: drafts keep the number of a merged tag."""

    def use_preferred_tags(self) -> None:
        """Swap tags that have become another name for a tag."""
        rows = list(self.tagged_items.select_related("tag__alias_of").all())
        if any(row.tag.alias_of_id for row in rows):
            self.tags.set(sorted({row.tag.preferred.name for row in rows}))


def tag_for_name(name: str, **defaults: Any) -> Tag:
    """The preferred tag called `name` in any case, made if there is none."""
    existing = Tag.objects.filter(name__iexact=name).select_related("alias_of").first()
    if existing:
        return existing.preferred
    return Tag.objects.create(name=name, **defaults)
