"""Words of faults and mechanisms: who looks for them, what breaks, what flows, what is hit."""

from __future__ import annotations

from factcheck.extraction.narrative.blame.agents import TARGETS
from factcheck.lexicons import word_set

ILL = word_set(
    "broken worn faulty rusted rusty loose leaking missing frayed damaged cracked blocked clogged defective bad "
    "poor shoddy "
    "careless reckless drunk drunken mechanical technical electrical human structural rotten brittle overloaded "
    "unsafe "
    "swampy corroded burst jammed exposed ageing aging heavy excessive illegal stray wrong inadequate "
    "substandard cheap"
)
PARTS = word_set(
    "wheel wheels axle axles tyre tyres tire tires brake brakes valve valves bolt bolts engine engines rail "
    "rails signal "
    "signals weld welds pipe pipes pump pumps circuit wire wiring cable cables heater boiler cylinder cylinders "
    "seal seals "
    "door doors rudder steering switch switches crack cracks ice fog rain rains wind winds wave waves gas fuel "
    "sparks spark "
    "cladding concrete soil ground water mud lightning cargo ballast machines machinery generator battery "
    "batteries bearing "
    "bearings hatch ramp gasket rope ropes scaffold beam beams column columns transformer chemicals fertiliser "
    "melamine"
)
FAULT = word_set(
    "fault faults error errors failure failures leak sabotage arson negligence mistake mistakes defect defects "
    "blowout "
    "overload overloading circuit carelessness fatigue malfunction"
)
SEEKERS = word_set(
    "investigators investigator inspectors engineers experts police prosecutors prosecutor inquiry report "
    "commission panel "
    "investigation probe coroner company producer operator owner maker manufacturer officials detectives "
    "ministry board "
    "committee agency chief union firm study verdict indictment findings"
)
PAPERS = word_set(
    "inquiry report commission panel investigation probe study verdict indictment findings committee"
)
STRUCTURES = word_set(
    "wall walls bridge dam roof bank embankment tower building house dike dyke levee road track tracks rails "
    "pier pillar "
    "pillars foundations slope hillside pipe pipeline hull deck mine tunnel gallery shaft stand terrace balcony "
    "pylon"
)
CRAFT = TARGETS | word_set(
    "train bus lorry truck car ferry launch trawler coach tram tanker freighter liner yacht dinghy carriage "
    "wagon balloon"
)
EATEN = word_set(
    "undermined eroded liquefied corroded softened swallowed buried flooded weakened loosened washed torn "
    "ripped clogged "
    "crushed severed snapped overwhelmed struck hit dislodged saturated scoured capsized overturned toppled"
)
FLOWS = word_set("poured entered seeped rushed leaked flowed burst came gushed got flooded")
FLUIDS = word_set("water gas fuel sparks flames seawater smoke oil petrol air methane lightning")
HITS = word_set("hit struck clipped rammed ran collided grazed touched skidded veered")
OBSTACLES = word_set(
    "rock rocks reef sandbank sandbar tree trees pole pylon cable cables line lines iceberg mine bird birds "
    "kerb barrier "
    "bridge wall container log buoy quay mountain hillside ridge lorry truck cow bollard pier bank ship boat "
    "ferry aground"
)
LINE = word_set("line theory hypothesis version explanation lead scenario")
LIKELY = word_set("strongest likeliest likely main leading most probable working first plausible")
