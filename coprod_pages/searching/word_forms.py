"""Which forms of an English word are one word. Pure.

Snowball's stemmer takes plurals and endings off. What it does not know is added here: British
and American spelling, irregular forms, and the family of a word that begins with "co".
"""

import re
from collections.abc import Callable

# Forms that no rule makes, and those where the stemmer's rule joins what should stay apart:
# somebody who looks for carers does not want everything that is about care.
IRREGULAR = {
    **dict.fromkeys(["caring", "carer", "carers", "caregiver", "caregivers"], "carer"),
    **dict.fromkeys(["children", "childrens"], "child"),
    **dict.fromkeys(["people", "peoples", "persons", "peoples"], "person"),
    **dict.fromkeys(["women", "womens"], "woman"),
    **dict.fromkeys(["men", "mens"], "man"),
    **dict.fromkeys(["feet"], "foot"),
    **dict.fromkeys(["lives", "life"], "life"),
    **dict.fromkeys(["wives", "wife"], "wife"),
    **dict.fromkeys(["knives", "knife"], "knife"),
    **dict.fromkeys(["halves"], "half"),
    **dict.fromkeys(["analyses", "analysis", "analyse", "analyze", "analysed"], "analysis"),
    **dict.fromkeys(["criteria", "criterion"], "criterion"),
    **dict.fromkeys(["built", "building", "buildings", "builds"], "build"),
    **dict.fromkeys(["taught"], "teach"),
    **dict.fromkeys(["led"], "lead"),
    **dict.fromkeys(["met"], "meet"),
    **dict.fromkeys(["ran"], "run"),
    **dict.fromkeys(["held"], "hold"),
    **dict.fromkeys(["grew", "grown"], "grow"),
    **dict.fromkeys(["wrote", "written"], "write"),
    **dict.fromkeys(["spoke", "spoken"], "speak"),
    **dict.fromkeys(["chose", "chosen"], "choose"),
    **dict.fromkeys(["sung", "sang"], "sing"),
    **dict.fromkeys(["gave", "given"], "give"),
    **dict.fromkeys(["made"], "make"),
    **dict.fromkeys(["told"], "tell"),
    **dict.fromkeys(["heard"], "hear"),
    **dict.fromkeys(["bought"], "buy"),
    **dict.fromkeys(["lost"], "lose"),
    **dict.fromkeys(["fought"], "fight"),
    **dict.fromkeys(["learnt"], "learn"),
    **dict.fromkeys(["spent"], "spend"),
    **dict.fromkeys(["sewn"], "sew"),
    **dict.fromkeys(["ageing", "aging"], "age"),
    # "news" and "arts" are no plurals of what the stemmer makes of them
    "news": "news",
    "arts": "art",
}

# British to American or the other way, whichever needs fewer rules; both come out the same.
SPELLINGS = [
    (re.compile(r"^practis"), "practic"),
    (re.compile(r"is(e|es|ed|er|ers|ing|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"ys(e|es|ed|er|ers|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ably|al|ally|ful|ite|ites|hood|hoods|"
                r"ly|er|ers|less|ism|ist)?$)"), "or"),
    (re.compile(r"tr(e|es|ed)$"), r"ter\1"),
    (re.compile(r"teres$"), "ters"),
    (re.compile(r"tere$"), "ter"),
    (re.compile(r"tered$"), "terd"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
    (re.compile(r"amme(s?)$"), r"am\1"),
    (re.compile(r"ens(e|es|ed|ing)$"), r"enc\1"),
    (re.compile(r"dgement"), "dgment"),
    (re.compile(r"(?<=[a-z])aem"), "em"),
    (re.compile(r"paed"), "ped"),
]  # fmt: skip

# Endings of what people do together and of who does it: co-production, co-producer, co-produce.
FAMILY = re.compile(r"(?:ership|ship|ation|ator|ion|(?<=[st])ive?|ance|or|er|at|i|e)$")
SHORTEST_FAMILY = 5


def base_form(word: str, stem: Callable[[str], str]) -> str:
    """The form that stands for `word` and its relations; `stem` takes off plain endings."""
    known = IRREGULAR.get(word)
    if known is not None:
        return known
    if len(word) > 4:
        for pattern, replacement in SPELLINGS:
            word = pattern.sub(replacement, word)
    stemmed = stem(word)
    if word.startswith("co") and len(word) > 6:
        return family(stemmed)
    if len(stemmed) > 5 and stemmed.endswith("ll"):
        # "enroll" and "enrol", "travelled" and "traveled"
        return stemmed[:-1]
    return stemmed


def family(stemmed: str) -> str:
    """The root of a word that begins with "co": co-produce, co-production and co-producer."""
    root = stemmed
    while len(shorter := FAMILY.sub("", root)) >= SHORTEST_FAMILY and shorter != root:
        root = shorter
    if root.endswith("uct"):
        return root[:-1]
    return root[:-3] + "cid" if root.endswith("cis") else root
