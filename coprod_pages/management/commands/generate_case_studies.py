"""Makes case studies of invented words, for measuring. Never on a site that people use."""

import random
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from ...case_studies.models import CaseStudyPage, CompendiumPage
from ...continuum.models import ContinuumStage
from ...taxonomy.models import Borough, EqualityGroup, Organisation, OrganisationKind, Theme

SYLLABLES = ["ba", "ker", "lin", "mo", "ras", "tel", "vin", "dor", "pel", "sum", "har", "nee"]
COMMON = [
    *("community", "housing", "garden", "parents", "council", "carers", "street", "budget"),
    *("co-production", "coproduction", "volunteers", "health", "young people", "meeting"),
]
BATCH = 100


class Command(BaseCommand):
    """`manage.py generate_case_studies N [--seed S]`"""

    help = "Create N live case studies of invented words, the same for the same seed."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("number", type=int)
        parser.add_argument("--seed", type=int, default=2016)

    def handle(self, *args: Any, number: int, seed: int, **options: Any) -> None:
        compendium = CompendiumPage.objects.first()
        if compendium is None:
            raise CommandError("There is no compendium yet. Run `manage.py setup_site` first.")
        self.dice = random.Random(seed)  # noqa: S311  nothing secret
        self.words = COMMON + ["".join(self.dice.choices(SYLLABLES, k=3)) for _ in range(2000)]
        self.organisations = [self._organisation(n) for n in range(20)]
        for start in range(0, number, BATCH):
            with transaction.atomic():
                for n in range(start, min(start + BATCH, number)):
                    self._case_study(compendium, n)
            self.stderr.write(f"{min(start + BATCH, number)} of {number}")

    def _text(self, words: int) -> str:
        # Squared, so that a few words are common and most are rare, as in life.
        size = len(self.words)
        return " ".join(
            self.words[int(self.dice.random() ** 2 * size)] for _ in range(words)
        ).capitalize()

    def _html(self, words: int) -> str:
        return f"<p>{self._text(words)}.</p>"

    def _organisation(self, n: int) -> Organisation:
        kinds = list(OrganisationKind.objects.all())
        return Organisation.objects.get_or_create(
            name=f"Invented organisation {n}", defaults={"kind": self.dice.choice(kinds)}
        )[0]

    def _some(self, model: type, most: int) -> list[Any]:
        rows = list(model.objects.all())
        return self.dice.sample(rows, self.dice.randint(1, min(most, len(rows))))

    def _case_study(self, compendium: CompendiumPage, n: int) -> None:
        page = CaseStudyPage(
            title=f"{self._text(5)} {n}",
            summary=f"{self._text(15)}."[:280],
            need=self._html(80),
            worked=self._html(80),
            did_not_work=self._html(60) if n % 3 else "<p>Nothing to report.</p>",
            lead_organisation=self.dice.choice(self.organisations),
            reach="boroughs",
            story=[("paragraph", self._html(200)) for _ in range(2)],
        )
        CompendiumPage.objects.get(pk=compendium.pk).add_child(instance=page)
        page.boroughs.set(self._some(Borough, 3))
        page.themes.set(self._some(Theme, 3))
        page.equality_groups.set(self._some(EqualityGroup, 3))
        page.tags.set(self.dice.sample(self.words[:200], 4))
        for order, stage in enumerate(self._some(ContinuumStage, 3)):
            page.stage_rows.create(stage=stage, sort_order=order)
        page.save_revision().publish()
