"""The stages a new site starts with: our own proposal, not the 2016 diagram."""

from .models import Continuum, ContinuumStage

STAGES = [
    {
        "slug": "need",
        "name": "Understand the need",
        "short_label": "Need",
        "colour": "#0b6e6e",
        "icon": "speech",
        "description": "People and organisations put together what each of them knows, and settle on a shared picture of what matters and to whom.",
        "honest_conversation": "What do you already believe the need is, and would you let people who live with it tell you that you are wrong? Say who is in the room, who is missing, and why. Say what you have already decided, so that nobody is asked about something that cannot change. People may be tired of being asked: tell them what came of the last time.",
    },
    {
        "slug": "priorities",
        "name": "Agree what comes first",
        "short_label": "Priorities",
        "colour": "#1c5fa8",
        "icon": "scales",
        "description": "Everyone is told plainly what money, law, time and power allow, the tensions are talked through, and the group chooses what to work on.",
        "honest_conversation": "How much money is there, what does the law not allow, and who has the last word? Put it on the table before people choose. Some needs will have to wait: say which, who decided so, and what that means for those who wait. If residents and the organisation want different things, write down both.",
    },
    {
        "slug": "solutions",
        "name": "Shape solutions",
        "short_label": "Solutions",
        "colour": "#5b4b9e",
        "icon": "idea",
        "description": "Those who will use the result and those who will run it work out ideas side by side, starting from skills and places the community already has.",
        "honest_conversation": "Whose idea is on the table, and may it still be turned down? Professionals say what they fear and what they do not know. Residents say what they would not use. Ask who would carry the risk if it fails, and whether the easiest answer is only the one that suits the organisation.",
    },
    {
        "slug": "delivery",
        "name": "Make it happen",
        "short_label": "Delivery",
        "colour": "#8f3b76",
        "icon": "people",
        "description": "Residents and professionals share the doing as well as the planning, with support and pay where it is due.",
        "honest_conversation": "Who does the work, who is paid for it, and who is relied on for nothing? Agree what happens when somebody has had enough, and who steps in. Plans change when they meet the day: say so early, and decide together what gives way, not afterwards in an office.",
    },
    {
        "slug": "review",
        "name": "Learn and judge together",
        "short_label": "Learning",
        "colour": "#a8402c",
        "icon": "search",
        "description": "The people affected decide what counts as success, look at what worked and what did not, and say so openly.",
        "honest_conversation": "Would you publish it if the answer is that it did not work? Let the people affected say what success would have looked like, and compare. Talk about harm and disappointment as well as results, and about who gained least. Nobody should have to fear for their funding, or their service, for telling the truth.",
    },
    {
        "slug": "beyond",
        "name": "Carry it further",
        "short_label": "Beyond",
        "colour": "#7a5a00",
        "icon": "onward",
        "description": "What was learned is passed on and used to change policy, funding and practice elsewhere, and to notice new needs, which starts the line again.",
        "honest_conversation": "What stops when the money stops, and have the people who built it been told? Say whose names are on the story and who may tell it. If it is to grow, ask what made it work that cannot be copied, such as one trusted person. And ask which new needs it has brought to light that nobody has yet promised to meet.",
    },
]

CONTINUUM_NAME = "Continuum of co-production"


def plant_stages() -> Continuum:
    """The first continuum, with the starting stages if there are none at all."""
    continuum = Continuum.objects.first()
    if continuum is None:
        continuum = Continuum.objects.create(name=CONTINUUM_NAME)
        for order, stage in enumerate(STAGES):
            ContinuumStage.objects.create(continuum=continuum, sort_order=order, **stage)
    return continuum
