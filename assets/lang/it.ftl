# Italian. The words of the graphic: the window is in English and French.

percent = {$n}%

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
position-vacant = Vacante
tally-for = a favore
tally-against = contro

## The result
verdict-adopted = Approvato
verdict-rejected = Respinto
verdict-tied = Parità
switches = { $n ->
    [one] Un solo voto diverso avrebbe cambiato l’esito
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
picture-description = { $verdict ->
    [adopted] {$title}: approvato con {$for} voti a favore e {$against} contrari.
    [rejected] {$title}: respinto con {$against} voti contrari e {$for} a favore.
    [options] {$title}: {$leader} ha ottenuto più voti di tutti, {$for}.
   *[tied] {$title}: parità, {$for} voti a favore e {$against} contrari.
} { $seats ->
    [one] Un grafico di {$seats} seggio, colorato secondo il voto.
   *[other] Un grafico di {$seats} seggi, colorati secondo il voto.
} {$counts}.
description-turnout = {$took}, {$turnout}.
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
