"""The sentences of invented case studies, with places for words in braces. Pure.

Usual words stand in many of them ("community"), most in few.
"""

from .names import listed

# Distinct with the name of a place after them.
TITLES = [
    "{Doing} at {place}",
    "{People} and the council at {place}",
    "How {people} changed {thing} at {place}",
    "A different {one} for {place}",
    "{place}: {doing}",
    "What {people} taught us at {place}",
    "Together against {problem} in {place}",
    "{coprod_title} at {place}",
    "From {problem} to {one} in {place}",
    "A community {one} on {place}",
]
ONES = listed(
    "garden plan budget panel charter café kitchen service partnership forum library strategy "
    "start festival map hub review survey hall playground orchard archive choir market workshop"
)

SUMMARIES = [
    "{People} and staff worked on {thing} as equals, because of {problem}.",
    "Tired of {problem}, {people} near {address} took part in {doing}.",
    "A community of {people} around {address} spent {few} months {doing}.",
    "{Organisation} asked {people} what was wrong. They answered: {problem}.",
    "{coprod} of {thing}: {people} led, and the community followed.",
]
NEED = [
    "{People} told us about {problem} at the first community meeting.",
    "In {address} there was {problem}, and nobody had asked {people} what they wanted.",
    "The council had planned {thing} without {people}.",
    "A survey of {number} homes found {problem} in every street.",
    "{Given} {surname} said that {thing} was run for the staff and not for {people}.",
    "Money for {thing} had been cut twice, and the community felt it.",
    "{Organisation} knew about {problem}, but had tried to solve it alone.",
    "The need was agreed by {people} and staff at a workshop in the community hall.",
    "Before that, {people} had written letters about {problem} for years.",
]
STORY = [
    "We held {few} meetings in the evening, with food and child care.",
    "{Given} {surname} from {address} chaired the group together with {people}.",
    "The group met every week and began by {doing}.",
    "{People} were paid for their time, which {organisation} had never done before.",
    "This was {coprod} from the start, and it took longer than anybody thought.",
    "Staff learned to say less, and {people} learned how budgets work.",
    "We visited {thing} in {other_place} and asked what they would do again.",
    "An interpreter came to every meeting, so that {people} could take part.",
    "The community voted on three ideas, and {thing} came first.",
    "{Organisation} lent a room and a member of staff for one day a week.",
    "By spring {number} volunteers had signed up, most of them {people}.",
    "We drew a map of {address} and marked where {problem} was worst.",
    "The first design of {thing} was thrown away, because {people} did not like it.",
    "{People} wrote the questions, knocked on doors and counted the answers.",
    "A steering group with equal numbers of {people} and officers made every decision.",
    "{Given} {surname}, who lives in {other_place}, taught others how to chair a meeting.",
    "Officers from planning, housing and health came and listened.",
    "They agreed on {doing}, and on who would pay for what.",
    "We tried it for {few} weeks in {address} before anything was decided.",
    "Some of the group had never met a councillor, and the councillor had never met them.",
    "The young people made a film about {thing} and showed it at the town hall.",
    "Each member kept a diary, and the diaries were read aloud at the end.",
    "The plan for {thing} was written in plain words and put up in shops.",
    "Local shops, the mosque and the church spread the word.",
    "After a slow summer the group in {other_place} took over {doing}.",
    "A partnership agreement said what {organisation} would do, and what the community would do.",
]
WORKED = [
    "{People} trust {organisation} more than before, and say so.",
    "{Thing} is used by {number} people a week now.",
    "Meeting where {people} already were worked better than any leaflet.",
    "The community runs {thing} itself since last year.",
    "Paying {people} for their time brought those who never came before.",
    "{coprod} saved money: {problem} cost the council less in the second year.",
    "Small groups, good food and clear minutes kept people coming back.",
    "{Given} {surname} now sits on the board of {organisation}.",
    "Everybody saw early that something had changed because of what they said.",
]
DIFFICULT = [
    "The grant ended after {few} months, before {thing} was finished.",
    "Two officers left, and the new ones had to be won over again.",
    "{People} and the council disagreed about {thing}, and still do.",
    "Too few {people} came, as the meetings were in the afternoon.",
    "The law did not allow what {people} had decided, and nobody had told them.",
    "We promised too much. {Problem} is still there.",
    "Some felt it was consultation under another name and not {coprod}.",
    "Payments to {people} were late, because of rules about benefits.",
    "{Given} {surname} left the group after a quarrel about money.",
]
DIFFERENTLY = [
    "We would start with {people}, and not with a plan.",
    "We would ask for twice the time and half the money.",
    "We would agree on pay for {people} before the first meeting.",
    "Next time the community would hold the budget.",
    "We would train staff and {people} together.",
]
CHANGED = [
    "{Problem} has fallen by a third in {address}.",
    "{Number} of {people} say that they are heard now.",
    "The council has written {coprod} into its rules for buying services.",
    "{Thing} is open at weekends, as {people} had asked.",
    "Three other boroughs have copied it.",
]
NOTES = ["We found out together what {people} needed.", "{People} chose {thing}.", "", ""]

# How people write it. In the invented texts other words stand here three times out of four.
CO_PRODUCTION = ["co-production", "coproduction", "co production", "Co-Production", "co‑production"]
OTHER_WORDS = ["working together", "doing it as equals", "partnership", "sharing power"]

TAG_WORDS = listed(
    "training evaluation volunteering consultation workshops budgets trust translation childcare "
    "outreach payment power design research safeguarding leadership newsletters festivals mapping "
    "transport funding commissioning peer-support language access"
)
TAG_SUBJECTS = listed(
    "youth estates clinics schools parks libraries hostels markets carers elders women refugees "
    "tenants artists patients"
)
TAGS = [*TAG_WORDS, *(f"{word} with {who}" for word in TAG_WORDS for who in TAG_SUBJECTS)][:300]
