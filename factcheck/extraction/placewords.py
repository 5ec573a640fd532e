"""The words around a name that make it a place: prepositions, "village", "southern", and those that rule it out."""

from __future__ import annotations

import re
from dataclasses import dataclass


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TOWN, DISTRICT, REGION, COUNTRY = 3, 2, 1, 0
"""How fine a place is: a town, village or site; a district; a region; a country."""

_SITES = (
    "village town city hamlet locality neighborhood neighbourhood suburb airport airbase base camp port harbor harbour prison jail "
    "market square bridge checkpoint crossing mine outpost settlement quarter refinery barracks mosque church monastery temple "
    "forest hill hills mountain mountains river lake dam valley peninsula island islands area park beach campus mall stadium"
)
_DISTRICTS = (
    "district county upazila tehsil taluk taluka mandal township subdistrict sub-district commune municipality division parish "
    "borough sector zone subdivision agency block ward thana canton"
)
_REGIONS = "province state region department governorate prefecture territory oblast provinces states regions"
TYPES = {
    word: fine
    for fine, words in ((TOWN, _SITES), (DISTRICT, _DISTRICTS), (REGION, _REGIONS))
    for word in words.split()
}
WITHIN_CITY = _words(
    "neighborhood neighbourhood suburb quarter market square bridge mosque church park side area block campus mall stadium street"
)
"""Sites that lie in a town, so that the town is part of the answer."""

TYPE_AFTER = re.compile(
    r"(?:\s+(?:air|police|refugee|military|border|mining|town|city|trading))?\s+(?P<type>"
    + "|".join(sorted(TYPES, key=len, reverse=True)) + r")\b",
    re.IGNORECASE,
)  # fmt: skip
_PARTS = _words(
    "capital outskirts suburbs neighbourhoods neighborhoods streets villages towns cities districts parts part side end corner north-east "
    "north-west south-east south-west northeast northwest southeast southwest north south east west stronghold centre center coast edge km miles surroundings vicinity surrounds"
)
_DIRECTIONS = _words(
    "north south east west central upper lower downtown northern southern eastern western northeast northwest southeast southwest "
    "north-east north-west south-east south-west northeastern northwestern southeastern southwestern north-eastern north-western "
    "south-eastern south-western suburban rural coastal greater uptown"
)
_DESCRIPTIONS = _words(
    "the a an far restive nearby neighbouring neighboring remote tribal border volatile troubled occupied besieged old inner historic "
    "rebel-held government-held militant-held metropolitan metro mountainous town city village district province county state"
)
FIRM = _words(
    "in at near around outside inside across through throughout over off within between along struck hit rocked bombed attacked stormed raided "
    "shelled entered ravaged"
)
LOOSE = _words("of on north south east west than hit")
AWAY = _words("to from for by via into towards toward")
UNLISTED = _words("in at near between outside around attacked stormed entered raided")
"""The words after which a name that no list has can only be a place."""

_ROADS = _words("road highway route way axis")
_TOKEN = re.compile(r"[\w'’-]+|[^\w\s]")
_AT_PEOPLE = _words("shot fired aimed shouted yelled pointed looked laughed shooting firing")


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a name: the preposition, the word for a kind of place ('village of'), where the place begins."""

    word: str
    kind: int | None
    begins: int  # offset into the text before the name at which 'southern' or 'road from' begins
    before: int  # offset at which the preposition begins


def lead(before: str) -> Lead | None:
    """The words that lead to a name as a place; None when nothing before it makes it one."""
    start = max(0, len(before) - 90)
    tokens = [(m.group(), m.start()) for m in _TOKEN.finditer(before, start)]
    kind, begins, free, i, part = None, len(before), 0, len(tokens) - 1, False
    if (
        tokens
        and before[-1:] == " "
        and (tokens[i][0] in TYPES or tokens[i][0] == "capital" or tokens[i][0] in _ROADS)
    ):
        kind = TYPES.get(tokens[i][0], TOWN)
        begins = tokens[i][1] if tokens[i][0] in _ROADS else begins
        i -= 1
    while i >= 0:
        word, offset = tokens[i][0].lower(), tokens[i][1]
        last = tokens[i - 1][0].lower() if i else ""
        if word in ("of", "called", "named") and (last in TYPES or last in _PARTS) and i:
            kind, free, i, part = TYPES.get(last, kind), 3, i - 2, True
            continue
        if word in ("from", "between", "to") and last in _ROADS:
            begins, i = tokens[i - 1][1], i - 2
            kind, free = TOWN, 2
            continue
        if word == "at" and last in _AT_PEOPLE:
            return None
        if word in FIRM or word in LOOSE or word in AWAY:
            return Lead(word, kind, begins, offset)
        if word in _DIRECTIONS and begins in (len(before), tokens[i + 1][1] if i + 1 < len(tokens) else -1):
            begins = offset
        elif word in _DESCRIPTIONS or word.endswith(("-controlled", "-administered")):
            pass
        elif free and word.isalpha():
            free -= 1
        else:
            break
        i -= 1
    return Lead("near" if part else "of", kind, begins, begins) if part or kind is not None else None


STREET = re.compile(
    r"\b(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Blvd|Boulevard|Ln|Lane|Highway|Hwy|Ct|Way|Pkwy|Parkway|Cir|Circle|Terrace|Ter|Trail|Route"
    r"|Interstate|Block|Loop|Freeway|Expressway|Avenues|Streets|Roads|Apartments?|Motel|Hotel|Inn|Pl)\.?$"
)
OFFICE = re.compile(
    r"\b(?:Police|Sheriff|Sheriffs|Department|Dept|Ministry|Minister|Army|Military|University|College|Hospital|Medical|Center|Centre|Clinic"
    r"|School|Court|Committee|Council|Commission|Commissioner|Association|Party|Office|Officers?|Bureau|Agency|Corps|Command|Forces?|Front|Group|Union"
    r"|Organi[sz]ation|Fire|Rescue|Mayor|Governor|Senator|President|Prime|Chief|Coroner|Examiner|Attorney|Prosecutor|Times|News|Post|Herald"
    r"|Tribune|Journal|Gazette|Daily|Bank|Institute|Foundation|Authority|Administration|Government|Parliament|Congress|Senate|Assembly|Embassy"
    r"|Consulate|Movement|Brigade|Battalion|Regiment|Division|Unit|Team|League|Club|Company|Inc|Corp|Ltd|TV|Radio|Press|Television|Services?"
    r"|Society|Federation|Crescent|Cross|Nations|States?|Republic|Rifles|Taliban)\b"
)
NOT_PLACES = _words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November "
    "December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
    "I He She It They We You The A An This That These Those But And Or If When While After Before Since Until During Following As His Her Its "
    "Their Our My Your One Two Three Four Five Six Seven Eight Nine Ten No Not Some All Both In At On Near From Of For With By To Into Around "
    "Outside Inside Across Over Between Along Once Then There Here Now Also Officials Authorities Witnesses Investigators "
    "Deputies Detectives According Meanwhile However Last Early Late About More Most At-least Around Islam Christmas Easter Ramadan Facebook "
    "Halloween Thanksgiving Islamic Memorial Labor Fourth Twitter Instagram YouTube Google X English Arabic God Allah Mr Mrs Ms Dr Gen Lt Col Capt Sgt Muslim Muslims Christian Christians Sunni "
    "Shiite Shia Hindu Jewish Taliban AFP AP Reuters IST GMT EST PST CNN BBC IED IEDs AK AK-47 UN EU NATO SUV DNA ER EMS CPR Shooting Shot Man Woman Boy "
    "Girl Teen Killed Dead Name Death Suspect Victim Victims House Home Internet Congress Parliament"
)
LEADING = _words(
    "Police Officer Officers Sheriff Mayor Governor President Former New-look Report Update Photo Video Watch Alleged Accused"
)
"""Words with a capital that stand before a name and are no part of it."""

BESIDE = re.compile(
    r"^(?:['’]s)?\s+(?:\w+\s+){0,2}?(?:police|shootings?|attacks?|blasts?|explosions?|bombings?|massacre|killings?|clash(?:es)?|strikes?"
    r"|airstrikes?|fighting|siege|battle|raid|port|airport|hospital|home|house|apartment|neighbou?rhood|man|woman|boy|girl|teen|teenager|family"
    r"|couple|residents?|floods?|fire|mayor|protests?|march(?:es)?|riots?|crash|earthquake|ambush|border|frontier|suburb|street|park|school|toll"
    r"|church|mosque|market|area|sheriff|side|nightclub|club|bar)\b",
    re.IGNORECASE,
)
"""What may follow a name that the gazetteer has, so that it is believed without a preposition."""

HOME = re.compile(
    r"(?:,\s+\d+,|\b\w+,)\s+(?:both\s+|all\s+|formerly\s+)?$|\b(?:man|woman|boy|girl|resident|residents|native|men|women)\s*$",
    re.I,
)
CARE = re.compile(r"\b(?:hospital|medical|center|clinic|court|jail|airlifted|taken|flown|transported)\b", re.I)
