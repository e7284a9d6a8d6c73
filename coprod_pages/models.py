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
from .continuum.models import Continuum, ContinuumStage
from .continuum.pages import ContinuumPage
from .contributions.models import (
    ContributedPhotograph,
    ContributePage,
    Contribution,
    ContributionConsent,
    ContributionFile,
    ContributionLink,
    ContributionQuestion,
)
from .editions.models import (
    EditionIndexPage,
    EditionPage,
    EditionRule,
    MadeFile,
    Making,
    Pin,
)
from .mail.models import OutgoingMail
from .mailing_list.models import ListMessage, Subscriber, SubscriberLink
from .meetings.attending.models import AccessNeeds, MeetingRegistration
from .meetings.minutes.models import MeetingAction, MeetingChase, MinutesAgreement
from .meetings.models import MeetingAnnouncement, MeetingIndexPage, MeetingPage
from .meetings.rows import AgendaItem, MeetingDecision, MeetingPaper
from .news.models import NewsCaseStudy, NewsIndexPage, NewsMeeting, NewsPage, NewsTag
from .personal_data.models import PersonalData
from .public_forms.models import SendingCount
from .quoted_people.models import QuotedPerson, QuotedPersonLink
from .roles.models import OrganisationMembership
from .scheduling.models import PublishingRun
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
    "ContributedPhotograph",
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
    "EditionIndexPage",
    "EditionPage",
    "EditionRule",
    "EditorialReviewTask",
    "EqualityGroup",
    "JoinPage",
    "JoinRequest",
    "ListMessage",
    "MadeFile",
    "Making",
    "MeetingAction",
    "MeetingAnnouncement",
    "MeetingChase",
    "MeetingDecision",
    "MeetingIndexPage",
    "MeetingPage",
    "MeetingPaper",
    "MeetingRegistration",
    "MinutesAgreement",
    "NewsCaseStudy",
    "NewsIndexPage",
    "NewsMeeting",
    "NewsPage",
    "NewsTag",
    "Organisation",
    "OrganisationKind",
    "OrganisationMembership",
    "OutgoingMail",
    "PersonalData",
    "Pin",
    "PinnedRelatedCaseStudy",
    "PublishingRun",
    "QuotedPerson",
    "QuotedPersonLink",
    "SearchDocument",
    "SendingCount",
    "Subscriber",
    "SubscriberLink",
    "Tag",
    "Theme",
    "WorkingGroupPage",
]
