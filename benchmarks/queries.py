"""What is asked in a benchmark: words of a database's own vocabulary, by how many use them."""

import random
from urllib.parse import urlencode

FILTERS = [
    {"borough": "hackney"},
    {"borough": "hackney", "theme": "housing"},
    {"borough": "camden", "theme": "health", "stage": None},
]


def words_by_use(total: int) -> dict[str, list[str]]:
    """Words that few, some and most of `total` case studies hold."""
    from coprod_pages.searching.models import IndexedWord
    from coprod_pages.searching.stop_words import STOP_WORDS

    dice = random.Random(1)
    rows = IndexedWord.objects.filter(uses__gte=3).order_by("word")
    rows = [(w, n) for w, n in rows.values_list("word", "uses") if w.isalpha() and len(w) > 3]
    bands = {
        "rare": [w for w, n in rows if n <= max(4, total * 0.003)],
        "mid": [w for w, n in rows if total * 0.01 <= n <= total * 0.1],
        "common": [w for w, n in rows if n >= total * 0.5 and w not in STOP_WORDS],
    }
    for words in bands.values():
        dice.shuffle(words)
    return bands


def searches(total: int, number: int) -> dict[str, list[dict[str, str]]]:
    """Kinds of requests to the compendium, each with `number` different ones where there are."""
    from coprod_pages.continuum.models import ContinuumStage

    stage = ContinuumStage.objects.values_list("slug", flat=True).first()
    filters = [{k: v or stage for k, v in chosen.items()} for chosen in FILTERS]
    by_use = words_by_use(total)
    rare, mid, common = (cycle(by_use[band], number) for band in ("rare", "mid", "common"))
    two = [f"{m} {c}" for m, c in zip(mid, common, strict=True)]
    three = [f"{m} {c} {o}" for m, c, o in zip(mid, common, mid[1:] + mid[:1], strict=True)]
    kinds = {
        "rare word": plain(rare),
        "mid word": plain(mid),
        "very common word": plain(common),
        "two words": plain(two),
        "three words": plain(three),
        "phrase": plain([f'"{text}"' for text in ("steering group", "child care", "town hall")]),
        "typing error": plain([word[:2] + word[3:] for word in mid if len(word) > 5][:10]),
        "mid word, by title": plain(mid, sort="title"),
        "very common word, newest": plain(common, sort="newest"),
    }
    for count, chosen in enumerate(filters, start=1):
        plural = f"{count} filter{'s' if count > 1 else ''}"
        kinds[f"{plural}, no words"] = [chosen]
        kinds[f"mid word, {plural}"] = plain(mid, **chosen)
        kinds[f"very common word, {plural}"] = plain(common, **chosen)
    return {name: asked for name, asked in kinds.items() if asked}


def plain(texts: list[str], **others: str) -> list[dict[str, str]]:
    """A request for each text."""
    return [{"q": text, **others} for text in texts]


def cycle(words: list[str], number: int) -> list[str]:
    """`number` of the words, from the beginning again if there are not so many."""
    return [words[n % len(words)] for n in range(number)]


def address(asked: dict[str, str], page: int = 1) -> str:
    """The address of a request to the compendium."""
    return "/compendium/?" + urlencode({**asked, **({"page": page} if page > 1 else {})})
