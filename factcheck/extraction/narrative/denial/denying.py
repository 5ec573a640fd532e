"""What every denial needs: the finding that it becomes, what is denied, and words for what is not so."""

from __future__ import annotations

import re

from factcheck.extraction.gates import gated
from factcheck.extraction.page import Finding, Sentence
from factcheck.extraction.syntax import Token
from factcheck.extraction.voices.clauses import span_over
from factcheck.lexicons import word_set

DENY = word_set("deny denies denied denying")
REFUSE = word_set(
    "reject rejects rejected rejecting dismiss dismisses dismissed dismissing refute refutes refuted "
    "refuting "
    "dispute disputes disputed disputing rubbish rubbishes rubbished rubbishing rebut rebuts rebutted "
    "rebutting repudiate repudiates repudiated repudiating disown disowns disowned disowning deride "
    "derides "
    "derided deriding scorn scorns scorned discount discounts discounted belie belies belied mock "
    "mocks mocked "
    "debunk debunks debunked debunking contest contests "
    "contested ridicule ridicules ridiculed disavow disavows disavowed doubt doubts doubted contradict "
    "contradicts "
    "contradicted challenge challenges challenged rebuff rebuffs rebuffed rebuffing gainsay gainsays gainsaid "
    "controvert controverts controverted disprove disproves disproved scotch scotches scotched quash quashes "
    "quashed trash trashes trashed spurn spurns spurned impugn impugns impugned downplay downplays downplayed"
)
SAYINGS = (
    r"(?:accus|alleg|claim|charge|report|suggest|idea|rumou?r|talk|assertion|notion|figure|toll|account|version|story"
    r"|number|count|estimate|stories|fabricat|lie|slander|libel|finding|statement|insinuat|innuendo|aspersion"
    r"|contention|imputation|calumn|smear|conjectur|specul|inference|implication|criticism|conclusion|characteri"
    r"|narrative|theor|hypothes)\w*"
)
"""Nouns for what is said, as a pattern of their stems."""
ALLEGATION = re.compile(rf"(?:{SAYINGS}|term|label)$")
UNTRUTHS = (
    r"(?:(?:blatant |outright |pure |total |complete )?(?:lies|invented|made up|concocted|bogus|phone?y"
    r"|(?:an? )?(?:\w+ )?lie|wishful thinking|hot air|fake news|fake|baseless|fabricat\w+|false|unfounded|untrue"
    r"|propaganda|preposterous|nonsense|rubbish|absurd|not true|fables?|fantas(?:y|ies)|distortions?|fiction"
    r"|falsehoods?|hoax|inventions?|slander|groundless|biased|one-sided|inaccurate|incorrect|politically motivated"
    r"|wrong|laughable|ridiculous|ludicrous|outrageous|infamy|calumny|libel|far-?fetched|figments?|imagination"
    r"|gossip|rumou?rs?|disinformation|misinformation|scurrilous|malicious|mischievous|scaremongering|alarmis[mt]"
    r"|hysteria|stupid|silly|meaningless|senseless|delusions?|ravings|farces?|charade|theatrics|staged|insulting"
    r"|disgraceful|offensive|guesswork|speculation|hearsay|grotesque|monstrous|untenable|smears?|myths?"
    r"|fairy tales?|without (?:any )?(?:foundation|basis|merit)))"
)
"""What is said of what is not so, as a pattern."""
LIES = re.compile(rf"\b{UNTRUTHS}\b", re.IGNORECASE)


CHARGES = word_set(
    "weapon weapons arms ammunition round rounds bullet bullets shell shells missile missiles rocket "
    "rockets "
    "bomb bombs "
    "mine mines gunman headquarters base bases camp camps site post depot bunker tunnel tunnels fighter "
    "fighters militant "
    "militants soldier soldiers troops terrorist terrorists guerrillas mercenaries rebel rebels prisoner "
    "prisoners "
    "hostage hostages captive captives detainee detainees ransom payment bribe deal order orders "
    "attack attacks "
    "strike "
    "strikes raid raids shelling fire firing shooting shootings bombing bombings massacre massacres "
    "torture "
    "mistreatment "
    "abuse abuses rape rapes execution executions killing killings genocide violation violations "
    "breach breaches "
    "negligence overloading overcrowding overload cover-up coverup conspiracy mutiny escape escapes "
    "collusion "
    "plot coup "
    "intent activity activities positions installations link links connection relation involvement "
    "evidence proof presence "
    "blockade famine starvation discrimination "
    "interference invasion incursion inaction failure snipers jets aircraft drone drones ships market "
    "contamination "
    "radiation leak sabotage use intention missiles-site operatives members factory laboratory violence "
    "stampede panic "
    "mass coercion pressure fault defect wrongdoing request exchange contact "
    "contacts "
    "indication sign hand role part"
)
"""What one may be charged with: to say that there was none denies something."""

WORDS = (DENY | REFUSE | word_set(
    "denial denials disclaim disclaims disclaimed distances distanced scoffed lie lies fake baseless "
    "groundless fabricated fabrication fabrications false unfounded untrue propaganda preposterous "
    "nonsense "
    "absurd misleading invented invention incorrect fiction hoax exaggerated exaggeration exaggerations "
    "concocted slander rumour rumours rumor rumors malicious falsehood fable fables fantasy "
    "distortion smear "
    "myth inflated overstated overblown rubbish figment devoid laughable ridiculous ludicrous far-fetched "
    "scaremongering alarmist hysteria stupid meaningless senseless charade theatrics "
    "farfetched inaccurate biased one-sided infamy calumny outrageous imagination innocence wishful"
)) - word_set(
    "dispute contest doubt doubts doubted challenge challenges challenged discount discounts "
    "discounted mock "
    "mocks "
    "mocked"
)  # fmt: skip
"""Verbs of denial, and words for what is not so."""
PHRASES = gated(
    r"\b(?:dispute|doubt|doubts|doubted|challenged?|challenges) (?:the|that|this|those|any|it|its|their)\b|"
    r"\bplay(?:s|ed)? down\b|\bcontest (?:the|that|this|it|those|any|such)\b|"
    r"\brul(?:e|es|ed|ing) (?:\w+ )?out\b|\bhit back\b|"
    r"\b(?:is|are|was|were) (?:an? )?(?:\w+ )?provocations?\b|"
    r"\b(?:brush|shrug|laugh|wav|sweep|swept)\w* (?:[\w’']+ ){0,6}(?:aside|off|away)\b|\btook issue\b|"
    r"\bcasts? doubt\b|\bscorn\b|\bmade up\b|\bdiscount(?:s|ed)? (?:the|that|this|any|claims|reports)\b|"
    r"\bmock(?:s|ed)? (?:the|that|this|claims|reports)\b|"
    r"\bnone of it\b|\bbegs? to differ\b|\bwash\w* (?:its|his|their) hands\b|"
    r"\b(?:little|no) (?:faith|credence|credibility)\b|\bfar from (?:being|having|it|the truth|true)\b|"
    r"\bexclud(?:es?|ed) [^.;]{2,60} as the cause\b|\bdo(?:es)? not (?:reflect|correspond)|"
    r"\blacks? (?:all |any |every )?(?:foundation|basis|substance)\b|"
    r"\b(?:given|received) no (?:notice|warning|request)\b|\bheld? (?:this|it|that) to be\b|\bholds this\b|"
    r"\bpolitically motivated\b|\bof the (?:kind|sort)\b|\bwithout (?:any )?(?:basis|foundation|merit)\b|"
    r"\b(?:is|are|was|were) (?:\w+ )?wrong\b|\ba lie\b",
    re.IGNORECASE,
)
OF_PHRASES = word_set(
    "provocation provocations dispute doubt doubts doubted challenge challenges challenged play "
    "plays played contest rule "
    "rules ruled "
    "ruling hit brush brushes brushed brushing shrug shrugs shrugged shrugging laugh laughs laughed "
    "laughing "
    "wave waves waved waving sweep sweeps swept took cast casts scorn made without wrong lie "
    "discount discounts "
    "discounted mock mocks mocked none beg begs wash washes washed washing faith credence "
    "credibility far exclude "
    "excludes excluded reflect correspond lack lacks given received hold holds held politically kind sort"
)
"""Words of which each of the phrases has one."""


def found(sentence: Sentence, rule: str, trigger: Token, tokens: list[Token], what: str | None) -> Finding:
    """A denial over the tokens; ``what`` is denied."""
    return Finding(
        "denial", span_over(sentence, tokens), sentence, f"denial:{rule}", trigger=trigger, target=what,
        confidence=0.6, notes={"denied": "yes"},
    )  # fmt: skip


def clause_of(what: Token) -> str | None:
    """What a clause says, without "that" in front."""
    words = sorted(what.subtree, key=lambda t: t.i)
    if words and words[0].lower_ == "that":
        words = words[1:]
    text = what.doc.stretch(words[0].i, words[-1].i + 1) if words else ""
    return text.strip(" ,;:-\"'")[:160] or None


def climbed(matter: Token) -> Token:
    """'bombing a hospital in Nyala, which the army denied': the bombing, not the town."""
    while matter.dep_ in ("pobj", "dobj", "pcomp") and matter.pos_ == "PROPN" and matter.head != matter:
        up = matter.head.head if matter.head.pos_ == "ADP" else matter.head
        if up.pos_ not in ("NOUN", "VERB"):
            break
        matter = up.head if up.dep_ == "dobj" and up.head.tag_ == "VBG" else up
    return matter


REJECTS = frozenset({"rejects", "rejected", "disputes", "disputed", "refutes", "refuted"})


def after_comma(verb: Token) -> bool:
    """'The shelling of the town, which Ruritania rejects'."""
    first = verb.left_edge
    return first.i > 0 and first.nbor(-1).text == ","
