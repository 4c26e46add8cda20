# Spanish. The words of the graphic: the window is in English and French.

percent = {$n} %

## Positions
position-for = A favor
position-against = En contra
position-abstain = Abstención
position-present = Presente
position-not-voting = No votó
position-absent = Ausente
position-excused = Ausencia justificada
position-paired = Pareo
position-presiding = Preside
position-unknown = Se desconoce
position-vacant = Vacante
tally-for = a favor
tally-against = en contra

## The result
verdict-adopted = Aprobado
verdict-rejected = Rechazado
verdict-tied = Empate
switches = { $n ->
    [one] Un solo voto distinto habría cambiado el resultado
   *[other] {$n} votos distintos habrían cambiado el resultado
}
declared-rows = Resultado oficial; las filas dan
declared-rows-agree = Resultado oficial; las filas coinciden
counted-rows = Recuento de las filas
declared-differ = Resultado oficial, pero las filas dan
rows-name = {$tally}
rows-name-unknown = { $unknown ->
    [one] {$tally}, {$unknown} voto desconocido
   *[other] {$tally}, {$unknown} votos desconocidos
}
took-part = {$cast} de {$members}
took-part-label = miembros participaron
turnout = participación del {$percent}
turnout-line = {$took} · {$turnout}
seats-label = { $n ->
    [one] escaño
   *[other] escaños
}
no-party = Sin grupo
no-party-short = S/G
unnamed-member = Miembro {$n}
vacant-seat = Escaño vacante
by-proxy = por delegación

## The picture
untitled = Votación sin título
picture-description = { $verdict ->
    [adopted] {$title}: aprobado por {$for} votos a favor y {$against} en contra.
    [rejected] {$title}: rechazado por {$against} votos en contra y {$for} a favor.
    [options] {$title}: {$leader} fue la opción más votada, con {$for} votos.
   *[tied] {$title}: empate, {$for} votos a favor y {$against} en contra.
} { $seats ->
    [one] Un gráfico de {$seats} escaño, con el color de su voto.
   *[other] Un gráfico de {$seats} escaños, cada uno con el color de su voto.
} {$counts}.
description-turnout = {$took}, {$turnout}.
description-parties = Así votó cada grupo: {$list}.
seat-title = {$name}, {$party}: {$vote}
how-each-voted = Así votó cada grupo
with-a-vote = grupos con al menos un voto
and-others = { $n ->
    [one] y {$n} grupo menor
   *[other] y {$n} grupos menores
}
source-line = Fuente: {$source}
source-file = Fuente: {$file}
made-with = Hecho con Hemicycle
majority-line = Línea tras {$n} escaños
seats-unknown = { $n ->
    [one] {$n} miembro sin escaño en el plano
   *[other] {$n} miembros sin escaño en el plano
}
rebels-heading = { $n ->
    [one] {$n} miembro votó contra la mayoría de su grupo
   *[other] {$n} miembros votaron contra la mayoría de su grupo
}
and-more-members = { $n ->
    [one] y {$n} miembro más
   *[other] y {$n} miembros más
}
figures-party = partido
figures-short = siglas
figures-colour = color
figures-members = miembros
