"""Words for those who may have done a hostile deed: armed people, their weapons and craft, whom only an accuser
names so."""

from __future__ import annotations

from factcheck.lexicons import word_set

ARMED = word_set(
    "nationalists troops soldiers forces army military aircraft jets drone drones fighters militia "
    "militias militiamen "
    "warplanes "
    "planes gunmen rebels insurgents settlers artillery navy helicopters units paramilitaries side police "
    "policemen officers guards enemy regime junta criminals gang gangs terrorists bandits jihadists "
    "mercenaries cartel goons thugs hooligans vandals aggressors assailants extremists guerrillas separatists "
    "occupiers invaders elements foreigners provocateurs infiltrators agents commandos snipers vigilantes "
    "rioters warplane jet plane bomber helicopter deputies troopers inmates prisoners wardens strikers "
    "militants agitators radicals marchers protesters demonstrators activists patrol patrols gunship security "
    "triads triad mob mobs mafia warlord warlords raiders pirates poachers herdsmen herders tanks submarine "
    "warship "
    "aviation coastguard coastguards gendarmes gendarmerie marines paratroopers legionnaires conscripts "
    "reservists "
    "auxiliaries tribesmen clansmen gunners corps battalions regiments brigades detachment contingent "
    "peacekeepers "
    "henchmen hirelings assassins traffickers rustlers arsonists looters colonists crusaders factions faction "
    "smugglers fighter rebel insurgent militant terrorist bandit settler militiaman guerrilla jihadist gangster "
    "commando "
    "cadre "
    "airmen artillerymen legion column garrison juntas cadres infantry mutineer armies navies gunner sniper "
    "paramilitary irregulars horsemen cavalry warriors foes stooges proxies "
    "warships gunboat gunboats saboteurs partisans mutineers brigade battalion regiment squad squads "
    "dissidents islamists supremacists loyalists squadron officer soldier policeman "
    "askaris jawans constables sappers ultras marauders corsairs cultists fanatics zealots colonisers "
    "colonizers grenadiers rangers bombers gunships quadcopters uavs frigates submarines corvettes destroyers "
    "howitzers platoons platoon legions guerillas guerilla "
    "peshmerga janjaweed hitmen pistoleros sicarios paras cops jailers cartels gangsters mobsters dacoits "
    "naxalites naxals maoists maoist contras subversives pasdaran basij "
    "interahamwe cossacks gendarme legionnaire paratrooper conscript sepoys carabinieri gardai lancers "
    "dragoons riflemen infantrymen cavalrymen machine-gunners bombardiers insurrectionists secessionists "
    "militiawomen diversionists lynchers pillagers plunderers brigands"
)
DISOWNED = word_set(
    "enemy criminals terrorists bandits mercenaries goons thugs hooligans vandals aggressors extremists "
    "elements foreigners provocateurs infiltrators regime rioters occupiers invaders agitators junta saboteurs "
    "henchmen "
    "hirelings stooges lackeys puppets crusaders apostates murderers looters arsonists traitors foes invader "
    "occupier "
    "aggressor tyrant oppressors"
)
"""Words that only an accuser has for the doer: any deed of theirs is blame."""
WEAPONS = word_set(
    "shell shells missile missiles rocket rockets strike strikes airstrike airstrikes air-strike air-strikes "
    "shelling fire gunfire bomb bombs bullet bullets mortar mortars mine mines torpedo torpedoes munition "
    "munitions "
    "warhead raid raids bombing bombardment projectile projectiles snipers attack attacks barrage grenade grenades"
)
NOBODY = word_set("gunmen assailants")
"""Doers of whom nothing is known: to name them blames nobody."""
FORCE = word_set("air task police border security rapid naval defence defense peacekeeping occupation")
OWN = word_set("our my")
CRAFT = word_set(
    "vessel vessels boat boats ship ships trawler trawlers cutter cutters frigate destroyer car cars truck "
    "trucks jeep "
    "vehicle vehicles convoy bulldozers guard crew crews cruiser carrier launch launches"
)
"""What is driven or sailed: a doer when its owner is named with it."""
OWNERS = word_set(
    "patrol naval navy army police military government enemy coast border militia rebel security guard "
    "presidential "
    "republican national royal imperial"
)
PEOPLE = word_set(
    "settlers fishermen citizens nationals farmers herders proxies allies spies intelligence hackers fans "
    "immigrants "
    "migrants officials leaders authorities colonists youths men women boys villagers extremists secret services "
    "service operatives smugglers hands circles state government party leadership team officers envoy ambassador "
    "president minister rulers generals politicians muslims christians hindus occupation commanders commander"
)
"""People who are of a side when it is named in front of them: 'Ruritanian fishermen'."""
IN_POWER = word_set("government state authorities opposition administration")
"""Doers of harm only: they also 'attack poverty' and 'open inquiries'."""
PARTIES = word_set("parties sides armies camps factions belligerents governments")
CONSTABLES = word_set(
    "police policeman policemen officer officers deputies troopers agents side security patrol guards inmates "
    "prisoners "
    "marchers protesters demonstrators activists gang gangs cops constables jailers rangers gangsters "
    "soldier attack attacks fire strike strikes raid "
    "shooting "
    "shootings killing killings murder murders violence"
)
"""Words of crime reports as much as of war: a sentence with no other of them is of no side."""
COMBATANTS = word_set(
    "militants terrorists rebels insurgents guerrillas fighters gunmen bandits jihadists extremists elements "
    "suspects criminals members attackers assailants combatants operatives suspect gunman militant terrorist "
    "attacker commander robbers robber"
)
"""Whom a force may say that it killed without a charge against it."""
