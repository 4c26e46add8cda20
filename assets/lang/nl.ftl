# Dutch. The words of the graphic: the window is in English and French.

percent = {$n}%

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
position-vacant = Vacant
tally-for = voor
tally-against = tegen

## The result
verdict-adopted = Aangenomen
verdict-rejected = Verworpen
verdict-tied = Stemmen staken
switches = { $n ->
    [one] Met {$n} andere stem was de uitslag omgekeerd
   *[other] Met {$n} andere stemmen was de uitslag omgekeerd
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
picture-description = { $verdict ->
    [adopted] {$title}: aangenomen met {$for} stemmen voor en {$against} tegen.
    [rejected] {$title}: verworpen met {$against} stemmen tegen en {$for} voor.
    [options] {$title}: {$leader} kreeg met {$for} de meeste stemmen.
   *[tied] {$title}: de stemmen staken, {$for} voor en {$against} tegen.
} { $seats ->
    [one] Een grafiek van {$seats} zetel, gekleurd naar stem.
   *[other] Een grafiek van {$seats} zetels, gekleurd naar stem.
} {$counts}.
description-turnout = {$took}, {$turnout}.
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
