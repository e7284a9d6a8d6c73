"""The sample case studies, a file for each place or subject."""

from ..records import CaseStudy
from . import hackney

CASE_STUDIES: list[CaseStudy] = [
    *hackney.CASE_STUDIES,
]
