# Italian. The words of the graphic: the window is in English and French.

percent = {$n}%
percent-over = >{$n}%
percent-under = <{$n}%

## Positions
position-for = A favore
position-against = Contro
position-abstain = Astensione
position-present = Presente
position-not-voting = Non ha votato
position-absent = Assente
position-excused = Assenza giustificata
position-paired = Voto appaiato
position-presiding = Presidente di turno
position-unknown = Non noto
positions-unknown = Posizioni non note: {$n}
position-vacant = Vacante
tally-for = a favore
tally-against = contro

## The result
verdict-adopted = Approvato
verdict-rejected = Respinto
verdict-tied = Parità
switches = { $n ->
    [one] un solo voto diverso avrebbe cambiato l’esito
   *[other] {$n} voti diversi avrebbero cambiato l’esito
}
declared-rows = Esito ufficiale; le righe danno
declared-rows-agree = Esito ufficiale; le righe concordano
counted-rows = Conteggio delle righe
declared-differ = Esito ufficiale, ma le righe danno
rows-name = {$tally}
rows-name-unknown = { $unknown ->
    [one] {$tally}, {$unknown} voto non noto
   *[other] {$tally}, {$unknown} voti non noti
}
took-part = {$cast} su {$members}
took-part-label = membri hanno partecipato
turnout = partecipazione {$percent}
turnout-line = {$took} · {$turnout}
seats-label = { $n ->
    [one] seggio
   *[other] seggi
}
no-party = Nessun gruppo
no-party-short = Nessuno
unnamed-member = Membro {$n}
vacant-seat = Seggio vacante
by-proxy = per delega

## The picture
untitled = Votazione senza titolo
description-result = { $verdict ->
    [adopted] {$title}: approvato con {$for} voti a favore e {$against} contrari.
    [rejected] {$title}: respinto con {$against} voti contrari e {$for} a favore.
    [options] {$title}: {$leader} ha ottenuto più voti di tutti, {$for}.
    [no-quorum] {$title}: numero legale mancante, {$for} voti a favore e {$against} contrari.
    [adopted-otherwise] {$title}: approvato, {$for} voti a favore e {$against} contrari.
    [rejected-otherwise] {$title}: respinto, {$for} voti a favore e {$against} contrari.
    [elected] {$title}: {$leader} è stato eletto con {$for} voti.
    [quorum-call] {$title}: conteggio dei presenti, {$for} in tutto.
    [tied] {$title}: parità, {$for} voti a favore e {$against} contrari.
   *[open] {$title}: {$for} voti a favore e {$against} contrari.
}
description-seats = { $seats ->
    [one] Un grafico di {$seats} seggio, colorato secondo il voto.
   *[other] Un grafico di {$seats} seggi, colorati secondo il voto.
}
description-named = { $seats ->
    [one] Un grafico del solo membro indicato nel file ({$seats}), colorato secondo il voto.
   *[other] Un grafico dei {$seats} membri indicati nel file, colorati secondo il voto.
}
description-stated = Secondo la fonte: {$text}.
description-rule = Giudicato secondo la regola: {$rule}.
verdict-elected = Elezione di {$name}
named-members-label = { $n ->
    [one] membro indicato nel file
   *[other] membri indicati nel file
}
named-label = { $n ->
    [one] membro indicato
   *[other] membri indicati
}
took-part-of-seats-label = seggi hanno partecipato
were-present-label = membri erano presenti
result-line = {$result}. {$sentence}
result-stated = Esito come lo indica la fonte
result-open = La regola non è nel file: va scelta
result-stated-differs = Esito come lo indica la fonte; secondo la regola ({$rule}) il conteggio dà: {$counted}
result-stated-tie = Esito come lo indica la fonte: il conteggio è in parità
result-stated-majority = Esito come lo indica la fonte; la maggioranza richiesta non è nel file
description-parties = Come ha votato ogni gruppo: {$list}.
seat-title = {$name}, {$party}: {$vote}
how-each-voted = Come ha votato ogni gruppo
with-a-vote = gruppi con almeno un voto
and-others = { $n ->
    [one] e {$n} gruppo minore
   *[other] e {$n} gruppi minori
}
source-line = Fonte: {$source}
source-file = Fonte: {$file}
made-with = Realizzato con Hemicycle
majority-line = Linea dopo {$n} seggi
seats-unknown = { $n ->
    [one] {$n} membro senza seggio nella pianta
   *[other] {$n} membri senza seggio nella pianta
}
rebels-heading = { $n ->
    [one] {$n} membro contro la maggioranza del proprio gruppo
   *[other] {$n} membri contro la maggioranza del proprio gruppo
}
and-more-members = { $n ->
    [one] e {$n} altro membro
   *[other] e altri {$n} membri
}
figures-party = partito
figures-short = sigla
figures-colour = colore
figures-members = membri

## Rules
verdict-no-quorum = Numero legale mancante
rule-more-for-than-against = più voti a favore che contro
result-sentence = {$rule}: {$needed} necessari, {$got} a favore, {$margin}
result-no-quorum = {$rule}: numero legale {$needed}, presenti {$present}
result-and-switches = {$result}; {$switches}
margin-over = {$n} in più
margin-short = {$n} in meno
margin-exact = appena sufficienti
rule-named = {$name} ({$terms})
rule-more-than-half = più della metà {$base}
rule-more-than-share = più di {$share} {$base}
rule-at-least-share = almeno {$share} {$base}
rule-more-than-number = più di {$n} voti
rule-at-least-number = almeno {$n} voti
rule-half = la metà
rule-two-thirds = due terzi
rule-three-quarters = tre quarti
rule-three-fifths = tre quinti
rule-of-for-against = dei voti a favore e contro
rule-of-cast = di tutti i voti espressi
rule-of-present = dei presenti
rule-of-members = di tutti i membri
rule-of-seats = di tutti i seggi
rule-tie-fails = a parità di voti è respinto
rule-tie-passes = a parità di voti è approvato
rule-tie-chair = a parità di voti decide la presidenza
rule-quorum = numero legale: {$terms} dei membri
rule-quorum-number = numero legale: {$n} membri
rule-quorum-majority = più della metà
rule-ordinary = Maggioranza semplice
rule-an = Assemblea nazionale francese, voto ordinario
rule-an-censure = Assemblea nazionale francese, mozione di censura
rule-an-constitution = Congresso francese, revisione della Costituzione
rule-us-house = Camera dei rappresentanti USA, voto ordinario
rule-us-house-override = Camera dei rappresentanti USA, superamento di un veto
rule-us-senate = Senato USA, voto ordinario
rule-us-senate-cloture = Senato USA, chiusura del dibattito
rule-us-senate-override = Senato USA, superamento di un veto
rule-bundestag = Bundestag, voto ordinario
rule-bundestag-members = Bundestag, maggioranza dei membri
rule-bundestag-constitution = Bundestag, modifica della Legge fondamentale
rule-commons = Camera dei Comuni
rule-ep = Parlamento europeo, voto ordinario
rule-ep-members = Parlamento europeo, maggioranza dei membri che lo compongono
rule-council = Consiglio locale, Inghilterra e Galles
rule-council-fr = Consiglio comunale, Francia
rule-class = Classe o riunione

## The web page
page-find = Cerca un membro, un gruppo o un luogo
page-colour = Colore dei seggi
page-colour-vote = Voto
page-colour-party = Gruppo
page-dark = Scuro
page-result = Esito
page-votes = Voti
page-table = { $n ->
    [one] {$n} seggio in tabella
   *[other] Tutti i {$n} seggi in tabella
}
page-column-place = Circoscrizione
chamber-name = Emiciclo di {$seats} seggi. Le frecce portano da un seggio all’altro, Invio ne fissa uno.
votes-of = {$n} su {$all}
column-member = Membro
column-group = Gruppo
column-vote = Voto

# The replay as a film and in the web page
replay-called = secondo l’appello
replay-name = alfabetico
replay-party = per gruppo
replay-row = per fila
replay-frame = {$n} su {$all}
replay-frame-certain = {$verdict}, qualunque cosa segua · {$n} su {$all}
replay-closeness = i più divisi alla fine
replay-title = Rivedere l’appello nominale
replay-play = Riproduci
replay-pause = Pausa
replay-speed = velocità {$n}×
replay-loop = Ricomincia alla fine
replay-rail = Punto dell’appello
replay-so-far = {$figures} finora
replay-so-far-certain = {$figures}, deciso
replay-certain = {$verdict}: deciso dopo {$n}
replay-order = Ordine
replay-pace = Velocità

## A chamber without a vote
party-seats = Seggi per partito
seat-title-composition = {$name}, {$party}
unnamed-seat = Seggio {$n}
position-seat = Seggi
majority-of-seats = Maggioranza: {$majority} seggi su {$seats}
coalition-majority = Maggioranza: {$n} seggi su {$seats}, ne servono {$majority}, {$difference} in più
coalition-short = Nessuna maggioranza: {$n} seggi su {$seats}, ne servono {$majority}, ne mancano {$difference}
description-composition = {$title}. Un grafico di {$seats} seggi, con i colori dei partiti. Seggi per partito: {$list}. {$majority}.
