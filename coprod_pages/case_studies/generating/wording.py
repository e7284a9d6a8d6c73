"""Phrases from which the plain sentences of invented case studies are put together. Pure.

A few templates alone would give every case study the same words. Here the first phrases of a
list are usual and the last ones seldom, so that words are as unequal as in real texts.
"""

from .names import listed


def phrases(text: str) -> list[str]:
    """Phrases of several words, with semicolons between them."""
    return listed(" ".join(text.split()), between="; ")


FRAMES = [
    "{Who} {did} {when}.",
    "{When} {who} {did}.",
    "{Who} {did}, {result}.",
    "{Where}, {who} {did}.",
    "{When} {who} {did} {where}.",
    "Because {reason}, {who} {did}.",
    "{Given} {surname} {did} {when}, {result}.",
    "{Who} said that {reason}.",
    "To {who} this was {coprod}.",
]
# Each may come several times in one text.
SEVERAL = FRAMES * 3
WHO = phrases(
    "residents; our volunteers; two councillors; parents from the school; a retired bus driver; "
    "the caretaker; neighbours of all ages; the head teacher; a trainee solicitor; the librarian; "
    "a young mother; tenants on the top floor; the imam; a student nurse; somebody from finance; "
    "the shopkeeper; a former chef; three sisters; the vicar; an occupational therapist; the mayor; "
    "a Deaf artist; a bricklayer; two sixth-formers; the lollipop lady; a taxi driver; "
    "the treasurer; an ecologist; the street sweepers; a midwife; the rabbi; a graphic designer; "
    "the choir; a barrister; the scouts; an electrician; a hairdresser; the goalkeeper; "
    "the postwoman; an anthropologist; a market trader; the night porter; a beekeeper; "
    "the locksmith; a statistician; the seamstress; a plumber; the bell-ringers; an actuary"
)
DID = phrases(
    "worked out what the budget could buy; asked for evidence; wrote to the housing office; "
    "shared their experience; rang every doorbell in the block; kept the minutes; "
    "looked after the children; drew up a timetable; cooked for sixty guests; "
    "questioned the contract; tested the new website; signed a petition; painted the corridor; "
    "repaired the boiler; invited the regional director; counted bicycles and pushchairs; "
    "translated leaflets into Somali and Turkish; argued for a longer trial; raised sponsorship; "
    "published a glossary; recorded a podcast; planted bulbs beside the railway; "
    "walked out in protest; negotiated a cheaper lease; mended the roof; interviewed candidates; "
    "compared prices from rival suppliers; opened a bank account; learned sign language; "
    "filed a complaint with the ombudsman; organised a rota; swapped phone numbers; "
    "sketched a cheaper entrance; checked the fire doors; hosted exchange visitors from Sweden; "
    "photographed damp and mould; refused to sign; baked cakes for the inspectors; "
    "set up a telephone tree; analysed seven hundred replies; drafted the tender; "
    "challenged an eligibility rule; rehearsed difficult conversations; bought second-hand chairs; "
    "measured noise with borrowed meters; appealed against the parking fine; built a website; "
    "presented findings to the cabinet; trained as advocates; wrote poems for the newsletter; "
    "ran a stall at the fair; mapped unlit footpaths; tasted the hospital menus; shadowed managers; "
    "delivered prescriptions by bicycle; role-played appointments; secured a licence; "
    "elected a chairwoman; sorted donated clothes; removed the barriers; invented a board game; "
    "timed the pedestrian lights; reviewed every letter for jargon; tracked spending by quarter; "
    "welcomed latecomers; read the small print; audited toilets and ramps; knitted squares; "
    "crowdfunded a minibus; drafted a constitution; scored the bids; digitised the archive; "
    "dismantled the stage; peer-reviewed the report; borrowed a marquee; apologised in public"
)
WHEN = phrases(
    "every week; in the first year; after the summer; that winter; within a month; "
    "at the second meeting; over lunch; in the evenings; before the election; during Ramadan; "
    "at half term; on a Saturday; while the lift was broken; in the third quarter; "
    "after the lockdown; one frosty morning; between two inspections; on the anniversary; "
    "during a heatwave; at Diwali; when the scaffolding came down; by Whitsun; at dusk; "
    "halfway through the pilot; on polling day; after the merger; during Advent; at harvest time"
)
WHERE = phrases(
    "in the community hall; at the library; in the park; on the estate; at school; "
    "in the town hall; behind the supermarket; at the sports centre; online; on the high street; "
    "in somebody’s front room; at the bus garage; under the railway arches; in the basement; "
    "on the roof terrace; beside the reservoir; in the cemetery chapel; at the magistrates’ court; "
    "aboard a narrowboat; in the university laboratory; at the fire station; in the crypt; "
    "outside the bookmaker’s; on the towpath; in the switchroom; at the ice rink; in the bandstand"
)
RESULT = phrases(
    "and the plan was changed; and more people joined; which nobody had expected; "
    "and numbers doubled; so the service opened earlier; and trust grew slowly; "
    "although the funding was uncertain; which saved eleven thousand pounds; "
    "and complaints fell; so that shift workers could come; and the waiting list shrank; "
    "but the software kept crashing; and the regulator praised it; which embarrassed the board; "
    "and a neighbouring ward copied it; so the contractor backed down; and attendance dipped; "
    "which led to an apprenticeship; and vandalism stopped; but the insurance lapsed; "
    "so the policy was withdrawn; and newcomers felt at home; which surprised the auditors; "
    "and the evaluation confirmed it; but rumours spread; so the deadline was extended; "
    "and isolation eased; which pleased the trustees; and the pigeons returned; "
    "but transport costs soared; so a helper was hired; and the tribunal agreed"
)
REASON = phrases(
    "services did not talk to each other; money was short; information was hard to find; "
    "opening hours suited nobody; the forms were too long; decisions were made elsewhere; "
    "rents kept rising; people were tired of consultations; the building was unsafe; "
    "English was a second language for many; staff turnover was high; the old model had failed; "
    "nobody owned the problem; statistics hid what was happening; benefits rules were confusing; "
    "the cladding had to go; childcare cost more than wages; the broadband was patchy; "
    "smartphones were taken for granted; there was a backlog of referrals; "
    "pavements were cracked; school meals went cold; the ferry had stopped; "
    "asthma was common; trust had been broken in the past; landlords ignored repairs; "
    "the algorithm made mistakes; grief was never mentioned; gambling was rife; "
    "veterans were overlooked; the catchment had moved; hearing loops were missing"
)
