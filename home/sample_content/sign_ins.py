"""The sample sign-ins. They exist only where COPROD_SAMPLE_SIGN_INS is True."""

from dataclasses import dataclass

from coprod_pages.roles.groups import CVS_EDITORS, REVIEWERS, SITE_MANAGERS, WORKING_GROUP

PASSWORD = "co-production"  # noqa: S105  published on purpose, for the sample site alone


@dataclass(frozen=True)
class SignIn:
    """One account: its name, its role, the organisation it belongs to."""

    username: str
    first_name: str
    last_name: str
    role: str
    organisation: str = ""


SIGN_INS = [
    SignIn("editor", "Sample", "Editor", CVS_EDITORS, "Hackney CVS"),
    SignIn("colleague", "Sample", "Colleague", CVS_EDITORS, "Co-production working group"),
    SignIn("reviewer", "Sample", "Reviewer", REVIEWERS),
    SignIn("secretary", "Sample", "Secretary", WORKING_GROUP),
    SignIn("manager", "Sample", "Manager", SITE_MANAGERS),
]
