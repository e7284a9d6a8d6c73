"""What PDF/UA asks of the tags beyond what WeasyPrint 70 writes, put right before the file is closed.

Running heads become artifacts, so that they are not read out on each page; heading cells say of
what they are the heading; each item of a list has a body; links are printed as they are shown.
"""

from collections.abc import Iterator
from typing import Any

import pydyf

PRINTED = 4  # the flag of an annotation


def mend_tags(document: Any, pdf: pydyf.PDF) -> None:
    """Mend the tags of `pdf`; WeasyPrint calls this when all else is written."""
    by_reference = {item.reference: item for item in pdf.objects if item.number is not None}
    elements = [
        item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and _is_element(item)
    ]
    _hide_running_heads(pdf, by_reference)
    for element in elements:
        if element["S"] == "/TH":
            _say_what_it_heads(element, by_reference)
        elif element["S"] == "/LI":
            _give_body(element, pdf, by_reference)
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and item.get("Subtype") == "/Link":
            item["F"] = PRINTED


def _is_element(item: pydyf.Dictionary) -> bool:
    return item.get("Type") == "/StructElem"


def _say_what_it_heads(cell: pydyf.Dictionary, by_reference: dict[bytes, Any]) -> None:
    row = by_reference[cell["P"]]
    part = by_reference[row["P"]]
    scope = "/Column" if part.get("S") == "/THead" else "/Row"
    cell["A"] = pydyf.Dictionary({**cell["A"], "Scope": scope})


def _give_body(item: pydyf.Dictionary, pdf: pydyf.PDF, by_reference: dict[bytes, Any]) -> None:
    """Put what is in an item of a list into a body, beside its bullet or number."""
    kinds = [_kind(kid, by_reference) for kid in item["K"]]
    if "/LBody" in kinds:
        return
    pairs = list(zip(item["K"], kinds, strict=True))
    body = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": "/LBody",
            "K": pydyf.Array([kid for kid, kind in pairs if kind != "/Lbl"]),
            "Pg": item["Pg"],
            "P": item.reference,
        }
    )
    pdf.add_object(body)
    for kid in body["K"]:
        if kid in by_reference and "P" in by_reference[kid]:
            by_reference[kid]["P"] = body.reference
    labels = [kid for kid, kind in pairs if kind == "/Lbl"]
    item["K"] = pydyf.Array([*labels, body.reference])


def _kind(kid: Any, by_reference: dict[bytes, Any]) -> str:
    found = by_reference.get(kid) if isinstance(kid, bytes) else None
    return str(found.get("S", "")) if isinstance(found, pydyf.Dictionary) else ""


def _hide_running_heads(pdf: pydyf.PDF, by_reference: dict[bytes, Any]) -> None:
    """Mark as artifacts what is on a page and not in the tree: heads and page numbers."""
    root = by_reference[pdf.catalog["StructTreeRoot"]]
    read = set(_read_out(root, by_reference))
    numbers = by_reference[root["ParentTree"]]["Nums"]
    for page in pdf.objects:
        if not isinstance(page, pydyf.Dictionary) or page.get("Type") != "/Page":
            continue
        # The pages come first among the pairs of number and content.
        owners = numbers[page["StructParents"] * 2 + 1]
        hidden = {mark for mark, owner in enumerate(owners) if owner not in read}
        _hide(by_reference[page["Contents"]].stream, hidden)
        for mark in hidden:
            owners[mark] = b"null"


def _read_out(element: Any, by_reference: dict[bytes, Any]) -> Iterator[bytes]:
    """The references of all elements below `element`."""
    waiting = [element]
    while waiting:
        for kid in waiting.pop().get("K", ()):
            found = by_reference.get(kid) if isinstance(kid, bytes) else None
            if isinstance(found, pydyf.Dictionary) and _is_element(found):
                yield kid
                waiting.append(found)


def _hide(stream: list[Any], hidden: set[int]) -> None:
    for place, piece in enumerate(stream):
        if isinstance(piece, pydyf.Dictionary) and piece.get("MCID") in hidden:
            stream[place - 1] = "/Artifact"
            stream[place] = pydyf.Dictionary({"Type": "/Pagination"})
