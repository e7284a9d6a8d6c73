"""The organisations that the sample case studies name."""

from dataclasses import dataclass

HACKNEY_CVS = "Hackney CVS"
WORKING_GROUP = "Co-production working group"


@dataclass(frozen=True)
class OrganisationRecord:
    """One organisation. `kind` and `borough` are addresses in the vocabularies."""

    name: str
    kind: str
    borough: str = ""
    website: str = ""


ORGANISATIONS = [
    # Looks after every case study that is not Hackney CVS's.
    OrganisationRecord(WORKING_GROUP, "other"),
    OrganisationRecord(HACKNEY_CVS, "cvs", "hackney", "https://hcvs.org.uk/"),
    OrganisationRecord("Hackney Council", "council", "hackney", "https://hackney.gov.uk/"),
    OrganisationRecord(
        "Connect Hackney", "charity", "hackney", "https://www.connecthackney.org.uk/"
    ),
    OrganisationRecord(
        "The National Lottery Community Fund", "funder", "", "https://www.tnlcommunityfund.org.uk/"
    ),
    OrganisationRecord(
        "Hammersmith and Fulham Council",
        "council",
        "hammersmith-and-fulham",
        "https://www.lbhf.gov.uk/",
    ),
    OrganisationRecord(
        "Action on Disability", "charity", "hammersmith-and-fulham", "https://aod.org.uk/"
    ),
    OrganisationRecord("Groundswell", "charity", "", "https://groundswell.org.uk/"),
    OrganisationRecord("Halcrow Foundation", "funder", "", "http://halcrowfoundation.org/"),
    OrganisationRecord("Legal Education Foundation", "funder"),
    OrganisationRecord(
        "Wandsworth Community Empowerment Network", "charity", "wandsworth", "https://emhip.co.uk/"
    ),
    OrganisationRecord(
        "South West London and St George’s Mental Health NHS Trust", "nhs", "wandsworth"
    ),
    OrganisationRecord(
        "Co-Production Collective, University College London",
        "university",
        "camden",
        "https://www.coproductioncollective.co.uk/",
    ),
    OrganisationRecord("Aphasia New Music Group", "community-group"),
    OrganisationRecord("Future of London", "charity", "", "https://www.futureoflondon.org.uk/"),
    OrganisationRecord("The Open University", "university"),
    OrganisationRecord("Citizens UK", "charity", "", "https://www.citizensuk.org/"),
    OrganisationRecord("Refugee Action", "charity", "", "https://www.refugee-action.org.uk/"),
    OrganisationRecord(
        "A Better Start Southend", "charity", "", "https://abetterstartsouthend.co.uk/"
    ),
    OrganisationRecord("Southend Association of Voluntary Services", "cvs"),
    OrganisationRecord("Knowle West Media Centre", "charity", "", "https://kwmc.org.uk/"),
    OrganisationRecord("White Design", "business"),
    OrganisationRecord("Taff Housing Association", "housing"),
]
