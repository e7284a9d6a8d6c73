"""What has to be said about a row, for the report. Pure."""

from dataclasses import dataclass, field

ASSUMED = "assumed"
CHANGED = "changed"
LEFT_OUT = "left out"
NOT_UNDERSTOOD = "not understood"
LOOK = "please look"


@dataclass(frozen=True)
class Note:
    """One thing to know: of which kind it is, and the words."""

    kind: str
    words: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.words}"


@dataclass
class Notes:
    """The notes on one row, in the order in which they came up."""

    all: list[Note] = field(default_factory=list)

    def add(self, kind: str, words: str) -> None:
        """Add one, unless it is there already."""
        note = Note(kind, words)
        if note not in self.all:
            self.all.append(note)

    def list_words(self, kind: str, column: str, words: list[str]) -> None:
        """Add one note for all `words` of a column, if there are any."""
        if words:
            self.add(kind, f"{column}: {'; '.join(f'“{word}”' for word in words)}")
