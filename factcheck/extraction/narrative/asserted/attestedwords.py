"""Words of what somebody attests: warnings, mistakes, ranks of the dead, flags, barriers, requests."""

from __future__ import annotations

from factcheck.extraction.narrative.armed import ARMED, CONSTABLES
from factcheck.lexicons import word_set

BE = word_set("is was are were be been am remains remained")
ALERTS = word_set("warned alerted urged asked told advised cautioned")
OWN = word_set(
    "it they we he she union office agency agencies mission board department ministry company association"
)
HELP = word_set(
    "strike strikes airstrike airstrikes raid raids support help bombing attack ceasefire truce evacuation "
    "closure "
    "withdrawal reinforcements intervention pause talks fire"
)
CRAFTS = word_set(
    "ship cruiser vessel frigate submarine warship tanker flagship destroyer ferry boat plane jet jets aircraft "
    "airliner "
    "helicopter drone bomber fighter trawler boats planes"
)
STRUCK = word_set(
    "struck hit bombed shot shelled killed attacked targeted crossed fired downed destroyed strayed entered "
    "sunk sank"
)
DEAD = word_set(
    "those dead victims men bodies driver passengers others rest killed attackers victim attacker pilot occupants "
    "inhabitants crew gunmen assailants demonstrators protesters prisoners detainees bomber bombers captives"
)
RANKS = (ARMED - CONSTABLES) | word_set(
    "farmers shepherds fishermen engineers engineer traffickers operatives members recruits spies dummies "
    "corpses journalists teachers criminals combatants fighter "
    "smugglers dealers addicts"
)
FLAGS = word_set("flag flags banner banners")
FLY = word_set("fly flies flew flying waved waves wave fluttered flutters hoisted raised hangs hung")
RULING = word_set("charge control command")
REQUESTS = word_set("asked requested requests asks called sought ordered")
QUIT = word_set(
    "apologised apologized apologises apologizes resigned resigns abdicated defected surrendered repented"
)
LASTS = word_set(
    "raid raids attack attacks strike strikes truce ceasefire cease-fire shelling bombardment shooting fight "
    "fighting battle "
    "assault siege it firing bombing exchange clash one second first"
)
BARRIERS = word_set(
    "exit exits door doors gate gates window windows camera cameras alarm alarms siren sirens lights radio "
    "transponder engine "
    "engines brakes hatch hatches plant reactor pump pumps recorder recorders cladding roof seal seals system "
    "systems signal "
    "signals valve valves vehicle lift elevator sprinklers detector detectors"
)
SWITCHED = word_set("switched turned shut cut taken removed disabled disconnected")
BARRED = word_set(
    "bolted locked closed shut sealed chained padlocked barred blocked jammed open unlocked disabled disconnected"
)
SAFE = word_set(
    "safe compliant sound intact faulty defective working operational functional running off on out missing"
)
TRUTHS = word_set("fireproof flammable combustible certified approved licensed")
AFLOAT = word_set("afloat adrift sinking aground ablaze unarmed armed overloaded seaworthy unseaworthy airworthy")
KINDS = word_set("hoax sham fake farce set-up setup staging mock-up decoy dummy forgery montage provocation")
LEADERS = word_set("president premier king leader he she minister dictator governor chief ruler prince emir")
HELD = word_set(
    "crew sailors men hostages captives passengers workers miners prisoners staff pilots people all both survivors"
)
GATE = (
    (word_set("truce ceasefire cease-fire armistice pause"), word_set("effect force hold")),
    (word_set("lost"), word_set("touch contact communication communications")),
    (word_set("left fled"), word_set("country capital")),
    (word_set("taken brought moved evacuated"), word_set("alive safely unharmed freedom")),
    (ALERTS - {"told", "asked"}, OWN | CRAFTS | word_set("pilot pilots crew his her its")),
    (DEAD, RANKS - DEAD),
    (FLAGS, FLY),
    (word_set("charge control"), word_set("is are am was were remains remain")),
    (word_set("over"), word_set("taken took")),
    (HELP, REQUESTS - {"called"}),
    (QUIT, word_set("has have had he she president minister")),
    (LASTS - {"one", "second", "first", "it"}, word_set("lasted lasts held")),
    (BARRIERS, BARRED | SWITCHED | SAFE - {"out", "on"}),
    (word_set("safe alive unharmed unhurt"), BE),
    (KINDS, BE),
    (CRAFTS, AFLOAT | {"down"}),
)
"""Pairs of sets of which a sentence must have a word each."""
