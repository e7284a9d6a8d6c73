"""Index of the plugin's models. A feature imports the feature that owns a thing, never this."""

from .case_studies.models import (
    CaseStudyConsent,
    CaseStudyEvidence,
    CaseStudyPage,
    CaseStudyPartner,
    CaseStudyStage,
    CaseStudyTag,
    PinnedRelatedCaseStudy,
)
from .compendium.models import CompendiumEntry, CompendiumPage
from .continuum.models import Continuum, ContinuumPage, ContinuumStage
from .contributions.models import (
    ContributePage,
    Contribution,
    ContributionConsent,
    ContributionFile,
    ContributionLink,
    ContributionQuestion,
)
from .mail.models import OutgoingMail
from .meetings.attending.models import AccessNeeds, MeetingRegistration
from .meetings.models import MeetingAnnouncement, MeetingIndexPage, MeetingPage
from .meetings.rows import AgendaItem, MeetingPaper
from .news.models import NewsIndexPage, NewsPage, NewsTag
from .public_forms.models import SendingCount
from .roles.models import OrganisationMembership
from .searching.models import (
    IndexedWord,
    PublicChange,
    PublicVersion,
    SearchDocument,
    SearchedWords,
    SynonymGroup,
)
from .sign_off.contributor_task import ContributorSignOffTask
from .sign_off.editorial_task import EditorialReviewTask
from .sign_off.models import ContributorAgreement
from .taxonomy.models import (
    Borough,
    EqualityGroup,
    Organisation,
    OrganisationKind,
    Tag,
    Theme,
)
from .working_group.models import JoinPage, JoinRequest, WorkingGroupPage

__all__ = [
    "SynonymGroup",
    "SearchedWords",
    "PublicVersion",
    "PublicChange",
    "IndexedWord",
    "CompendiumEntry",
    "AccessNeeds",
    "AgendaItem",
    "Borough",
    "CaseStudyConsent",
    "CaseStudyEvidence",
    "CaseStudyPage",
    "CaseStudyPartner",
    "CaseStudyStage",
    "CaseStudyTag",
    "CompendiumPage",
    "ContributePage",
    "Contribution",
    "ContributionConsent",
    "ContributionFile",
    "ContributionLink",
    "ContributionQuestion",
    "ContributorAgreement",
    "ContributorSignOffTask",
    "Continuum",
    "ContinuumPage",
    "ContinuumStage",
    "EditorialReviewTask",
    "EqualityGroup",
    "JoinPage",
    "JoinRequest",
    "MeetingAnnouncement",
    "MeetingIndexPage",
    "MeetingPage",
    "MeetingPaper",
    "MeetingRegistration",
    "NewsIndexPage",
    "NewsPage",
    "NewsTag",
    "Organisation",
    "OrganisationKind",
    "OrganisationMembership",
    "OutgoingMail",
    "PinnedRelatedCaseStudy",
    "SearchDocument",
    "SendingCount",
    "Tag",
    "Theme",
    "WorkingGroupPage",
]
