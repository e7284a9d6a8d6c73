"""Index of the plugin's models. A feature imports the feature that owns a thing, never this."""

from .case_studies.models import (
    CaseStudyConsent,
    CaseStudyEvidence,
    CaseStudyPage,
    CaseStudyPartner,
    CaseStudyStage,
    CaseStudyTag,
    CompendiumPage,
    PinnedRelatedCaseStudy,
    SearchDocument,
)
from .continuum.models import Continuum, ContinuumPage, ContinuumStage
from .meetings.models import AgendaItem, MeetingIndexPage, MeetingPage, MeetingPaper
from .news.models import NewsIndexPage, NewsPage, NewsTag
from .roles.models import OrganisationMembership
from .sign_off.models import EditorialReviewTask
from .taxonomy.models import (
    Borough,
    EqualityGroup,
    Organisation,
    OrganisationKind,
    Tag,
    Theme,
)
from .working_group.models import JoinPage, JoinRequest, SendingCount, WorkingGroupPage

__all__ = [
    "AgendaItem",
    "Borough",
    "CaseStudyConsent",
    "CaseStudyEvidence",
    "CaseStudyPage",
    "CaseStudyPartner",
    "CaseStudyStage",
    "CaseStudyTag",
    "CompendiumPage",
    "Continuum",
    "ContinuumPage",
    "ContinuumStage",
    "EditorialReviewTask",
    "EqualityGroup",
    "JoinPage",
    "JoinRequest",
    "MeetingIndexPage",
    "MeetingPage",
    "MeetingPaper",
    "NewsIndexPage",
    "NewsPage",
    "NewsTag",
    "Organisation",
    "OrganisationKind",
    "OrganisationMembership",
    "PinnedRelatedCaseStudy",
    "SearchDocument",
    "SendingCount",
    "Tag",
    "Theme",
    "WorkingGroupPage",
]
