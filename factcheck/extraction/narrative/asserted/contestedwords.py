"""Words of contested things: what sides tell differently of, and how it is said to be."""

from __future__ import annotations

from factcheck.lexicons import word_set

PEOPLE = word_set(
    "crew crews pilot pilots captives captive hostages hostage prisoners prisoner passengers "
    "detainees troops "
    "soldiers forces fighters rebels militants police men guards peacekeepers mercenaries "
    "instructors terrorists "
    "gunmen attackers civilians residents people personnel sailors marines officers women children workers "
    "journalists bodies insurgents guerrillas separatists gunman attacker"
)
THINGS = PEOPLE | word_set(
    "cruiser frigate destroyer warship flagship carrier depot refinery warehouse checkpoint "
    "checkpoints columns column "
    "trawler trawlers dinghy yacht liner freighter barge oil gas war airspace chamber core rods hull "
    "fragments defences defenses conflict tanks church mosque "
    "factory farm camp camps "
    "aircraft plane planes jet jets airliner helicopter helicopters drone drones bomber ship ships "
    "boat boats "
    "vessel vessels submarine submarines ferry tanker convoy convoys vehicle vehicles truck trucks "
    "lorry lorries "
    "car bus train cargo load shipment consignment "
    "town city village capital base airport airfield airbase runway bridge dam reactor reactors "
    "plant plants "
    "station unit pipeline pipelines pipe pipes lines line cable cables power electricity water "
    "internet network "
    "border crossing crossings road roads railway highway port hospital hospitals school building "
    "compound tower "
    "centre center headquarters palace parliament hill post front temple island area zone region "
    "territory site "
    "country mine tunnel tunnels well reservoir embankment levee stadium gate gates door doors exit "
    "exits embassy "
    "consulate "
    "battery system systems launcher launchers weapon weapons missile missiles rocket rockets shell "
    "shells bomb "
    "device ammunition explosives target targets strike strikes airstrike airstrikes raid raids "
    "operation attack "
    "attacks bombing exercise exercises drill offensive assault siege blockade curfew lockdown "
    "injuries wounds damage fire fires flames leak leaks contamination radiation radioactivity "
    "levels release "
    "recorders recorder box boxes remains wreckage wreck graves debris body "
    "warning warnings permission licence license permit request order notice alarm alert sirens "
    "brakes engine "
    "engines manifest "
    "exchange swap handover evacuation withdrawal pullout retreat transfer release "
    "talks ceasefire cease-fire truce deal agreement accord negotiations offer round dialogue "
    "understanding pact "
    "treaty proposal contact contacts communication "
    "video videos footage photos photographs pictures images recording list document documents letter "
    "army units militia navy garrison situation search rescue fighting fights battle shooting "
    "shelling rally march "
    "demonstration protest strike ballot vote election count "
    "coup mutiny uprising rebellion attempt takeover leader ringleader danger threat risk"
)
"""What sides tell differently of: craft, places, weapons, raids, hurts, evidence, talks, the held and armed."""

EVERYDAY = PEOPLE - word_set(
    "captives captive hostages hostage prisoners troops fighters rebels militants peacekeepers mercenaries "
    "instructors marines guerrillas separatists soldiers sailors pilots pilot civilians insurgents "
    "terrorists crew"
) | word_set(
    "car bus vehicle vehicles truck trucks road roads highway building school area station door "
    "doors center centre "
    "fire fires house shooting injuries wounds body attack attempt search rescue situation line "
    "lines water city "
    "town village country list unit units count region order request offer round letter system "
    "border power site "
    "front box boxes device gate gates port train boat boats video videos footage photos photographs "
    "pictures images "
    "notice alarm alert vote operation post contact island damage levels hospital hospitals weapon "
    "weapons assault "
    "well release bridge headquarters capital hill remains temple fighting understanding march "
    "document documents danger threat risk leader tower exit exits license licence permit zone "
    "territory base compound "
    "oil gas church mosque factory farm camp camps depot warehouse conflict columns column carrier "
    "tanks fragments core "
    "rally protest demonstration strike bomb mine explosives ammunition plan shell shells fights "
    "crews drill record "
    "recording manifest engine engines deal crew plant plants siege"
)
"""Such words of any report: they make a sentence worth a parse only with a word for a state."""

STATES = word_set(
    "closed blocked cut shut sealed reopened severed restored damaged intact undamaged flooded "
    "operational functioning "
    "disconnected besieged encircled surrounded deserted staged fabricated doctored edited fake "
    "hands control afloat "
    "ruined exposed adrift aground overloaded unarmed licensed unlicensed contaminated disabled "
    "offline withdrawn pulled hiding "
    "stationed deployed carried cargo board aboard alive free safe open precise targeted mandated requested "
    "suspended heading "
    "fled talks truce ceasefire cleared secured bolted locked mined empty emptied standing sinking sunk running "
    "lost "
    "prevented foiled thwarted compliant faulty bolted unharmed"
)
"""Words for a state: behind "be" or "have", with an everyday thing, they make a sentence worth a parse."""

DOINGS = word_set(
    "functions withdrew disengaged ceased collapsed signed agreed accepted strayed intruded entered "
    "repelled repulsed "
    "resumed crossed accept accepts agree agrees hands"
)
"""Verbs of sides and craft that do so by themselves."""

BE = word_set("is was are were be been being remain remains remained stay stays stayed 's")
HELPS = BE | word_set("has have had")
ACTS = word_set(
    "carried carrying carry carries contained contains contain belonged belongs belong withdrew "
    "withdrawn left leave "
    "leaves leaving fled crossed entered strayed turned flew sailed landed surrendered signed agreed "
    "accepted "
    "requested asked continued continue continues stopped ceased worked functioned functions operate "
    "operates operated "
    "leaked sank sunk moved reached heading headed lay lies lie hiding stationed deployed based "
    "resumed halted "
    "holds hold held serves served housed houses conceals hid burned burnt collapsed failed fails resigned "
    "disappeared vanished intruded violated drifted returned live lived exist existed expired began "
    "begun ended "
    "reported radioed happened occurred pointed took matches matched resembles obey obeys obeyed"
)
"""What a contested thing may be said to have done, and still be a state and no deed against somebody."""

CONDITIONS = word_set(
    "alive dead safe free well unharmed unhurt armed unarmed surrounded trapped present gone "
    "stranded captive home drunk"
)
"""How people may be, where the rest is only what they think or feel."""

OPINABLE = word_set(
    "war attack attacks operation offensive raid raids strike strikes bombing shooting proposal offer "
    "plan deal agreement "
    "accord situation siege assault coup rebellion march rally demonstration protest election vote "
    "threat danger risk"
)
"""Of which 'it was a success' is an opinion and no state."""

DEALS = word_set(
    "agreement deal accord ceasefire truce treaty pact decree order declaration statement document "
    "armistice protocol "
    "memorandum ultimatum surrender"
)

OWN_ACTS = word_set(
    "exchanged coordinated withdrew withdrawn suspended agreed agree accepted accept signed decided "
    "shared warned informed "
    "notified handed "
    "repelled repulsed retreated disengaged redeployed"
)
"""What a side may say that it did, against nobody."""

WARNED = word_set("warned notified alerted informed")
"""What was done to a hospital, a crew or a ship, before it was struck."""

GIVE = word_set("given gave received receive issued had has have got sent obtained granted")
GIVEN = word_set("warning warnings notice coordinates passage notification location information intelligence")
"""What one side says that the other, or it, was given."""

TALKS = word_set("talks negotiations dialogue discussions")

COUNTED = word_set(
    "killed wounded injured hurt harmed died perished martyred missing displaced kidnapped abducted buried "
    "identified rescued saved treated hospitalised hospitalized admitted discharged examined investigated "
    "verified checked reviewed questioned studied screened homeless evacuated"
)
"""States of people that are counts, and what is only looked into."""

NO_STATE = word_set(
    "cowardly deplored condemned planned expected aimed meant intended designed feared urged asked "
    "told called "
    "said provoked caused triggered carried-out"
)

IN_HEALTH = word_set("health form safe alive well spirits custody detention detained exile unharmed captive")
"""How those whom a page is about are said to be."""

MOVES = word_set("violated intruded strayed turned entered crossed carried flew drifted sailed veered")
"""What "it" may be said to have done, which is then a craft."""

HOLES = word_set(
    "problem problems defect defects hole holes leak leaks crack cracks fault licence license permit "
    "insurance crater"
)
"""What a thing has or has not, and sides dispute."""

PRIVATE = word_set("i you who which that what he she we they it this these those one someone somebody")
"""Subjects of which the sentence alone does not tell what they are."""

THERE = word_set(
    "hands control siege surrounded encircled besieged alive overrun closed blocked sealed reopened "
    "severed restored "
    "intact flooded operational disconnected deserted staged fabricated doctored fake afloat "
    "overloaded licensed "
    "unlicensed contaminated disabled cleared secured mined emptied bolted unharmed foiled thwarted"
)
"""How any named thing may be said to be, and it is a state."""

WAITING = word_set("hiding stationed deployed based sheltering aboard present encircled surrounded trapped")
"""Where a number of people is said to be, which is no count of a kind of its own."""

OF_SIDES = word_set(
    "official officials spokesman spokeswoman spokesperson minister general commander officer source "
    "sources "
    "adviser advisor aide envoy ambassador diplomat ministry agency statement police army government "
    "governor "
    "lawyer prosecutor judge inquiry commission panel report newspaper channel faction group colonel "
    "captain "
    "negotiator mediator lawmaker deputy senator"
)
"""Of speakers with "a" in front, those who speak for somebody."""
