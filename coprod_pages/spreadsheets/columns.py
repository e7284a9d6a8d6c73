"""The one list of columns that a spreadsheet of case studies may have. Pure.

Import reads it to know what a column means; an export writes the same names, so that a
file written here can be read here.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column: its name in the header, what people write in it, and what becomes of it."""

    name: str
    meaning: str
    becomes: str
    needed: bool = False
    expected: bool = True
    kept: bool = True


def _own(name: str, meaning: str, becomes: str) -> Column:
    """A column that only some files have; nobody is told when it is not there."""
    return Column(name, meaning, becomes, expected=False)


def _unused(name: str, meaning: str, reason: str) -> Column:
    """A column that is known and read, and whose content is not kept."""
    return Column(name, meaning, reason, kept=False)


COLUMNS = [
    Column(
        "source_id",
        "The record's number where it comes from; the same in every later file.",
        "With the source, the number that a second import finds the case study by.",
        needed=True,
    ),
    Column("title", "What it is called.", "Title.", needed=True),
    Column("summary", "One or two sentences, 280 characters at most.", "Summary."),
    Column("body_html", "The account, as HTML or plain text.", "What you did together."),
    Column("tags", "Keywords, separated by semicolons.", "Tags, and themes that they name."),
    Column("issues", "Broad subjects.", "Themes; a subject that is no theme becomes a tag."),
    Column("topics", "Narrower subjects.", "Tags, and themes that they name."),
    Column("methods", "Named methods.", "Tags, and stages where the method is one."),
    Column("purposes", "What it was for.", "Tags, and stages where the purpose is one."),
    Column("target_groups", "Whom it set out to reach.", "Groups that took part, or a tag."),
    Column("recruitment", "How people came to take part.", "How they were reached."),
    Column("participants", "How many people.", "How many people took part."),
    Column("organiser", "Who ran it; the first is the lead.", "Lead organisation, partners."),
    Column("organiser_type", "What kind of body ran it.", "Kind of the lead organisation."),
    Column("funder", "Who paid.", "Funder."),
    Column("location_name", "A building, an estate, an area.", "Place."),
    Column("borough", "London boroughs, or London-wide.", "Where it happened, and boroughs."),
    Column("city", "Town or city.", "Place; tells London from elsewhere."),
    Column("region", "Region or county.", "Place."),
    Column("country", "Country.", "Place; tells London from elsewhere."),
    _unused("latitude", "Decimal degrees.", "Checked to be a number; maps here show boroughs."),
    _unused("longitude", "Decimal degrees.", "Checked to be a number; maps here show boroughs."),
    Column("scope", "Local, Regional, National, International.", "Helps to tell where it was."),
    Column("start_date", "2016, March 2016, 03/2016, 3 March 2016, 03/03/2016.", "Start."),
    Column("end_date", "As the start.", "End."),
    Column("ongoing", "yes or no.", "Does it still go on?"),
    Column("url", "The page it comes from.", "Address at the source."),
    Column("language", "en.", "Reported when it is another language; not kept."),
    _unused("last_updated", "Last change at the source.", "The history here has its own dates."),
    Column("source", "The collection it comes from.", "Credit, and part of the number."),
    _unused("awkward", "Remarks on the row.", "For people who prepare the file."),
    _own("themes", "Themes of this site, by name.", "Themes."),
    _own("stages", "Stages of the continuum, by name.", "Stages."),
    _own("need", "The need, and who agreed it was the need.", "The need."),
    _own("worked", "What worked.", "What worked."),
    _own("did_not_work", "What did not work, tensions and limits.", "What did not work."),
    _own("credit", "Credit and licence to show.", "Credit and licence."),
]

NAMES = frozenset(column.name for column in COLUMNS)
NEEDED = [column.name for column in COLUMNS if column.needed]
EXPECTED = [column.name for column in COLUMNS if column.expected]
NOT_KEPT = [column.name for column in COLUMNS if not column.kept]


def column_name(heading: str) -> str:
    """The name that a heading as people type it stands for: "Start date" is `start_date`."""
    return "_".join(heading.replace("-", " ").replace("_", " ").lower().split())
