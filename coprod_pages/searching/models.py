"""What public pages are found by, and what tells every worker that something has changed."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..safe_models import SafeTextModel
from .text_normalising import normalise


class SearchDocument(models.Model):
    """The words a page is found by, normalised. The full-text index is built over these.

    The index itself is the database's own: an FTS5 table kept in step by triggers on
    SQLite, generated tsvector columns on PostgreSQL (see the second migration).
    """

    page = models.OneToOneField(
        "wagtailcore.Page", primary_key=True, on_delete=models.CASCADE, related_name="found_by"
    )
    title = models.TextField()
    head = models.TextField()
    body = models.TextField()
    # The head and body as they are read, for excerpts.
    text = models.TextField()
    # Its words as people wrote them, each once: what `IndexedWord` is counted from.
    words = models.TextField()

    class Meta:
        verbose_name = _("search document")
        verbose_name_plural = _("search documents")

    def __str__(self) -> str:
        return self.title


class IndexedWord(models.Model):
    """A word that some search document holds, as people write it: what typing errors are
    corrected to, and what half-typed words are completed to."""

    word = models.CharField(max_length=40, primary_key=True)
    stem = models.CharField(max_length=100)
    uses = models.IntegerField()

    class Meta:
        verbose_name = _("indexed word")
        verbose_name_plural = _("indexed words")

    def __str__(self) -> str:
        return self.word


class PublicVersion(models.Model):
    """One row: which state of the public site this is.

    `token` is a new random one for each change. A number alone could come back with other
    content, after a restore or a transaction that was rolled back.
    """

    number = models.BigIntegerField(default=0)
    token = models.CharField(max_length=16)
    # That of the last change that was about more than single case studies.
    terms_token = models.CharField(max_length=16)

    class Meta:
        verbose_name = _("version of the public site")
        verbose_name_plural = _("versions of the public site")

    def __str__(self) -> str:
        return str(self.number)


class PublicChange(models.Model):
    """What changed with a version, for the workers that still show an earlier one."""

    class Scope(models.TextChoices):
        """How much a worker has to read again."""

        PAGE = "page", _("one case study")
        TERMS = "terms", _("the lists, or pages that are no case studies")
        EVERYTHING = "everything", _("everything")

    number = models.BigIntegerField(primary_key=True)
    token = models.CharField(max_length=16)
    scope = models.CharField(max_length=10, choices=Scope.choices)
    # No foreign key: the change may be that the page is gone.
    page_id = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("change of the public site")
        verbose_name_plural = _("changes of the public site")

    def __str__(self) -> str:
        return f"{self.number}: {self.scope}"


class SynonymGroup(SafeTextModel):
    """Words and phrases that mean the same: who searches for one finds all of them."""

    names = models.TextField(
        _("words that mean the same"),
        max_length=1000,
        help_text=_(
            "One word or phrase a line, two at least. Capital letters, plurals, endings and "
            "the spellings of co-production are the same by themselves."
        ),
    )
    note = models.CharField(
        _("note"), max_length=250, blank=True, help_text=_("For your colleagues. Never shown.")
    )

    class Meta:
        ordering = ["names"]
        verbose_name = _("group of synonyms")
        verbose_name_plural = _("synonyms")

    def __str__(self) -> str:
        return " = ".join(self.name_list)

    @property
    def name_list(self) -> list[str]:
        """The names, as they were written."""
        return [" ".join(line.split()) for line in self.names.splitlines() if line.strip()]

    def clean(self) -> None:
        super().clean()
        different = {normalise(name) for name in self.name_list} - {""}
        if len(different) < 2:
            raise ValidationError(
                {"names": _("Write at least two words or phrases that differ, one a line.")}
            )
        self.names = "\n".join(self.name_list)


class SearchedWords(models.Model):
    """How often some words were searched for on a day, and what that found. Nothing about
    who searched."""

    day = models.DateField(_("day"))
    words = models.CharField(_("words"), max_length=200)
    times = models.PositiveIntegerField(_("times"), default=0)
    results = models.PositiveIntegerField(_("results"), default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "words"], name="coprod_searched_once_a_day")
        ]
        verbose_name = _("search")
        verbose_name_plural = _("searches")

    def __str__(self) -> str:
        return self.words
