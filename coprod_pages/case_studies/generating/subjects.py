"""What invented case studies are about: for each theme the words that belong to it. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """A theme and its own words. The first of each are the usual ones."""

    theme: str
    people: list[str]
    things: list[str]
    problems: list[str]
    doing: list[str]


def _subject(theme: str, people: str, things: str, problems: str, doing: str) -> Subject:
    return Subject(theme, *(text.split(", ") for text in (people, things, problems, doing)))


SUBJECTS = [
    _subject(
        "health",
        "patients, carers, nurses, a GP, health visitors, people with diabetes, pharmacists",
        "the clinic, the surgery, a health check, blood pressure tests, the waiting room, "
        "a walking group, the vaccination bus, a midwife’s leaflet, the dental list, physiotherapy",
        "long waits, letters nobody could read, missed appointments, high blood pressure, "
        "a clinic two buses away, no interpreter",
        "planning the clinic, writing the letters anew, running health checks, training receptionists",
    ),
    _subject(
        "mental-health",
        "people who use the service, peer supporters, carers, therapists, young adults, a psychiatrist",
        "the crisis café, peer support, a recovery college, the helpline, a safe space, "
        "counselling, the ward garden, a wellbeing course, talking therapy",
        "loneliness, a long list for counselling, being sent from door to door, stigma, anxiety",
        "setting up peer support, opening a crisis café, writing a recovery course, changing the ward",
    ),
    _subject(
        "social-care",
        "disabled people, carers, care workers, social workers, personal assistants, wheelchair users",
        "personal budgets, the day centre, home care, respite, direct payments, an advocacy group, "
        "the assessment form, supported living, a hoist, the care plan",
        "care in slots of fifteen minutes, forms without end, no respite, changing care workers",
        "rewriting assessments, choosing the care provider, pooling budgets, training assistants",
    ),
    _subject(
        "children-families",
        "parents, young people, children, youth workers, grandparents, foster carers, health visitors",
        "the youth club, a playgroup, the family hub, a summer scheme, the adventure playground, "
        "a young inspectors’ visit, the nursery, a parenting course, the care leavers’ flat",
        "nowhere to go after school, closed youth clubs, knife crime, tired parents, hungry holidays",
        "running a youth club, inspecting services, designing a family hub, planning the holidays",
    ),
    _subject(
        "ageing",
        "older people, volunteers, pensioners, neighbours, befrienders, people with dementia",
        "the lunch club, a befriending line, dementia friends, the sheltered scheme, tea dances, "
        "a falls class, the memory café, a seated exercise class, the handyperson",
        "loneliness, falls at home, a bus that no longer stops, dark winter afternoons, "
        "being talked about and not with",
        "starting a memory café, checking pavements, ringing neighbours, planning the lunch club",
    ),
    _subject(
        "housing",
        "tenants, leaseholders, residents, housing officers, hostel residents, private renters",
        "the estate, repairs, a tenants’ panel, the hostel, the lift, new homes, the service charge, "
        "a homelessness strategy, temporary accommodation, the boiler house, the ballot",
        "damp and mould, repairs never done, rough sleeping, broken lifts, high rents, cladding",
        "choosing the architect, scrutinising repairs, writing the charter, running the estate office",
    ),
    _subject(
        "neighbourhoods",
        "residents, shopkeepers, planners, market traders, street champions, architects",
        "the high street, a neighbourhood plan, the market, a community centre, the library, "
        "the masterplan, a bench, the pocket park, the empty shop, street lighting",
        "boarded-up shops, plans made behind closed doors, litter, noise at night, empty land",
        "drawing the plan, saving the library, opening the empty shop, walking the streets together",
    ),
    _subject(
        "environment",
        "gardeners, residents, park keepers, school children, beekeepers, allotment holders",
        "the community garden, the park, an orchard, the canal, a wildlife pond, bat boxes, "
        "street trees, compost, an energy club, solar panels, the allotments, a rain garden",
        "dirty air, hot flats in summer, fly-tipping, floods, no green space, cold homes",
        "planting trees, measuring the air, digging the pond, insulating homes, sharing the harvest",
    ),
    _subject(
        "food",
        "cooks, volunteers, families, growers, food bank users, school cooks",
        "the food bank, a community kitchen, the food co-op, breakfast club, a shared meal, "
        "the pantry, surplus food, a bread oven, healthy start vouchers, the recipe book",
        "hunger, food parcels nobody would choose, no fresh fruit nearby, waste, shame",
        "turning a food bank into a pantry, cooking together, buying in bulk, growing vegetables",
    ),
    _subject(
        "transport",
        "cyclists, bus users, blind people, parents, drivers, school children, wheelchair users",
        "the bus route, a low traffic neighbourhood, dropped kerbs, the crossing, cycle hangars, "
        "a school street, the station lift, community transport, tactile paving",
        "speeding cars, a missing crossing, cluttered pavements, no step-free station, rat-running",
        "auditing pavements, trying out a school street, redesigning the junction, testing buses",
    ),
    _subject(
        "arts",
        "artists, young people, museum staff, elders, dancers, musicians, local historians",
        "the museum, an exhibition, a mural, the theatre, oral histories, carnival, a radio station, "
        "a choir, the archive, a film, photographs, the festival, a quilt",
        "galleries that felt closed, stories left out, costly tickets, no rehearsal room",
        "curating an exhibition, painting a mural, recording stories, running the festival",
    ),
    _subject(
        "education",
        "pupils, parents, teachers, governors, adult learners, teaching assistants, students",
        "the school, English classes, a homework club, the college, an ESOL course, reading partners, "
        "the school council, a special school, an exclusion panel, maths mornings",
        "exclusions, classes full in September, children who were not heard, fear of exams",
        "rewriting the behaviour rules, teaching each other, running classes, planning the curriculum",
    ),
    _subject(
        "employment",
        "jobseekers, apprentices, employers, trainees, single parents, mentors",
        "the job club, apprenticeships, work experience, a social enterprise, a childcare co-operative, "
        "the jobcentre, CV workshops, a tool library, supported internships",
        "zero-hours contracts, no childcare, benefits stopped, interviews without a reply",
        "running a job club, designing apprenticeships, mentoring, starting a small business",
    ),
    _subject(
        "money-advice",
        "advice workers, people in debt, claimants, bank staff, volunteers, credit union members",
        "the advice centre, the credit union, a debt helpline, benefit forms, a hardship fund, "
        "the council tax letter, a poverty commission, a fuel voucher",
        "debt, loan sharks, confusing letters, benefit sanctions, cold homes, digital-only forms",
        "rewriting debt letters, sitting on the poverty commission, training advisers, lending fairly",
    ),
    _subject(
        "safety",
        "victims, young people, police officers, street pastors, wardens, women and girls",
        "the ward panel, stop and search, a night safety walk, restorative justice, CCTV, "
        "the underpass, hate crime reporting, a bystander course, the probation office",
        "knife crime, hate crime, domestic abuse, fear after dark, little trust in the police",
        "training officers, walking the route at night, reviewing searches, supporting victims",
    ),
    _subject(
        "migration",
        "refugees, people seeking asylum, interpreters, host families, caseworkers, new arrivals",
        "the welcome centre, an asylum hotel, legal advice, conversation classes, a sewing circle, "
        "the drop-in, the interpreters’ bank, school places, a cricket team",
        "letters from the Home Office, no right to work, hotels without kitchens, no interpreter",
        "welcoming families, running the drop-in, interpreting, teaching English, cooking in a hotel",
    ),
]
