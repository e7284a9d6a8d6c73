"""Real lists in a Word file: each begins to count anew, and lists stand in lists."""

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph

LEVELS = 6
STEP = 360  # twentieths of a point that each level stands further in
SIGNS = ("•", "–", "•", "–", "•", "–")
KINDS = ("decimal", "lowerLetter", "lowerRoman", "decimal", "lowerLetter", "lowerRoman")


class Numbering:
    """The kinds of lists that a file knows."""

    def __init__(self, file: WordDocument) -> None:
        self._element = file.part.numbering_part.element
        known = self._element.findall(qn("w:abstractNum"))
        free = max((int(each.get(qn("w:abstractNumId"))) for each in known), default=0) + 1
        self._bulleted = self._add_kind(free, numbered=False)
        self._numbered = self._add_kind(free + 1, numbered=True)

    def begin(self, numbered: bool) -> int:
        """The number of a new list."""
        kind = self._numbered if numbered else self._bulleted
        number = self._element.add_num(kind)
        if numbered:
            for level in range(LEVELS):
                number.add_lvlOverride(ilvl=level).add_startOverride(1)
        return number.numId

    def number(self, paragraph: WordParagraph, number: int, depth: int) -> None:
        """Make `paragraph` an item of the list `number`, so deep in other lists."""
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = min(depth, LEVELS - 1)
        properties.get_or_add_numId().val = number

    def _add_kind(self, key: int, numbered: bool) -> int:
        kind = OxmlElement("w:abstractNum")
        kind.set(qn("w:abstractNumId"), str(key))
        _child(kind, "w:multiLevelType", "multilevel")
        for level in range(LEVELS):
            kind.append(_level(level, numbered))
        # All kinds come before the lists that are of them.
        first = self._element.find(qn("w:num"))
        if first is None:
            self._element.append(kind)
        else:
            first.addprevious(kind)
        return key


def _level(level: int, numbered: bool) -> OxmlElement:
    element = OxmlElement("w:lvl")
    element.set(qn("w:ilvl"), str(level))
    _child(element, "w:start", "1")
    _child(element, "w:numFmt", KINDS[level] if numbered else "bullet")
    _child(element, "w:lvlText", f"%{level + 1}." if numbered else SIGNS[level])
    _child(element, "w:lvlJc", "left")
    properties = OxmlElement("w:pPr")
    indent = OxmlElement("w:ind")
    indent.set(qn("w:left"), str(STEP * (level + 1)))
    indent.set(qn("w:hanging"), str(STEP))
    properties.append(indent)
    element.append(properties)
    return element


def _child(parent: OxmlElement, name: str, value: str) -> None:
    element = OxmlElement(name)
    element.set(qn("w:val"), value)
    parent.append(element)
