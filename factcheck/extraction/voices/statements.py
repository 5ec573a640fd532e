"""Documents that are a body's own words: press releases, statements, situation notes."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Page
from factcheck.extraction.voices import ownwords
from factcheck.extraction.voices.bodies import is_body, kind_of, known, plain
from factcheck.language.naming import canonical, country
from factcheck.lexicons import word_set

_HEADING = gated(
    r"\b(?:press (?:release|statement|note|bulletin|communiqu[eé])|situation (?:note|report|update)|sitrep|"
    r"briefing note|flash update|"
    r"news release|media (?:statement|release|advisory)|for immediate release|statement (?:on|by|of|from)|"
    r"communiqu[eé]|"
    r"(?:statement|bulletin) (?:no\.? ?)?\d+|(?:humanitarian|war|military|operational) (?:bulletin|update)|"
    r"public statement|official statement|weekly update|daily update|flash report)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?:^|\n)\s*(?:-+\s*)?(?:ends?|###|-30-)(?:\s*-+)?\s*$", re.IGNORECASE)
_OUTLET = re.compile(
    r"\b(?:news|times|post|diario|diário|jornal|gaceta|gazeta|zeitung|tagblatt|periódico|noticias|notícias"
    r"|herald|tribune|daily|tv|television|radio|press|journal|gazette|chronicle|mail|"
    r"standard|observer|"
    r"independent(?! \w)|guardian|today|\.com|media|bulletin|star|sun|globe|record|reporter"
    r"|broadcasting|channel|"
    r"agency|agence|presse|portal|monitor|sentinel|telex|wire|newswire|newsroom|examiner|inquirer|dispatch"
    r"|courier|"
    r"mirror|express|weekly|review|voice|online|ledger|advocate|telegraph|digest|magazine|echo|argus|nation"
    r"|live|fm|haber|vérité|verdad|hebdo|matin|soir|libre"
    r"|letter|newsletter|notebook|blog|explainer|insider|almanac|outlook)\b",
    re.IGNORECASE,
)
_PRESS_ARM = re.compile(
    r"(?:['’]s)?[ ,]+(?:(?:media|press|information|public) (?:relations|office|service|centre|center|bureau|"
    r"department|affairs|wing|section|desk)|(?:office of the )?spokes(?:person|man|woman)(?:['’]s)?"
    r"(?: (?:unit|office))?)$",
    re.IGNORECASE,
)
"""The arm of a body that speaks to the press: what it issues, the body says."""
_OUR = re.compile(
    r"\b[Oo]ur (?:\w+[ -]){0,2}(?:forces|troops|units|fighters|army|positions|ranks|comrades|soldiers|men|"
    r"movement|organi[sz]ation|officers|staff|members|teams|volunteers|investigation|delegation|count|figures)\b|"
    r"\b[Ww]e (?:affirm|reject|condemn|deplore|declare|announce|inform|mourn|confirm|deny|reiterate|call upon|"
    r"express|regret|remain committed)\b"
)
_FROM = re.compile(r"(?:from|issued by):\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
TOP = 300
"""Characters at the top of a document in which a heading may say that it is a statement."""


def issuer(page: Page) -> str | None:
    """The body whose own statement the document is; None for news about somebody."""
    if "issuer" not in page.memo:
        page.memo["issuer"] = _issuer(page)
    found: str | None = page.memo["issuer"]
    return found


def _issuer(page: Page) -> str | None:
    titled = _titled(page)
    if titled is not None:
        return titled
    if ownwords.is_newswire(page, _named_source(page)):
        return None
    lines = [line.strip() for line in page.text[:TOP].splitlines() if line.strip()][:4]
    short = [line for line in lines if len(line) < 110 and not line.endswith((".", "”", '"'))]
    headed = any(_HEADING.search(line) for line in short)
    headed = headed or _speaks_for_itself(page)
    source = _body_part(_without_press_arm(_named_source(page)))
    if not headed and not _ENDS.search(page.text.rstrip()[-20:]) and not _is_actor(source):
        return None
    if source and (
        _is_actor(source)
        or (not _OUTLET.search(source) and (known(source) or is_body_name(source) or source.isupper() or headed))
    ):
        return canonical(source)
    for line in short:
        name = re.split(r"\s+[-–—|:]\s+|\s*\(", _FROM.sub("", line))[0].strip()
        if is_body_name(name) and not _HEADING.search(name):
            return canonical(name.title() if name.isupper() and " " in name else name)
    return None


_NAMED = r"[A-Z][\w’'&.-]*(?: (?:of|for|the|and|[A-Z][\w’'&.-]*))*"
_TITLED = re.compile(
    r"^(?:Full text:? )?(?:(?:Official |Press |Public )?(?:Statement|Read-?out|Communiqu[eé]|Declaration"
    r"|Announcement|Message|Press Release))(?: (?:[Nn][Oo]\.?|[Nn][°º.]|#)? ?\d+)?"
    rf" (?:of|by|from) (?:the )?(?P<who>{_NAMED}?)(?= (?:on"
    r"|regarding|about|concerning|after|following|in|to)\b|:|$)"
    rf"|^(?P<own>{_NAMED}): (?:\w+ )?(?:[Ss]tatement|[Cc]ommuniqu[eé]|[Dd]eclaration|[Oo]pen letter"
    r"|[Pp]ress release|[Cc]larification)\b"
    r"|^(?P<house>[A-Z]{2,}(?: [A-Z]{2,}){0,3}) (?:PRESS (?:RELEASE|STATEMENT)|STATEMENT|COMMUNIQU[EÉ])\b"
)


def _titled(page: Page) -> str | None:
    """The body whose statement a headline calls the page, where the text is not news about it."""
    match = _TITLED.match(page.document.title or "")
    if match is None or ownwords.reports(page) >= ownwords.REPORTED:
        return None
    who = (match["who"] or match["own"] or match["house"] or "").strip()
    if match["house"]:
        return canonical(who.title()) if len(who.split()) > 1 and _OUTLET.search(who) is None else None
    return canonical(who) if is_body_name(who) else None


def _is_actor(source: str) -> bool:
    """True for a source that acts itself (a ministry, an army, the police, a front, a relief agency)."""
    if not source or kind_of(canonical(source)) == "media":
        return False
    if _OUTLET.search(source) is not None and _CAUSE.search(source) is None:
        return False
    words = source.split()
    if is_body_name(source) or kind_of(canonical(source)) or is_body(" ".join(words[-2:])):
        return True
    if words[0].isupper() and len(words[0]) > 2 and kind_of(canonical(words[0])) not in ("", "media"):
        return True  # "OCHA Niger", "WHO Health Action"
    return _CAUSE.search(source) is not None or any(plain(word) in _ACTORS for word in words)


def is_helper(name: str) -> bool:
    """True for a body that by its name helps or watches and is no side: relief, rights, a commission of the UN."""
    return _CAUSE.search(name) is not None or _WATCHES.search(name) is not None


_WATCHES = gated(
    r"\b(?:un|united nations|ocha|unhcr|unicef|ohchr|monitor\w*|observ\w+|mission|commission|committee)\b", re.I
)
_CAUSE = gated(
    r"\b(?:rights|watch|relief|humanitarian|refugees?|red cross|red crescent|caritas|m[ée]decins|doctors)\b", re.I
)
"""What a body is for that no news outlet calls itself after."""
_ACTORS = word_set(
    "croix-rouge roja vermelha rossa fiscalía fiscalia procuraduría prefeitura prefectura prefettura préfecture "
    "presidência presidencia présidence bundeswehr gewerkschaft episcopal defensoría defensoria état-major "
    "bakanlığı "
    "bakanligi kementerian министерство полиция diócesis diocèse diócese arquidiócesis sindicato syndicat "
    "confederación confédération confederação federación fédération federação asa ag "
    "secretariat headquarters defence defense brigades committee coordination plc p.l.c inc ltd corp gmbh "
    "gouvernement ministère ministere ministerio ministero ministério gobierno governo estado-mayor comisión "
    "comision "
    "commission policía policia polícia police ejército ejercito esercito armée armee marina fuerzas forças "
    "prefectura shipping airlines airways railways railway mining petroleum oil energy motors industries "
    "corporation "
    "préfecture prefecture gendarmerie comité comite conjunto presidencia présidence secretaría"
)


def _named_source(page: Page) -> str:
    """The source's name without what stands in brackets: an acronym, "(summary)"."""
    return " ".join(_BRACKETS.sub(" ", page.document.source or "").split())


def _speaks_for_itself(page: Page) -> bool:
    """True for a text of a body's press arm, or one that says "our forces" outside quotation marks."""
    source = _named_source(page)
    body = _without_press_arm(source)
    if not source or _OUTLET.search(body) is not None:
        return False
    if body != source or ownwords.says_we(page) or ownwords.begins_with(page, body):
        return True
    if ownwords.is_headed_statement(page):
        return True
    return _OUR.search(ownwords.unquoted(page)) is not None and is_body_name(_body_part(source))


def _without_press_arm(source: str) -> str:
    """The body whose press arm the source is; an agency that calls itself a press service is none."""
    if known(source):
        return source
    body = _PRESS_ARM.sub("", source)
    return body if body != source and (is_body_name(body) or party_named(body)) else source


def party_named(name: str) -> bool:
    """True for a name that the word lists hold as a party, or the name of a state."""
    return known(canonical(name)) or country(name) is not None


def _body_part(source: str) -> str:
    """The body in "Body - Its Northern Front" or "Body, Its Department"; the whole name when it is none."""
    parts = [part.strip() for part in re.split(r"\s+[-–—]\s+|,\s+", source)]
    if len(parts) > 1 and is_body_name(parts[0]):
        return parts[0]
    if len(parts) == 2 and is_body_name(parts[1]) and not is_body_name(source):
        return f"{parts[0]} {parts[1]}"  # "City of Oldport, Police Department"
    return source


def is_body_name(phrase: str) -> bool:
    """True for a body by name: of the word lists, or ending in a noun for bodies with a name before it."""
    return known(phrase) or is_body(phrase)
