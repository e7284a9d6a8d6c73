"""What publishing one case study costs, and what writing the whole index anew does."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


class Undo(Exception):
    """Ends a transaction without keeping what it did."""


def measure(number: int = 15) -> dict[str, Any]:
    """Our part of publishing one: index, entry and version; then what each worker reads again."""
    from django.db import transaction

    from benchmarks.timing import Times, timed
    from coprod_pages.case_studies.models import CaseStudyPage
    from coprod_pages.compendium.catalogue import current
    from coprod_pages.searching.indexing import index_pages

    current()
    total = CaseStudyPage.objects.count()
    keys = list(CaseStudyPage.objects.values_list("pk", flat=True)[:: max(1, total // number)])
    writing, reading = [], []
    for key in keys:
        page = CaseStudyPage.objects.get(pk=key)
        try:
            with transaction.atomic():
                writing.append(timed(lambda page=page: index_pages([page]))[0])
                raise Undo
        except Undo:
            pass
        index_pages([page])
        reading.append(timed(current)[0])
    return {"our part": asdict(Times.of(writing)), "each worker": asdict(Times.of(reading))}


def rebuilds() -> dict[str, Any]:
    """Seconds for our index and for Wagtail's, both written anew from all pages."""
    import django

    django.setup()
    from django.core.management import call_command

    from benchmarks import baselines
    from benchmarks.timing import timed
    from coprod_pages.searching.indexing import rebuild

    ours, count = timed(rebuild)
    baselines.prepare()
    with open("/dev/null", "w") as nowhere:
        wagtail, _ = timed(lambda: call_command("update_index", verbosity=0, stdout=nowhere))
    return {
        "ours": {"wall": ours[0], "cpu": ours[1]},
        "update_index": {"wall": wagtail[0], "cpu": wagtail[1]},
        "pages": count,
    }


if __name__ == "__main__":
    import json

    print(json.dumps(rebuilds()))
