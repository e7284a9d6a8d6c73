"""How long editions take and how much memory: 20, 100 and 500 case studies with photographs.

`python -m benchmarks.editions [20 100 500]` prints a table. Each is made in a process of its own
from the invented case studies of the database `BENCH_DIR`, two photographs to each.
"""

import json
import os
import random
import resource
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from .databases import ROOT, environment, prepared

SIZES = (20, 100, 500)
PHOTOGRAPH = (1600, 1067)
HEAD = "| case studies | format | pages | file, MB | waiting, s | work, s | most memory, MB |"


class Photographs:
    """Photographs that compress as real ones do; each key has its own."""

    def get(self, key: str) -> bytes:
        from PIL import Image, ImageFilter

        chance = random.Random(key)
        small = Image.frombytes("RGB", (160, 107), chance.randbytes(160 * 107 * 3))
        image = small.filter(ImageFilter.GaussianBlur(1)).resize(PHOTOGRAPH)
        output = BytesIO()
        image.save(output, "JPEG", quality=82)
        return output.getvalue()


def edition_of(number: int) -> Any:
    """An edition with `number` case studies in full, contents, and an index of boroughs."""
    from coprod_pages.case_studies.models import CaseStudyPage
    from coprod_pages.editions.story import case_study_blocks
    from coprod_pages.editions.tree import (
        Cover,
        Document,
        Heading,
        Index,
        IndexEntry,
        NewPage,
        Picture,
    )

    blocks: list[Any] = [Heading("Examples", 1, "examples")]
    boroughs: dict[str, list[tuple[str, str]]] = {}
    for page in CaseStudyPage.objects.order_by("pk")[:number]:
        anchor, address = f"cs-{page.pk}", f"https://example.org/compendium/{page.slug}/"
        blocks.append(NewPage())
        blocks.extend(
            case_study_blocks(
                page,
                length="full",
                plain_language=False,
                level=2,
                anchor=anchor,
                address=address,
            )
        )
        for place in (1, 2):
            blocks.append(Picture(f"{page.pk}-{place}", "Colours that run into each other"))
        for borough in page.boroughs.all():
            boroughs.setdefault(borough.name, []).append((page.title, anchor))
    entries = tuple(IndexEntry(name, tuple(places)) for name, places in sorted(boroughs.items()))
    blocks += [NewPage(), Heading("Boroughs", 1, "boroughs"), Index(entries)]
    return Document("The measured edition", "", "2026", "en-GB", tuple(blocks), Cover(by="Nobody"))


def make(kind: str, number: int) -> dict[str, Any]:
    """Make one edition in this process, and say what it took."""
    import django

    django.setup()
    from coprod_pages.editions.pdf import write_pdf
    from coprod_pages.editions.word import write_word

    began, worked = time.perf_counter(), time.process_time()
    with TemporaryFile() as file:
        if kind == "PDF":
            pages = write_pdf(edition_of(number), Photographs(), file).pages
        else:
            write_word(edition_of(number), Photographs(), file)
            pages = 0
        size = file.seek(0, os.SEEK_END)
    return {
        "pages": pages,
        "size": size / 1e6,
        "waiting": time.perf_counter() - began,
        "work": time.process_time() - worked,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main(sizes: list[int]) -> None:
    url = prepared("sqlite", max(sizes))
    print(HEAD)
    print("|---|---|---|---|---|---|---|")
    for number in sizes:
        for kind in ("PDF", "Word"):
            said = subprocess.run(  # noqa: S603  our own command
                [sys.executable, "-m", "benchmarks.editions", "--one", kind, str(number)],
                cwd=Path(ROOT),
                env=environment(url),
                check=True,
                capture_output=True,
                text=True,
            )
            found = json.loads(said.stdout.splitlines()[-1])
            print(
                f"| {number} | {kind} | {found['pages'] or '–'} | {found['size']:.1f} "
                f"| {found['waiting']:.0f} | {found['work']:.0f} | {found['memory']:.0f} |",
                flush=True,
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(make(sys.argv[2], int(sys.argv[3]))))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
