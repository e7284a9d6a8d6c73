"""The stages a new site starts with: our own proposal, not the 2016 diagram."""

from .models import Continuum, ContinuumStage

# slug, name, short label, colour, description
STAGES = [
    (
        "need",
        "Understand the need",
        "Need",
        "#0b6e6e",
        "People and organisations put together what each of them knows, and settle on a shared picture of what matters and to whom.",
    ),
    (
        "priorities",
        "Agree what comes first",
        "Priorities",
        "#1c5fa8",
        "Everyone is told plainly what money, law, time and power allow, the tensions are talked through, and the group chooses what to work on.",
    ),
    (
        "solutions",
        "Shape solutions",
        "Solutions",
        "#5b4b9e",
        "Those who will use the result and those who will run it work out ideas side by side, starting from skills and places the community already has.",
    ),
    (
        "delivery",
        "Make it happen",
        "Delivery",
        "#8f3b76",
        "Residents and professionals share the doing as well as the planning, with support and pay where it is due.",
    ),
    (
        "review",
        "Learn and judge together",
        "Learning",
        "#a8402c",
        "The people affected decide what counts as success, look at what worked and what did not, and say so openly.",
    ),
    (
        "beyond",
        "Carry it further",
        "Beyond",
        "#7a5a00",
        "What was learned is passed on and used to change policy, funding and practice elsewhere, and to notice new needs, which starts the line again.",
    ),
]

CONTINUUM_NAME = "Continuum of co-production"


def plant_stages() -> Continuum:
    """The first continuum, with the starting stages if there are none at all."""
    continuum = Continuum.objects.first()
    if continuum is None:
        continuum = Continuum.objects.create(name=CONTINUUM_NAME)
        for order, (slug, name, short_label, colour, description) in enumerate(STAGES):
            ContinuumStage.objects.create(
                continuum=continuum,
                slug=slug,
                name=name,
                short_label=short_label,
                colour=colour,
                description=description,
                sort_order=order,
            )
    return continuum
