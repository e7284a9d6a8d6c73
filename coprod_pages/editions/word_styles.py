"""How an edition looks in Word: its styles, set in the template that comes with python-docx."""

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from .tree import Document

INK, SOFT, DEEP, RIVER = "14181B", "49545A", "073B45", "0B5563"
RULE, BRIGHT = "C6CFCD", "F2B632"
TEXT, SIGN, VOICE = "Arial", "Arial Narrow", "Georgia"
HEADINGS = (24, 18, 14, 12, 11)
TITLE_SIZES = ((60, 34), (120, 28), (10_000, 20))
WIDTH = Mm(170)


def set_styles(file: WordDocument, document: Document) -> None:
    """Give `file` the look of an edition, large where large print is asked for."""
    scale = 18 / 10.5 if document.large_print else 1.0
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(25), Mm(22)
    section.header_distance = section.footer_distance = Mm(11)
    _set_language(file, document.language)
    _text_styles(file, scale)
    _heading_styles(file, 1 + (scale - 1) * 0.55, scale, title_size=_size_of(document.title))
    _small_styles(file, scale)
    _contents_styles(file, scale)
    _table_style(file)


def _style(file: WordDocument, name: str, **look: Any) -> Any:
    """The paragraph style `name`, made if it is not there, with `look`."""
    styles = file.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if look.get("based_on"):
        style.base_style = styles[look["based_on"]]
    _dress(style.font, style.element, look)
    paragraph = style.paragraph_format
    paragraph.space_before, paragraph.space_after = Pt(look.get("before", 0)), Pt(look["after"])
    paragraph.line_spacing = look.get("line", 1.25)
    paragraph.keep_with_next = look.get("keep")
    paragraph.widow_control = True
    style.quick_style = True
    style.hidden = False
    return style


def _dress(font: Any, element: Any, look: dict[str, Any]) -> None:
    font.size, font.bold, font.italic = Pt(look["size"]), look.get("bold", False), False
    font.color.rgb = RGBColor.from_string(look.get("colour", INK))
    fonts = element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), look.get("font", TEXT))
    # Letters of other scripts have a size of their own.
    properties = element.get_or_add_rPr()
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(round(look["size"] * 2)))
    properties.find(qn("w:sz")).addnext(size)


def _text_styles(file: WordDocument, scale: float) -> None:
    size = 10.5 * scale
    _style(file, "Normal", size=size, after=6)
    _style(file, "Lead", based_on="Normal", size=size * 1.2, after=8, keep=True)
    file.styles["Lead"].paragraph_format.keep_together = True
    _style(file, "Note", based_on="Normal", size=max(size * 0.95, 10), colour=SOFT, after=6)
    _style(file, "Kicker", based_on="Normal", size=size, bold=True, colour=SOFT, after=4, keep=True)
    quote = _style(file, "Quote", size=size * 1.15, font=VOICE, before=6, after=4)
    quote.paragraph_format.left_indent = Mm(8)
    person = _style(
        file, "Quoted Person", based_on="Normal", size=size * 0.95, bold=True, colour=SOFT, after=8
    )
    person.paragraph_format.left_indent = Mm(8)
    for name in ("List Bullet", "List Number"):
        _style(file, name, size=size, after=3)
    _style(file, "List Continue", size=size, after=3)
    title = _style(
        file, "Call-out Title", based_on="Normal", size=size, bold=True, colour=DEEP, after=3
    )
    title.paragraph_format.keep_with_next = True


def _size_of(title: str) -> float:
    """How large a title is set, so that the whole cover stays on its page."""
    return next(size for most, size in TITLE_SIZES if len(title) <= most)


def _heading_styles(file: WordDocument, scale: float, text_scale: float, title_size: float) -> None:
    _style(file, "Cover Date", size=15 * scale, bold=True, colour=RIVER, before=90, after=10)
    title = _style(
        file, "Title", size=title_size, bold=True, font=SIGN, colour=DEEP, after=10, line=1.1
    )
    for edge in title.element.pPr.findall(qn("w:pBdr")):
        title.element.pPr.remove(edge)
    _style(file, "Subtitle", size=15 * scale, colour=SOFT, after=40)
    _style(file, "Cover Foot", size=11 * text_scale, before=18, after=4)
    for level, size in enumerate(HEADINGS, start=1):
        _style(
            file,
            f"Heading {level}",
            size=max(size * scale, 10.5 * text_scale),
            bold=True,
            font=SIGN,
            colour=DEEP,
            before=18 if level < 3 else 12,
            after=5,
            line=1.1,
            keep=True,
        )
    title = _style(
        file, "Contents Title", size=24 * scale, bold=True, font=SIGN, colour=DEEP, after=10
    )
    title.paragraph_format.keep_with_next = True
    for name in ("Subtitle", "Heading 1", "Contents Title"):
        _underline(file.styles[name])


def _underline(style: Any) -> None:
    """The yellow line below the great headings, as on the site."""
    edges, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "20"), ("space", "4"), ("color", BRIGHT)):
        line.set(qn(f"w:{name}"), value)
    edges.append(line)
    style.element.get_or_add_pPr().insert_element_before(
        edges, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _small_styles(file: WordDocument, scale: float) -> None:
    size = 9.5 * scale if scale == 1 else 18
    _style(file, "Caption", size=size, colour=SOFT, after=10)
    _style(file, "Picture", size=size, before=6, after=4, line=1.0)
    _style(file, "Page Break", size=1, after=0, line=1.0)
    size = 10 if scale == 1 else 18
    _style(file, "Index Entry", size=size, bold=True, before=4, after=1, keep=True)
    place = _style(file, "Index Place", size=size, after=1).paragraph_format
    place.left_indent, place.first_line_indent = Mm(10), -Mm(5)
    for name in ("Header", "Footer"):
        style = _style(file, name, size=8.5 if scale == 1 else 16, colour=SOFT, after=0)
        tabs = style.element.get_or_add_pPr()
        for old in tabs.findall(qn("w:tabs")):
            tabs.remove(old)
        style.paragraph_format.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    for name, colour, underlined in (("Hyperlink", RIVER, True), ("Address", SOFT, False)):
        words = file.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        words.font.color.rgb = RGBColor.from_string(colour)
        words.font.underline = underlined or None


def _contents_styles(file: WordDocument, scale: float) -> None:
    for level in (1, 2):
        style = _style(
            file,
            f"toc {level}",
            size=10.5 * scale,
            bold=level == 1,
            before=6 if level == 1 else 0,
            after=2,
            line=1.15,
        )
        style.base_style = file.styles["Normal"]
        paragraph = style.paragraph_format
        paragraph.left_indent = Mm(6 * level)
        paragraph.first_line_indent = -Mm(6)
        paragraph.right_indent = Mm(12)
        paragraph.tab_stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _table_style(file: WordDocument) -> None:
    size = file.styles["Normal"].font.size.pt
    _style(file, "Table Text", based_on="Normal", size=size, after=0, line=1.15)
    _style(file, "Table Heading", based_on="Normal", size=size, bold=True, colour=DEEP, after=0)
    _style(file, "Table Title", size=size, bold=True, colour=DEEP, before=8, after=4, keep=True)
    _style(file, "After Table", size=4, after=4, line=1.0)
    style = file.styles.add_style("Edition Table", WD_STYLE_TYPE.TABLE)
    style.base_style = file.styles["Normal Table"]
    properties = OxmlElement("w:tblPr")
    edges = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        edge = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", RULE)):
            edge.set(qn(f"w:{name}"), value)
        edges.append(edge)
    properties.append(edges)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 50), ("left", 80), ("bottom", 50), ("right", 80)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.append(margins)
    style.element.append(properties)


def _set_language(file: WordDocument, language: str) -> None:
    defaults = file.styles.element.find(qn("w:docDefaults"))
    for each in [] if defaults is None else defaults.iter(qn("w:lang")):
        each.set(qn("w:val"), language)
