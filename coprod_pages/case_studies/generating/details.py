"""Small things that invented case studies tell of: words that few of them share. Pure."""

from .names import listed

DETAILS = [
    "{Given} {surname} brought {object} and {object} to {other_place}.",
    "A {kind} with {object} from {other_place} drew {number} visitors.",
    "{Given} remembers {object}, {object} and a {kind} in the rain.",
    "On {day} the {kind} moved to {other_place}, next to the {building}.",
    "The {building} gave {object}; {surname} and Sons gave {object}.",
    "“I had never chaired a {kind},” {Given} {surname} told us in the {building}.",
    "{Surname} {building} was cold, so the {kind} began with {object}.",
    "We borrowed {object} from the {building} on {address}.",
    "In {month} {Given} {surname} and {Given} {surname} took {object} to the {kind}.",
]
DAYS = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
MONTHS = listed("January February March April May June July August September October November")
KINDS = listed(
    "picnic quiz walkabout exhibition parade bazaar ceilidh tournament rehearsal seminar webinar "
    "debate ballot raffle barbecue auction lecture drill workshop conference vigil sleepover "
    "marathon banquet hearing referendum pageant concert regatta retreat"
)
BUILDINGS = listed(
    "chapel synagogue gurdwara temple pub bakery launderette barbershop gym stadium cinema depot "
    "warehouse lido swimming-pool brewery arcade boathouse observatory pavilion greenhouse barn "
    "courthouse embassy casino foundry windmill dockyard tannery signal-box"
)
OBJECTS = listed(
    "samosas, dumplings, jollof, lanterns, bunting, spanners, ladders, walkie-talkies, whiteboards, "
    "postcards, stencils, drums, tambourines, ukuleles, accordions, wheelbarrows, sunflowers, "
    "marigolds, tomatoes, pumpkins, rhubarb, honey, chickens, goldfish, telescopes, microscopes, "
    "laptops, tablets, headphones, projectors, megaphones, tripods, cameras, cassettes, gramophones, "
    "needles, embroidery, looms, buttons, ribbons, saris, kilts, trainers, skateboards, scooters, "
    "tricycles, tandems, helmets, cricket bats, shuttlecocks, dominoes, chess sets, jigsaws, dice, "
    "puppets, masks, costumes, balloons, kites, fireworks, candles, torches, radiators, blankets, "
    "sleeping bags, tents, hammocks, deckchairs, umbrellas, wellingtons, raincoats, thermometers, "
    "stethoscopes, bandages, crutches, hearing aids, magnifiers, large-print menus, hymn books, "
    "dictionaries, atlases, comics, newspapers, posters, ballot boxes, badges, lanyards, clipboards, "
    "spreadsheets, invoices, receipts, cheques, ledgers, envelopes, stamps, parcels, suitcases, "
    "trolleys, prams, car seats, cots, nappies, teddies, fossils, medals, trophies, banners, flags, "
    "bricks, mortar, timber, scaffolding, paint, varnish, wallpaper, curtains, carpets, cushions, "
    "kettles, teapots, saucepans, woks, ladles, aprons, tablecloths, scones, marmalade, chutney, "
    "falafel, hummus, couscous, pierogi, noodles, mangoes, plantain, okra, cardamom, cinnamon, "
    "saffron, mint, lavender, rosemary, nettles, brambles, hedgehogs, bats, owls, swifts, newts, "
    "dragonflies, bumblebees, ladybirds, worms, manure, mulch, trowels, secateurs, hosepipes, "
    "water butts, sandbags, pumps, batteries, turbines, insulation, draught excluders, lightbulbs",
    between=", ",
)
