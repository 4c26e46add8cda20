# Spanish. The words of the graphic: the window is in English and French.

percent = {$n} %
percent-over = > {$n} %
percent-under = < {$n} %

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
positions-unknown = Posiciones desconocidas: {$n}
position-vacant = Vacante
tally-for = a favor
tally-against = en contra

## The result
verdict-adopted = Aprobado
verdict-rejected = Rechazado
verdict-tied = Empate
switches = { $n ->
    [one] un solo voto distinto habría cambiado el resultado
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
description-result = { $verdict ->
    [adopted] {$title}: aprobado por {$for} votos a favor y {$against} en contra.
    [rejected] {$title}: rechazado por {$against} votos en contra y {$for} a favor.
    [options] {$title}: {$leader} fue la opción más votada, con {$for} votos.
    [no-quorum] {$title}: sin quórum, {$for} votos a favor y {$against} en contra.
    [adopted-otherwise] {$title}: aprobado, {$for} votos a favor y {$against} en contra.
    [rejected-otherwise] {$title}: rechazado, {$for} votos a favor y {$against} en contra.
    [elected] {$title}: {$leader} resultó elegido con {$for} votos.
    [quorum-call] {$title}: recuento de presentes, {$for} en total.
    [tied] {$title}: empate, {$for} votos a favor y {$against} en contra.
   *[open] {$title}: {$for} votos a favor y {$against} en contra.
}
description-seats = { $seats ->
    [one] Un gráfico de {$seats} escaño, con el color de su voto.
   *[other] Un gráfico de {$seats} escaños, cada uno con el color de su voto.
}
description-named = { $seats ->
    [one] Un gráfico del único miembro nombrado en el archivo ({$seats}), con el color de su voto.
   *[other] Un gráfico de los {$seats} miembros nombrados en el archivo, cada uno con el color de su voto.
}
description-stated = Según la fuente: {$text}.
description-rule = Juzgado según la regla: {$rule}.
verdict-elected = Elección de {$name}
named-members-label = { $n ->
    [one] miembro nombrado en el archivo
   *[other] miembros nombrados en el archivo
}
named-label = { $n ->
    [one] miembro nombrado
   *[other] miembros nombrados
}
took-part-of-seats-label = escaños participaron
were-present-label = miembros estaban presentes
result-line = {$result}. {$sentence}
result-stated = Resultado según la fuente
result-open = La regla no está en el archivo: hay que elegirla
result-stated-differs = Resultado según la fuente; con la regla ({$rule}) el recuento da: {$counted}
result-stated-tie = Resultado según la fuente: el recuento da empate
result-stated-majority = Resultado según la fuente; la mayoría exigida no está en el archivo
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

## Rules
verdict-no-quorum = Sin quórum
rule-more-for-than-against = más votos a favor que en contra
result-sentence = {$rule}: {$needed} necesarios, {$got} a favor, {$margin}
result-no-quorum = {$rule}: quórum de {$needed}, presentes: {$present}
result-and-switches = {$result}; {$switches}
margin-over = {$n} de más
margin-short = {$n} de menos
margin-exact = los justos
rule-named = {$name} ({$terms})
rule-more-than-half = más de la mitad de {$base}
rule-more-than-share = más de {$share} de {$base}
rule-at-least-share = al menos {$share} de {$base}
rule-more-than-number = más de {$n} votos
rule-at-least-number = al menos {$n} votos
rule-half = la mitad
rule-two-thirds = dos tercios
rule-three-quarters = tres cuartos
rule-three-fifths = tres quintos
rule-of-for-against = los votos a favor y en contra
rule-of-cast = todos los votos emitidos
rule-of-present = los presentes
rule-of-members = todos los miembros
rule-of-seats = todos los escaños
rule-tie-fails = el empate supone el rechazo
rule-tie-passes = el empate supone la aprobación
rule-tie-chair = en caso de empate decide la presidencia
rule-quorum = quórum: {$terms} de los miembros
rule-quorum-number = quórum: {$n} miembros
rule-quorum-majority = más de la mitad
rule-ordinary = Mayoría simple
rule-an = Asamblea Nacional de Francia, votación ordinaria
rule-an-censure = Asamblea Nacional de Francia, moción de censura
rule-an-constitution = Congreso de Francia, reforma de la Constitución
rule-us-house = Cámara de Representantes de EE. UU., votación ordinaria
rule-us-house-override = Cámara de Representantes de EE. UU., anulación de un veto
rule-us-senate = Senado de EE. UU., votación ordinaria
rule-us-senate-cloture = Senado de EE. UU., cierre del debate
rule-us-senate-override = Senado de EE. UU., anulación de un veto
rule-bundestag = Bundestag, votación ordinaria
rule-bundestag-members = Bundestag, mayoría de los miembros
rule-bundestag-constitution = Bundestag, reforma de la Ley Fundamental
rule-commons = Cámara de los Comunes
rule-ep = Parlamento Europeo, votación ordinaria
rule-ep-members = Parlamento Europeo, mayoría de los miembros que lo integran
rule-council = Concejo local, Inglaterra y Gales
rule-council-fr = Concejo municipal, Francia
rule-class = Clase o reunión

## The web page
page-find = Buscar un miembro, grupo o lugar
page-colour = Color de los escaños
page-colour-vote = Voto
page-colour-party = Grupo
page-dark = Oscuro
page-result = Resultado
page-votes = Votos
page-table = { $n ->
    [one] {$n} escaño en una tabla
   *[other] Los {$n} escaños en una tabla
}
page-column-place = Circunscripción
chamber-name = Hemiciclo de {$seats} escaños. Las flechas llevan de un escaño a otro; Intro fija uno.
votes-of = {$n} de {$all}
column-member = Miembro
column-group = Grupo
column-vote = Voto

# The replay as a film and in the web page
replay-called = según el llamamiento
replay-name = alfabético
replay-party = por grupo
replay-row = por fila
replay-frame = {$n} de {$all}
replay-frame-certain = {$verdict}, sea cual sea el resto · {$n} de {$all}
replay-closeness = los más divididos al final
replay-title = Reproducir la votación nominal
replay-play = Reproducir
replay-pause = Pausa
replay-speed = velocidad {$n}×
replay-loop = Volver a empezar al final
replay-rail = Punto de la votación
replay-so-far = {$figures} por ahora
replay-so-far-certain = {$figures}, decidido
replay-certain = {$verdict}: decidido tras {$n}
replay-order = Orden
replay-pace = Velocidad

## A chamber without a vote
party-seats = Escaños por partido
seat-title-composition = {$name}, {$party}
unnamed-seat = Escaño {$n}
position-seat = Escaños
majority-of-seats = Mayoría: {$majority} de {$seats} escaños
coalition-majority = Mayoría: {$n} de {$seats} escaños, hacen falta {$majority}, sobran {$difference}
coalition-short = Sin mayoría: {$n} de {$seats} escaños, hacen falta {$majority}, faltan {$difference}
description-composition = {$title}. Un gráfico de {$seats} escaños, con el color de los partidos. Escaños por partido: {$list}. {$majority}.
