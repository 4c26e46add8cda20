# Swedish. The words of the graphic: the window is in English and French.

percent = {$n} %
percent-over = > {$n} %
percent-under = < {$n} %

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
positions-unknown = Okända ställningstaganden: {$n}
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
description-result = { $verdict ->
    [adopted] {$title}: bifall med {$for} röster mot {$against}.
    [rejected] {$title}: avslag med {$against} röster mot {$for}.
    [options] {$title}: {$leader} fick flest röster, {$for}.
    [no-quorum] {$title}: ej beslutsför, {$for} ja och {$against} nej.
    [adopted-otherwise] {$title}: bifall, {$for} ja och {$against} nej.
    [rejected-otherwise] {$title}: avslag, {$for} ja och {$against} nej.
    [elected] {$title}: {$leader} valdes med {$for} röster.
    [quorum-call] {$title}: räkning av närvarande, {$for} totalt.
    [tied] {$title}: lika röstetal, {$for} ja och {$against} nej.
   *[open] {$title}: {$for} ja och {$against} nej.
}
description-seats = { $seats ->
    [one] Ett diagram med {$seats} mandat, färgat efter röst.
   *[other] Ett diagram med {$seats} mandat, färgade efter röst.
}
description-named = { $seats ->
    [one] Ett diagram med den enda ledamot som filen nämner ({$seats}), färgat efter röst.
   *[other] Ett diagram med de {$seats} ledamöter som filen nämner, färgade efter röst.
}
description-stated = Enligt källan: {$text}.
description-rule = Bedömt enligt regeln: {$rule}.
verdict-elected = Vald: {$name}
named-members-label = { $n ->
    [one] ledamot nämnd i filen
   *[other] ledamöter nämnda i filen
}
named-label = { $n ->
    [one] nämnd ledamot
   *[other] nämnda ledamöter
}
took-part-of-seats-label = mandat deltog
were-present-label = ledamöter var närvarande
result-line = {$result}. {$sentence}
result-stated = Utgången enligt källan
result-open = Regeln finns inte i filen: välj en
result-stated-differs = Utgången enligt källan; enligt regeln ({$rule}) ger räkningen: {$counted}
result-stated-tie = Utgången enligt källan: räkningen ger lika röstetal
result-stated-majority = Utgången enligt källan; vilken majoritet som krävdes finns inte i filen
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

## Rules
verdict-no-quorum = Ej beslutsför
rule-more-for-than-against = fler röster för än emot
result-sentence = {$rule}: {$needed} krävs, {$got} ja, {$margin}
result-no-quorum = {$rule}: {$needed} krävs för beslutsförhet, {$present} närvarande
result-and-switches = {$result}; {$switches}
margin-over = {$n} fler än som krävs
margin-short = {$n} för få
margin-exact = precis tillräckligt
rule-named = {$name} ({$terms})
rule-more-than-half = mer än hälften av {$base}
rule-more-than-share = mer än {$share} av {$base}
rule-at-least-share = minst {$share} av {$base}
rule-more-than-number = fler än {$n} röster
rule-at-least-number = minst {$n} röster
rule-half = hälften
rule-two-thirds = två tredjedelar
rule-three-quarters = tre fjärdedelar
rule-three-fifths = tre femtedelar
rule-of-for-against = ja- och nejrösterna
rule-of-cast = alla avgivna röster
rule-of-present = de närvarande
rule-of-members = alla ledamöter
rule-of-seats = alla mandat
rule-tie-fails = lika röstetal innebär avslag
rule-tie-passes = lika röstetal innebär bifall
rule-tie-chair = vid lika röstetal avgör ordföranden
rule-quorum = beslutsförhet: {$terms} av ledamöterna
rule-quorum-number = beslutsförhet: {$n} ledamöter
rule-quorum-majority = mer än hälften
rule-ordinary = Enkel majoritet
rule-an = Frankrikes nationalförsamling, vanlig omröstning
rule-an-censure = Frankrikes nationalförsamling, misstroendeförklaring
rule-an-constitution = Frankrikes kongress, grundlagsändring
rule-us-house = USA:s representanthus, vanlig omröstning
rule-us-house-override = USA:s representanthus, upphävande av ett veto
rule-us-senate = USA:s senat, vanlig omröstning
rule-us-senate-cloture = USA:s senat, avslutande av debatten
rule-us-senate-override = USA:s senat, upphävande av ett veto
rule-bundestag = Förbundsdagen, vanlig omröstning
rule-bundestag-members = Förbundsdagen, majoritet av ledamöterna
rule-bundestag-constitution = Förbundsdagen, ändring av grundlagen
rule-commons = Brittiska underhuset
rule-ep = Europaparlamentet, vanlig omröstning
rule-ep-members = Europaparlamentet, majoritet av parlamentets ledamöter
rule-council = Lokalt fullmäktige, England och Wales
rule-council-fr = Kommunfullmäktige, Frankrike
rule-class = Skolklass eller möte

## The web page
page-find = Sök ledamot, partigrupp eller plats
page-colour = Mandatens färg
page-colour-vote = Röst
page-colour-party = Partigrupp
page-dark = Mörkt
page-result = Resultat
page-votes = Röster
page-table = { $n ->
    [one] {$n} mandat som tabell
   *[other] Alla {$n} mandat som tabell
}
page-column-place = Valkrets
chamber-name = Plenisal med {$seats} mandat. Piltangenterna går från mandat till mandat, Enter fäster ett.
votes-of = {$n} av {$all}
column-member = Ledamot
column-group = Partigrupp
column-vote = Röst

# The replay as a film and in the web page
replay-called = som uppropade
replay-name = i bokstavsordning
replay-party = efter parti
replay-row = efter rad
replay-frame = {$n} av {$all}
replay-frame-certain = {$verdict}, vad som än återstår · {$n} av {$all}
replay-closeness = de mest splittrade sist
replay-title = Spela upp omröstningen
replay-play = Spela
replay-pause = Paus
replay-speed = {$n}× fart
replay-loop = Börja om vid slutet
replay-rail = Plats i uppropet
replay-so-far = {$figures} hittills
replay-so-far-certain = {$figures}, avgjort
replay-certain = {$verdict}: avgjort efter {$n}
replay-order = Ordning
replay-pace = Fart

## A chamber without a vote
party-seats = Mandat per parti
seat-title-composition = {$name}, {$party}
unnamed-seat = Mandat {$n}
position-seat = Mandat
majority-of-seats = Majoritet: {$majority} av {$seats} mandat
coalition-majority = Majoritet: {$n} av {$seats} mandat, {$majority} behövs, {$difference} över
coalition-short = Ingen majoritet: {$n} av {$seats} mandat, {$majority} behövs, {$difference} fattas
description-composition = {$title}. Ett diagram över {$seats} mandat i partiernas färger. Mandat per parti: {$list}. {$majority}.
