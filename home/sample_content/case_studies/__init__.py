"""The sample case studies, a file for each place or subject."""

from ..records import CaseStudy
from . import beyond_london, hackney, hammersmith_and_fulham, health, lived_experience, london

CASE_STUDIES: list[CaseStudy] = [
    *hackney.CASE_STUDIES,
    *hammersmith_and_fulham.CASE_STUDIES,
    *health.CASE_STUDIES,
    *london.CASE_STUDIES,
    *beyond_london.CASE_STUDIES,
    *lived_experience.CASE_STUDIES,
]
