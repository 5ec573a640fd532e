"""Sorts of things and the states in which somebody may say that they are: truces, ships, captives, ransoms."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.lexicons import word_set


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of thing and the states in which somebody may say that it is.

    ``acts``: verbs of which it is the subject; ``states``: participles, adjectives and adverbs after "be" and
    "remain"; ``places``: nouns after "in", "under" and "out of". ``denied``: whether "not" leaves it a state.
    """

    things: frozenset[str]
    states: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    denied: bool = True


SORTS = {
    "truce": Sort(
        word_set("truce ceasefire cease-fire armistice pause it"),
        word_set("broken violated breached observed respected kept dead over holding fragile shaky"),
        word_set("held holds collapsed broke holding"),
        word_set("force effect place"),
    ),
    "calm": Sort(
        word_set("situation border guns front line frontier sector streets positions weapons"),
        word_set("calm quiet silent stable tense normal peaceful"),
    ),
    "peace": Sort(
        word_set("calm quiet peace order normality normalcy life"),
        word_set("restored back"),
        word_set("returned returns prevails prevailed returning"),
    ),
    "parties": Sort(
        word_set(
            "side sides parties governments armies countries delegations delegation team negotiators envoys "
            "neighbours"
        ),
        word_set("deadlocked"),
        word_set("agreed left walked returned signed disengaged withdrew withdrawn"),
    ),
    "building": Sort(
        word_set(
            "building hospital mosque church school roof bridge dam wall plant reactor tower facility runway "
            "temple "
            "wing minaret steeple ceiling monastery cathedral structure foundations library cemetery madrasa "
            "seminary"
        ),
        word_set(
            "destroyed damaged intact standing flattened undamaged unscathed stable unsafe sound untouched struck"
        ),
        word_set("collapsed stands"),
    ),
    "vessel": Sort(
        word_set(
            "ship cruiser vessel frigate submarine warship tanker flagship destroyer hull ferry boat plane jet"
        ),
        word_set("afloat sunk sinking seaworthy intact towed burning unseaworthy adrift scuttled airworthy"),
        word_set("sunk capsized landed"),
    ),
    "target": Sort(
        word_set(
            "camp base site depot warehouse refinery ship cruiser vessel frigate warship flagship airfield "
            "airbase port "
            "jet plane aircraft"
        ),
        word_set("hit struck destroyed damaged"),
    ),
    "bombs": Sort(
        word_set("bombs bomb missiles missile rockets rocket shells shell warheads drones"),
        acts=word_set("fell landed missed"),
        denied=False,
    ),
    "fire": Sort(
        word_set("fire blaze fires flames"),
        word_set("out contained extinguished put localised localized burning raging"),
        places=word_set("control"),
    ),
    "crew": Sort(
        word_set(
            "crew hostages captives prisoners guards pilot pilots pupils students girls boys children sailors "
            "officials abductees miners victims nurses teachers workers schoolgirls schoolboys detainees "
            "passengers "
            "pilgrims fishermen citizens nationals tourists employees staff all both everyone everybody airman "
            "airmen serviceman soldiers them others "
            "hostage captive skipper captain"
        ),
        word_set("freed released free rescued reunited home accounted found alive safe unharmed well"),
        word_set("escaped returned got regained gone"),
        word_set("custody captivity hands freedom"),
        denied=False,
    ),
    "inmates": Sort(word_set("inmates prisoners detainees convicts"), acts=word_set("escaped got"), denied=False),
    "crew_moved": Sort(
        word_set("crew sailors staff hostages captives prisoners"), word_set("evacuated saved moved transferred")
    ),
    "alarm": Sort(
        word_set("sirens siren alarm alarms warning warnings alert valve locks gates"),
        word_set("sounded issued given working broken switched off activated open closed"),
        word_set("sounded worked failed sound work"),
        word_set("force place effect"),
    ),
    "service": Sort(
        word_set(
            "hospital hospitals airport power electricity water internet network runway runways line refinery "
            "pipeline"
        ),
        word_set("restored"),
        word_set("functions works operates functioning"),
        places=word_set("service order use action commission"),
    ),
    "ransom": Sort(
        word_set("ransom money naira dollars sum million equivalent payment euros"),
        word_set("paid delivered handed"),
        word_set("changed"),
        denied=False,
    ),
    "alone": Sort(
        word_set("gunman attacker shooter assailant he bomber killer"), acts=word_set("acted"), denied=False
    ),
    "help": Sort(
        word_set("help aid relief supplies rescuers convoys"), word_set("delivered"), word_set("reached arrived")
    ),
    "troops": Sort(
        word_set(
            "soldiers troops forces rebels militants fighters instructors mercenaries army advisers tanks "
            "insurgents"
        ),
        word_set("gone"),
        word_set("withdrawn entered crossed left"),
        word_set(
            "town city country village camp base area region capital province territory valley district "
            "outskirts suburbs palace centre center streets"
        ),
    ),
    "cargo": Sort(
        word_set(
            "plane aircraft ship ferry boat launch truck train cargo flight vessel convoy lorry planes ships "
            "boats trucks "
            "trains vessels lorries car cars vehicle vehicles"
        ),
        acts=word_set("carried carrying transported transporting"),
    ),
    "epidemic": Sort(
        word_set("outbreak epidemic disease pandemic cholera"),
        word_set("over contained controlled spreading"),
        word_set("ended spread"),
        places=word_set("control"),
    ),
    "leader": Sort(
        word_set("president premier king leader dictator emperor chancellor junta prime-minister"),
        word_set("deposed ousted overthrown"),
        word_set("resigned abdicated fled"),
        denied=False,
    ),
    "gates": Sort(
        word_set("gate gates exits turnstiles"), word_set("locked shut closed open chained unlocked opened")
    ),
    "coup": Sort(
        word_set("coup mutiny uprising putsch rebellion revolt insurrection takeover"),
        word_set("over crushed foiled thwarted defeated quelled"),
        word_set("failed collapsed succeeded"),
    ),
    "place": Sort(
        word_set("town city village base camp capital airport palace barracks position post hill"),
        word_set("fallen surrounded besieged encircled abandoned deserted"),
        places=word_set("hands control siege"),
    ),
}
