"""What is known of the case studies as data, with a description that programs can read."""

import csv
import json
from pathlib import Path
from typing import Any

from ..compendium.exports import COLUMNS, LIST_SEPARATOR
from ..compendium.terms import FACETS
from ..safe_text import one_line, without_formula
from .lists import Lists

LISTS = {"boroughs", "stages", "themes", "tags", "equality_groups"}
DAYS = {"published", "updated"}
TRUTHS = {"has_lessons"}
VALUES = ["list", "slug", "name", "case_studies"]


def write_open_data(folder: Path, lists: Lists, made: str) -> None:
    """Write the values of the lists, and the descriptions of all data, into `folder`.

    The case studies themselves stand there already, as `case-studies.json` and `.csv`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    values = _values(lists)
    _write_json(folder / "values.json", values)
    with (folder / "values.csv").open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(VALUES)
        writer.writerows([without_formula(row[name]) for name in VALUES] for row in values)
    _write_json(folder / "case-studies.schema.json", json_schema())
    _write_json(folder / "datapackage.json", data_package(made))


def _values(lists: Lists) -> list[dict[str, Any]]:
    catalogue = lists.selection.catalogue
    return [
        {
            "list": facet.parameter,
            "slug": term.slug,
            "name": one_line(term.name),
            "case_studies": catalogue.values.get(key, 0).bit_count(),
        }
        for facet in FACETS
        for key, term in catalogue.terms.of[facet.parameter].items()
    ]


def json_schema() -> dict[str, Any]:
    """The JSON Schema of `case-studies.json`."""
    properties = {
        name: {"title": str(heading), **_json_type(name)} for name, heading in COLUMNS.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": ["results", "total"],
        "properties": {
            "total": {"type": "integer", "minimum": 0},
            "results": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": list(COLUMNS),
                    "additionalProperties": False,
                    "properties": properties,
                },
            },
        },
    }


def _json_type(name: str) -> dict[str, Any]:
    if name in LISTS:
        return {"type": "array", "items": {"type": "string"}}
    if name in DAYS:
        return {"type": ["string", "null"], "format": "date"}
    return {"type": "boolean" if name in TRUTHS else "string"}


def data_package(made: str) -> dict[str, Any]:
    """A description of the tables, after the Data Package standard."""
    fields = [_field(name, str(heading)) for name, heading in COLUMNS.items()]
    values = [
        {"name": name, "type": "integer" if name == "case_studies" else "string"} for name in VALUES
    ]
    table = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    return {
        "name": "case-studies",
        "title": "Case studies of co-production",
        "created": made,
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": [
            {
                **table,
                "name": "case-studies",
                "path": "case-studies.csv",
                "schema": {"fields": fields},
            },
            {
                "name": "case-studies-json",
                "path": "case-studies.json",
                "format": "json",
                "jsonSchema": "case-studies.schema.json",
            },
            {**table, "name": "values", "path": "values.csv", "schema": {"fields": values}},
            {"name": "values-json", "path": "values.json", "format": "json"},
        ],
    }


def _field(name: str, heading: str) -> dict[str, Any]:
    if name in TRUTHS:
        return {"name": heading, "type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]}
    if name in DAYS:
        return {"name": heading, "type": "date"}
    if name in LISTS:
        separated = f"Several are separated by “{LIST_SEPARATOR}”."
        return {"name": heading, "type": "string", "description": separated}
    return {"name": heading, "type": "string"}


def _write_json(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
