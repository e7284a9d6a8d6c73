"""Spreadsheets of lists in the admin, whose cells other people wrote."""

from typing import Any

from .safe_text import without_formula, without_unsafe_characters


class SafeExportMixin:
    """For a list with an export: no cell runs as a formula or breaks the file."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        """The cell as it is written, in CSV as well as in XLSX."""
        written = super().preprocess_field_value(field, value, export_format)
        if isinstance(written, str):
            written = without_unsafe_characters(written)
        return without_formula(written)
