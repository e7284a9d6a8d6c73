"""A reader of calendar files that forgives nothing: RFC 5545, clause by clause."""

import re
from dataclasses import dataclass, field

NAME = re.compile(r"[A-Z][A-Z0-9-]*")
# What may stand in an address after an escaping backslash (3.3.11).
ESCAPES = {"n": "\n", "N": "\n", ",": ",", ";": ";", "\\": "\\"}
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME", "COMMENT", "TZNAME"}


@dataclass
class Component:
    """A part of a calendar: its properties with their parameters, and the parts in it."""

    name: str
    properties: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    parts: list["Component"] = field(default_factory=list)

    def value(self, name: str) -> str:
        """The one value of a property."""
        [value] = [value for found, _parameters, value in self.properties if found == name]
        return value

    def parameters(self, name: str) -> dict[str, str]:
        """The parameters of a property that stands once."""
        [found] = [parameters for each, parameters, _value in self.properties if each == name]
        return found

    def all(self, name: str) -> list["Component"]:
        """The parts of one kind."""
        return [part for part in self.parts if part.name == name]


def read(content: bytes) -> Component:
    """The calendar in a file. Fails on whatever the standard does not allow."""
    lines = _unfolded(content)
    calendar, rest = _component(lines, 0)
    assert calendar.name == "VCALENDAR"
    assert rest == len(lines), "something stands after the calendar"
    assert calendar.value("VERSION") == "2.0"
    assert calendar.value("PRODID")
    return calendar


def _unfolded(content: bytes) -> list[str]:
    assert content.endswith(b"\r\n"), "the last line has no end (3.1)"
    physical = content[:-2].split(b"\r\n")
    for line in physical:
        assert b"\r" not in line and b"\n" not in line, "a line ends in half a line break (3.1)"
        assert len(line) <= 75, f"a line of {len(line)} octets is not folded (3.1)"
        line.decode("utf-8")  # folded between letters, so that each line can be read by itself
        assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line), "a control character (3.1)"
    lines: list[str] = []
    for line in physical:
        if line[:1] in (b" ", b"\t"):
            lines[-1] += line[1:].decode()
        else:
            lines.append(line.decode())
    return lines


def _component(lines: list[str], at: int) -> tuple[Component, int]:
    name, _parameters, value = _line(lines[at])
    assert name == "BEGIN"
    component = Component(value)
    at += 1
    while True:
        name, parameters, found = _line(lines[at])
        if name == "END":
            assert found == value, f"{value} is ended as {found}"
            return component, at + 1
        if name == "BEGIN":
            part, at = _component(lines, at)
            component.parts.append(part)
            continue
        component.properties.append((name, parameters, found))
        at += 1


def _line(line: str) -> tuple[str, dict[str, str], str]:
    head, parameters, value = "", {}, ""
    match = re.fullmatch(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)', line, re.S)
    assert match, f"no content line (3.1): {line!r}"
    head, given, value = match.groups()
    assert NAME.fullmatch(head)
    for parameter in re.findall(r';([A-Z0-9-]+)=("[^"]*"|[^";:,]*)', given):
        parameters[parameter[0]] = parameter[1].strip('"')
    return head, parameters, _text(value) if head in TEXTS else value


def _text(value: str) -> str:
    """A text without its escapes (3.3.11)."""
    text, at = "", 0
    while at < len(value):
        if value[at] == "\\":
            assert value[at + 1] in ESCAPES, f"an escape there is not: {value[at : at + 2]!r}"
            text, at = text + ESCAPES[value[at + 1]], at + 2
            continue
        assert value[at] not in ",;", "a comma or semicolon that is not escaped"
        text, at = text + value[at], at + 1
    return text
