# Swedish. The words of the graphic: the window is in English and French.

percent = {$n} %

## Positions
position-for = Ja
position-against = Nej
position-abstain = Avstår
position-present = Närvarande
position-not-voting = Röstade inte
position-absent = Frånvarande
position-excused = Anmäld frånvaro
position-paired = Kvittad
position-presiding = Talman
position-unknown = Okänt
position-vacant = Vakant
tally-for = ja
tally-against = nej

## The result
verdict-adopted = Bifall
verdict-rejected = Avslag
verdict-tied = Lika röstetal
switches = { $n ->
    [one] {$n} ändrad röst hade vänt utgången
   *[other] {$n} ändrade röster hade vänt utgången
}
declared-rows = Officiellt resultat; raderna ger
declared-rows-agree = Officiellt resultat; raderna stämmer överens
counted-rows = Räknat från raderna
declared-differ = Officiellt resultat, men raderna ger
rows-name = {$tally}
rows-name-unknown = { $unknown ->
    [one] {$tally}, {$unknown} röst okänd
   *[other] {$tally}, {$unknown} röster okända
}
took-part = {$cast} av {$members}
took-part-label = ledamöter deltog
turnout = deltagande {$percent}
turnout-line = {$took} · {$turnout}
seats-label = { $n ->
    [one] mandat
   *[other] mandat
}
no-party = Partilös
no-party-short = Partilös
unnamed-member = Ledamot {$n}
vacant-seat = Vakant plats
by-proxy = genom ombud

## The picture
untitled = Votering utan rubrik
picture-description = { $verdict ->
    [adopted] {$title}: bifall med {$for} röster mot {$against}.
    [rejected] {$title}: avslag med {$against} röster mot {$for}.
    [options] {$title}: {$leader} fick flest röster, {$for}.
   *[tied] {$title}: lika röstetal, {$for} ja och {$against} nej.
} { $seats ->
    [one] Ett diagram med {$seats} mandat, färgat efter röst.
   *[other] Ett diagram med {$seats} mandat, färgade efter röst.
} {$counts}.
description-turnout = {$took}, {$turnout}.
description-parties = Så röstade partigrupperna: {$list}.
seat-title = {$name}, {$party}: {$vote}
how-each-voted = Så röstade partigrupperna
with-a-vote = partigrupper med minst en röst
and-others = { $n ->
    [one] och {$n} mindre partigrupp
   *[other] och {$n} mindre partigrupper
}
source-line = Källa: {$source}
source-file = Källa: {$file}
made-with = Gjord med Hemicycle
majority-line = Linje efter {$n} mandat
seats-unknown = { $n ->
    [one] {$n} ledamot utan plats i planen
   *[other] {$n} ledamöter utan plats i planen
}
rebels-heading = { $n ->
    [one] {$n} ledamot emot sin partigrupps majoritet
   *[other] {$n} ledamöter emot sin partigrupps majoritet
}
and-more-members = { $n ->
    [one] och {$n} ledamot till
   *[other] och {$n} ledamöter till
}
figures-party = parti
figures-short = förkortning
figures-colour = färg
figures-members = ledamöter
