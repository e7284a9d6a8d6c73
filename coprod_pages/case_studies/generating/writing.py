"""Writes invented case studies: everything about one that is not a row of the database. Pure."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from html import escape
from itertools import accumulate

from . import details, names, sentences, wording
from .subjects import SUBJECTS, Subject

SHARE_OF_CO_PRODUCTION = 0.26
NOTHING_TO_REPORT = "<p>Nothing to report.</p>"
FIRST_DAY = datetime(2014, 1, 6)
DAYS = 4200


@dataclass
class Told:
    """One invented case study. Terms are numbers into lists, the usual ones first."""

    title: str
    summary: str
    need: str
    story: list[str]
    worked: str
    did_not_work: str
    differently: str
    what_changed: str
    notes: list[str]
    themes: list[str]
    reach: str
    place: str
    organisation: int
    partner: int | None
    boroughs: list[int]
    stages: list[int]
    equality_groups: list[int]
    tags: list[int]
    started: date
    published: datetime
    changed: datetime


@dataclass(frozen=True)
class Sizes:
    """How long the lists are that a case study takes its terms from."""

    boroughs: int
    stages: int
    equality_groups: int
    tags: int
    organisations: list[str]


def falling(size: int, steepness: float) -> list[float]:
    """Sums of weights that fall as words and places do: the first ones are far the most usual."""
    return list(accumulate(1 / (rank + 1) ** steepness for rank in range(size)))


@dataclass
class Writer:
    """Writes case studies, the same ones for the same seed; no two titles are the same."""

    seed: int
    sizes: Sizes
    titles: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        sizes = self.sizes
        self.weights = {
            "subject": falling(len(SUBJECTS), 0.4),
            "borough": falling(sizes.boroughs, 0.6),
            "stage": falling(sizes.stages, 0.3),
            "equality": falling(sizes.equality_groups, 0.5),
            "tag": falling(sizes.tags, 1.0),
            "organisation": falling(len(sizes.organisations), 0.5),
            "word": falling(20, 0.7),
            "phrase": falling(100, 0.7),
        }

    def write(self, number: int) -> Told:
        """The case study with this number."""
        dice = random.Random(self.seed * 10_000_019 + number)  # noqa: S311  nothing secret
        subject = dice.choices(SUBJECTS, cum_weights=self.weights["subject"])[0]
        organisation = self._one(dice, "organisation", len(self.sizes.organisations))
        words = Words(dice, subject, self.sizes.organisations[organisation], self.weights)
        title = words.fill(dice.choice(sentences.TITLES))
        while title in self.titles or len(title) > 200:
            title = words.fill(dice.choice(sentences.TITLES))
        self.titles.add(title)
        other = dice.choice(SUBJECTS).theme
        reach = dice.choices(["boroughs", "london-wide", "beyond-london"], [88, 8, 4])[0]
        stages = sorted(self._some(dice, "stage", self.sizes.stages, (45, 35, 20), least=1))
        published = FIRST_DAY + timedelta(days=dice.random() * DAYS)
        length = dice.choice((4, 6, 7, 8, 8, 9, 11, 16))
        return Told(
            title=title,
            summary=words.fill(dice.choice(sentences.SUMMARIES))[:280],
            need=words.paragraphs(sentences.NEED, 2)
            + words.paragraphs(wording.SEVERAL, dice.randint(2, 4)),
            story=[
                words.paragraphs(wording.SEVERAL, length)
                + words.paragraphs(sentences.STORY, length // 2)
                + words.paragraphs(details.DETAILS, few)
                for few in (dice.randint(0, 2), dice.randint(1, 3))
            ],
            worked=words.paragraphs(sentences.WORKED, 2)
            + words.paragraphs(wording.SEVERAL, dice.randint(1, 3)),
            did_not_work=words.paragraphs(
                [*sentences.DIFFICULT, *wording.SEVERAL], dice.randint(2, 5)
            )
            if dice.random() > 1 / 3
            else NOTHING_TO_REPORT,
            differently=words.paragraphs(sentences.DIFFERENTLY, dice.randint(1, 2)),
            what_changed=words.paragraphs(sentences.CHANGED, dice.randint(1, 3)),
            notes=[words.fill(dice.choice(sentences.NOTES)) for _ in stages],
            themes=[subject.theme] + [other] * (other != subject.theme and dice.random() < 0.4),
            reach=reach,
            place=dice.choice(names.TOWNS) if reach == "beyond-london" else words.address,
            organisation=organisation,
            partner=self._one(dice, "organisation", len(self.sizes.organisations))
            if dice.random() < 0.5
            else None,
            boroughs=self._some(dice, "borough", self.sizes.boroughs, (75, 18, 7), least=1)
            if reach == "boroughs"
            else [],
            stages=stages,
            equality_groups=self._some(
                dice, "equality", self.sizes.equality_groups, (30, 40, 20, 10), least=0
            ),
            tags=self._some(dice, "tag", self.sizes.tags, (15, 25, 30, 20, 10), least=2),
            started=(published - timedelta(days=dice.randint(200, 1500))).date(),
            published=published,
            changed=published + timedelta(days=dice.random() * 100),
        )

    def _one(self, dice: random.Random, name: str, size: int) -> int:
        return dice.choices(range(size), cum_weights=self.weights[name])[0]

    def _some(
        self, dice: random.Random, name: str, size: int, shares: Sequence[int], least: int
    ) -> list[int]:
        """Different ones; `shares` says how often there are `least` of them, one more, …"""
        number = least + dice.choices(range(len(shares)), shares)[0]
        drawn = dice.choices(range(size), cum_weights=self.weights[name], k=number)
        return list(dict.fromkeys(drawn))


class Words:
    """What is put into the braces of sentences, in one case study."""

    def __init__(
        self,
        dice: random.Random,
        subject: Subject,
        organisation: str,
        weights: dict[str, list[float]],
    ) -> None:
        self.dice = dice
        self.subject = subject
        self.organisation = organisation
        self.weights = weights
        self.address = names.ADDRESSES[int(dice.random() ** 1.5 * len(names.ADDRESSES))]
        self.is_co_production = dice.random() < SHARE_OF_CO_PRODUCTION
        self.spelling = dice.choice(sentences.CO_PRODUCTION)

    def fill(self, sentence: str) -> str:
        """The sentence with words in its braces, beginning with a capital letter."""
        text = sentence.format_map(self)
        return text[0].upper() + text[1:] if text else ""

    def paragraphs(self, kinds: list[str], number: int) -> str:
        """So many sentences as HTML, a few in a paragraph."""
        chosen = self.dice.sample(kinds, min(number, len(kinds)))
        texts = [escape(self.fill(sentence), quote=False) for sentence in chosen]
        parts = [" ".join(texts[start : start + 4]) for start in range(0, len(texts), 4)]
        return "".join(f"<p>{part}</p>" for part in parts)

    def __getitem__(self, slot: str) -> str:
        if slot[0].isupper():
            text = self[slot.lower()]
            return text[0].upper() + text[1:]
        return getattr(self, f"_{slot}")()

    def _usual(self, words: list[str], weights: str = "word") -> str:
        sums = self.weights[weights][: len(words)]
        return words[self.dice.choices(range(len(sums)), cum_weights=sums)[0]]

    def _who(self) -> str:
        return self._usual(wording.WHO, "phrase")

    def _did(self) -> str:
        return self._usual(wording.DID, "phrase")

    def _when(self) -> str:
        return self._usual(wording.WHEN, "phrase")

    def _where(self) -> str:
        return self._usual(wording.WHERE, "phrase")

    def _result(self) -> str:
        return self._usual(wording.RESULT, "phrase")

    def _reason(self) -> str:
        return self._usual(wording.REASON, "phrase")

    def _people(self) -> str:
        return self._usual(self.subject.people)

    def _thing(self) -> str:
        return self._usual(self.subject.things)

    def _problem(self) -> str:
        return self._usual(self.subject.problems)

    def _doing(self) -> str:
        return self._usual(self.subject.doing)

    def _one(self) -> str:
        return self.dice.choice(sentences.ONES)

    def _number(self) -> str:
        return str(self.dice.randint(2, 400))

    def _few(self) -> str:
        return str(self.dice.randint(2, 24))

    def _address(self) -> str:
        return self.address

    def _place(self) -> str:
        self.address = names.ADDRESSES[int(self.dice.random() ** 1.5 * len(names.ADDRESSES))]
        return self.address

    def _other_place(self) -> str:
        return names.PLACES[int(self.dice.random() ** 2 * len(names.PLACES))]

    def _object(self) -> str:
        return self.dice.choice(details.OBJECTS)

    def _kind(self) -> str:
        return self.dice.choice(details.KINDS)

    def _building(self) -> str:
        return self.dice.choice(details.BUILDINGS)

    def _day(self) -> str:
        return self.dice.choice(details.DAYS)

    def _month(self) -> str:
        return self.dice.choice(details.MONTHS)

    def _given(self) -> str:
        return self.dice.choice(names.GIVEN_NAMES)

    def _surname(self) -> str:
        return names.SURNAMES[int(self.dice.random() ** 2 * len(names.SURNAMES))]

    def _organisation(self) -> str:
        return self.organisation

    def _coprod(self) -> str:
        return self.spelling if self.is_co_production else self._usual(sentences.OTHER_WORDS)

    def _coprod_title(self) -> str:
        return self._coprod().capitalize()
