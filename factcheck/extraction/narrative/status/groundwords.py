"""Words for who holds ground and who moved: the verbs, the places, the doings that go on."""

from __future__ import annotations

from factcheck.extraction.narrative.armed import ARMED, PEOPLE
from factcheck.extraction.narrative.blame.failings.neglect import IN_CHARGE
from factcheck.lexicons import word_set

HOLD = word_set(
    "hold holds held holding control controls controlled retain retains retained kept keeps occupy occupies "
    "occupied "
    "recaptured retaken retook captured captures seized taken took liberated conquered reached encircled "
    "surrounded "
    "besieged abandoned left quit evacuated secured cleared reoccupied regained lost relinquished overran "
    "overrun "
    "has have had recapture recaptures cut"
)
MOVE = word_set(
    "withdrew withdrawn retreated redeployed regrouped advanced pulled returned went gone left fled "
    "crossed moved "
    "penetrated deployed disengaged landed repelled arrived dug"
)
FELL = word_set("fell fallen falls falling changed")
TAKEN = word_set(
    "taken captured overrun liberated recaptured retaken surrounded encircled besieged occupied abandoned "
    "evacuated "
    "cleared secured cut seized trapped lost regained isolated reoccupied freed mined sealed fortified defended"
)
GOES_ON = word_set(
    "continue continues continued go goes rage rages raged resume resumed resumes stopped ceased ended "
    "lost broken restored suspended completed finished stalled failed collapsed broke halted progressing"
)
DOINGS = word_set(
    "talks fighting clashes operation operations battle battles contact contacts evacuation negotiations shelling "
    "firing offensive siege mediation dialogue pumping combat bombardment reaction liberation capture "
    "withdrawal advance "
    "exchange conquest retreat seizure storming assault landing truce ceasefire"
)
PLACES = word_set(
    "town city village base camp bridge hill heights height airport airfield airstrip capital palace barracks "
    "district "
    "province region island position positions post posts outpost outposts front garrison territory soil "
    "building hospital "
    "prison crossing dam temple valley area areas zone place centre center neighbourhood neighborhood suburb "
    "suburbs quarter "
    "headquarters border peninsula road highway junction station stronghold fortress ridge peak port plant "
    "mountain line "
    "monastery school university parliament ministry square office depot villages towns part parts most rest "
    "half all "
    "everything it "
    "ground side bank enclave pass strip refinery checkpoint mine compound ship vessel mosque street city"
)
OURS = word_set("ours theirs his mine hers")
OWN = word_set("we it they he she")
LOAD = word_set("full loaded packed laden filled stuffed crammed")
ARMS = word_set(
    "explosives bombs weapons ammunition arms missiles rockets fighters militants soldiers troops munitions "
    "objects "
    "mercenaries terrorists gunmen"
)
BEGIN = HOLD | MOVE | FELL | TAKEN | GOES_ON | LOAD | word_set("is was are were remain remains remained")
"""The words with which the rule begins."""

SOME = word_set("most all half part parts much none")
FORCES = ARMED | PEOPLE | IN_CHARGE
STATES = (HOLD | MOVE | FELL | TAKEN) - word_set(
    "has have had kept keeps left went gone lost cut arrived returned moved cleared secured landed took taken "
    "reached freed changed"
)
WEAK = word_set("taken took left lost kept hold holds held gone returned reached")
