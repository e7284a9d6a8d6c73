"""The four groups and what each may do, as data. Applied by `roles.setup`."""

CVS_EDITORS = "CVS editors"
REVIEWERS = "Reviewers"
WORKING_GROUP = "Working group"
SITE_MANAGERS = "Site managers"

GROUPS = [CVS_EDITORS, REVIEWERS, WORKING_GROUP, SITE_MANAGERS]

ALL_ACTIONS = ("view", "add", "change", "delete")
EDIT_ACTIONS = ("view", "add", "change")

# Model permissions of each group: model name in this app, actions.
MODEL_PERMISSIONS: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    CVS_EDITORS: [
        ("organisation", ("view", "add")),
        # A place at the desk; what is on it was handed to them, see `contributions.standing`.
        ("contribution", ("add",)),
    ],
    REVIEWERS: [
        ("tag", EDIT_ACTIONS),
        ("synonymgroup", ALL_ACTIONS),
        ("searchedwords", ("view",)),
        ("contribution", EDIT_ACTIONS),
        ("organisation", EDIT_ACTIONS),
        ("theme", ("view",)),
        ("equalitygroup", ("view",)),
        ("continuum", ("view",)),
    ],
    WORKING_GROUP: [
        ("joinrequest", ("view", "change", "delete")),
        # Only its owner puts an address on the list.
        ("subscriber", ("view", "delete")),
        # To change a message is also to send it.
        ("listmessage", ALL_ACTIONS),
        ("meetingregistration", ("view", "change")),
        ("meetingaction", ALL_ACTIONS),
        # Who needs what to take part is for the secretary alone.
        ("accessneeds", ("view",)),
    ],
    SITE_MANAGERS: [
        ("tag", EDIT_ACTIONS),
        ("synonymgroup", ALL_ACTIONS),
        ("searchedwords", ("view",)),
        ("contribution", EDIT_ACTIONS),
        ("organisation", ALL_ACTIONS),
        ("organisationkind", ALL_ACTIONS),
        ("theme", ALL_ACTIONS),
        ("equalitygroup", ALL_ACTIONS),
        ("borough", ("view", "change")),
        ("continuum", (*ALL_ACTIONS, "publish")),
        ("joinrequest", ("view", "change", "delete")),
        ("subscriber", ("view", "delete")),
        ("listmessage", ALL_ACTIONS),
        ("meetingregistration", ("view", "change")),
        ("meetingaction", ALL_ACTIONS),
        # To change one is to send it again; nobody edits what it says.
        ("outgoingmail", ("view", "change")),
        # To find, hand over and erase what is held about an address, see decision 15.
        ("personaldata", ("handle",)),
    ],
}

# Page permissions: which section's page, which actions. "root" is the whole site.
PAGE_PERMISSIONS: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    CVS_EDITORS: [("compendium", ("add",))],
    REVIEWERS: [
        ("compendium", ("add", "change", "publish", "lock", "unlock")),
        ("editions", ("add", "change", "publish", "lock", "unlock")),
    ],
    WORKING_GROUP: [
        ("working-group", ("add", "change", "publish", "lock", "unlock")),
        ("editions", ("add", "change", "publish", "lock", "unlock")),
    ],
    SITE_MANAGERS: [
        ("root", ("add", "change", "publish", "bulk_delete", "lock", "unlock")),
    ],
}

# Permissions outside this app: app label and codename.
OTHER_PERMISSIONS: dict[str, list[tuple[str, str]]] = {
    SITE_MANAGERS: [
        ("auth", "add_user"),
        ("auth", "change_user"),
        ("auth", "view_user"),
        ("wagtailcore", "view_site"),
        ("wagtailcore", "change_site"),
        ("wagtailredirects", "add_redirect"),
        ("wagtailredirects", "change_redirect"),
        ("wagtailredirects", "delete_redirect"),
        ("wagtailredirects", "view_redirect"),
    ],
}

# What each group may do with images and documents, and in which collection.
SHARED_COLLECTION = "Shared"
WORKING_GROUP_COLLECTION = "Working group"
COLLECTION_ACTIONS = ("add", "change", "choose")
ORGANISATIONS_COLLECTION = "Organisations"
# For case studies that no organisation looks after: those who sort what comes in use all
# collections, and nobody else this one.
DESK_COLLECTION = "Contributions"
