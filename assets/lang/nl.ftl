# Dutch. The words of the graphic: the window is in English and French.

percent = {$n}%
percent-over = >{$n}%
percent-under = <{$n}%

## Positions
position-for = Voor
position-against = Tegen
position-abstain = Onthouding
position-present = Aanwezig
position-not-voting = Niet gestemd
position-absent = Afwezig
position-excused = Afwezig met kennisgeving
position-paired = Stemafspraak
position-presiding = Zit voor
position-unknown = Onbekend
positions-unknown = Onbekende standpunten: {$n}
position-vacant = Vacant
tally-for = voor
tally-against = tegen

## The result
verdict-adopted = Aangenomen
verdict-rejected = Verworpen
verdict-tied = Stemmen staken
switches = { $n ->
    [one] met {$n} andere stem was de uitslag omgekeerd
   *[other] met {$n} andere stemmen was de uitslag omgekeerd
}
declared-rows = Officiële uitslag; de rijen geven
declared-rows-agree = Officiële uitslag; de rijen kloppen ermee
counted-rows = Geteld uit de rijen
declared-differ = Officiële uitslag, maar de rijen geven
rows-name = {$tally}
rows-name-unknown = { $unknown ->
    [one] {$tally}, {$unknown} stem onbekend
   *[other] {$tally}, {$unknown} stemmen onbekend
}
took-part = {$cast} van {$members}
took-part-label = leden namen deel
turnout = opkomst {$percent}
turnout-line = {$took} · {$turnout}
seats-label = { $n ->
    [one] zetel
   *[other] zetels
}
no-party = Geen fractie
no-party-short = Geen
unnamed-member = Lid {$n}
vacant-seat = Vacante zetel
by-proxy = bij volmacht

## The picture
untitled = Stemming zonder titel
description-result = { $verdict ->
    [adopted] {$title}: aangenomen met {$for} stemmen voor en {$against} tegen.
    [rejected] {$title}: verworpen met {$against} stemmen tegen en {$for} voor.
    [options] {$title}: {$leader} kreeg met {$for} de meeste stemmen.
    [no-quorum] {$title}: geen quorum, {$for} stemmen voor en {$against} tegen.
    [adopted-otherwise] {$title}: aangenomen, {$for} stemmen voor en {$against} tegen.
    [rejected-otherwise] {$title}: verworpen, {$for} stemmen voor en {$against} tegen.
    [elected] {$title}: {$leader} is gekozen met {$for} stemmen.
    [quorum-call] {$title}: telling van de aanwezigen, {$for} in totaal.
    [tied] {$title}: de stemmen staken, {$for} voor en {$against} tegen.
   *[open] {$title}: {$for} stemmen voor en {$against} tegen.
}
description-seats = { $seats ->
    [one] Een grafiek van {$seats} zetel, gekleurd naar stem.
   *[other] Een grafiek van {$seats} zetels, gekleurd naar stem.
}
description-named = { $seats ->
    [one] Een grafiek van het ene lid dat in het bestand is genoemd ({$seats}), gekleurd naar stem.
   *[other] Een grafiek van de {$seats} leden die in het bestand zijn genoemd, gekleurd naar stem.
}
description-stated = Volgens de bron: {$text}.
description-rule = Beoordeeld volgens de regel: {$rule}.
verdict-elected = Gekozen: {$name}
named-members-label = { $n ->
    [one] lid genoemd in het bestand
   *[other] leden genoemd in het bestand
}
named-label = { $n ->
    [one] lid genoemd
   *[other] leden genoemd
}
took-part-of-seats-label = zetels namen deel
were-present-label = leden waren aanwezig
result-line = {$result}. {$sentence}
result-stated = Uitslag volgens de bron
result-open = De regel staat niet in het bestand: kies er een
result-stated-differs = Uitslag volgens de bron; volgens de regel ({$rule}) geeft de telling: {$counted}
result-stated-tie = Uitslag volgens de bron: bij telling staken de stemmen
result-stated-majority = Uitslag volgens de bron; welke meerderheid nodig was, staat niet in het bestand
description-parties = Zo stemde elke fractie: {$list}.
seat-title = {$name}, {$party}: {$vote}
how-each-voted = Zo stemde elke fractie
with-a-vote = fracties met ten minste één stem
and-others = { $n ->
    [one] en {$n} kleinere fractie
   *[other] en {$n} kleinere fracties
}
source-line = Bron: {$source}
source-file = Bron: {$file}
made-with = Gemaakt met Hemicycle
majority-line = Lijn na {$n} zetels
seats-unknown = { $n ->
    [one] {$n} lid zonder zetel in de plattegrond
   *[other] {$n} leden zonder zetel in de plattegrond
}
rebels-heading = { $n ->
    [one] {$n} lid tegen de meerderheid van de eigen fractie
   *[other] {$n} leden tegen de meerderheid van de eigen fractie
}
and-more-members = { $n ->
    [one] en nog {$n} lid
   *[other] en nog {$n} leden
}
figures-party = partij
figures-short = afkorting
figures-colour = kleur
figures-members = leden

## Rules
verdict-no-quorum = Geen quorum
rule-more-for-than-against = meer stemmen voor dan tegen
result-sentence = {$rule}: {$needed} nodig, {$got} voor, {$margin}
result-no-quorum = {$rule}: quorum van {$needed}, {$present} aanwezig
result-and-switches = {$result}; {$switches}
margin-over = {$n} meer dan nodig
margin-short = {$n} te weinig
margin-exact = precies genoeg
rule-named = {$name} ({$terms})
rule-more-than-half = meer dan de helft van {$base}
rule-more-than-share = meer dan {$share} van {$base}
rule-at-least-share = ten minste {$share} van {$base}
rule-more-than-number = meer dan {$n} stemmen
rule-at-least-number = ten minste {$n} stemmen
rule-half = de helft
rule-two-thirds = twee derde
rule-three-quarters = drie kwart
rule-three-fifths = drie vijfde
rule-of-for-against = de stemmen voor en tegen
rule-of-cast = alle uitgebrachte stemmen
rule-of-present = de aanwezigen
rule-of-members = alle leden
rule-of-seats = alle zetels
rule-tie-fails = bij staking van stemmen verworpen
rule-tie-passes = bij staking van stemmen aangenomen
rule-tie-chair = bij staking van stemmen beslist de voorzitter
rule-quorum = quorum: {$terms} van de leden
rule-quorum-number = quorum: {$n} leden
rule-quorum-majority = meer dan de helft
rule-ordinary = Gewone meerderheid
rule-an = Franse Nationale Vergadering, gewone stemming
rule-an-censure = Franse Nationale Vergadering, motie van wantrouwen
rule-an-constitution = Frans Congres, grondwetsherziening
rule-us-house = Amerikaans Huis van Afgevaardigden, gewone stemming
rule-us-house-override = Amerikaans Huis van Afgevaardigden, opheffing van een veto
rule-us-senate = Amerikaanse Senaat, gewone stemming
rule-us-senate-cloture = Amerikaanse Senaat, sluiting van het debat
rule-us-senate-override = Amerikaanse Senaat, opheffing van een veto
rule-bundestag = Bondsdag, gewone stemming
rule-bundestag-members = Bondsdag, meerderheid van de leden
rule-bundestag-constitution = Bondsdag, wijziging van de Grondwet
rule-commons = Lagerhuis
rule-ep = Europees Parlement, gewone stemming
rule-ep-members = Europees Parlement, meerderheid van de leden van het Parlement
rule-council = Lokale raad, Engeland en Wales
rule-council-fr = Gemeenteraad, Frankrijk
rule-class = Klas of vergadering

## The web page
page-find = Lid, fractie of plaats zoeken
page-colour = Kleur van de zetels
page-colour-vote = Stem
page-colour-party = Fractie
page-dark = Donker
page-result = Uitslag
page-votes = Stemmen
page-table = { $n ->
    [one] {$n} zetel als tabel
   *[other] Alle {$n} zetels als tabel
}
page-column-place = Kieskring
chamber-name = Halfrond met {$seats} zetels. De pijltoetsen gaan van zetel naar zetel, Enter zet er een vast.
votes-of = {$n} van {$all}
column-member = Lid
column-group = Fractie
column-vote = Stem

# The replay as a film and in the web page
replay-called = zoals opgeroepen
replay-name = alfabetisch
replay-party = per fractie
replay-row = per rij
replay-frame = {$n} van {$all}
replay-frame-certain = {$verdict}, wat er ook nog komt · {$n} van {$all}
replay-closeness = de verdeeldste het laatst
replay-title = Hoofdelijke stemming afspelen
replay-play = Afspelen
replay-pause = Pauze
replay-speed = {$n}× snelheid
replay-loop = Aan het eind opnieuw beginnen
replay-rail = Plaats in de stemming
replay-so-far = {$figures} tot nu toe
replay-so-far-certain = {$figures}, beslist
replay-certain = {$verdict}: beslist na {$n}
replay-order = Volgorde
replay-pace = Snelheid

## A chamber without a vote
party-seats = Zetels per partij
seat-title-composition = {$name}, {$party}
unnamed-seat = Zetel {$n}
position-seat = Zetels
majority-of-seats = Meerderheid: {$majority} van de {$seats} zetels
coalition-majority = Meerderheid: {$n} van de {$seats} zetels, {$majority} nodig, {$difference} over
coalition-short = Geen meerderheid: {$n} van de {$seats} zetels, {$majority} nodig, {$difference} tekort
description-composition = {$title}. Een grafiek van {$seats} zetels, in de kleuren van de partijen. Zetels per partij: {$list}. {$majority}.
