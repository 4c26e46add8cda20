# Portuguese. The words of the graphic: the window is in English and French.

percent = {$n}%

## Positions
position-for = A favor
position-against = Contra
position-abstain = Abstenção
position-present = Presente
position-not-voting = Não votou
position-absent = Ausente
position-excused = Ausência justificada
position-paired = Voto emparelhado
position-presiding = Na presidência
position-unknown = Desconhecido
position-vacant = Vago
tally-for = a favor
tally-against = contra

## The result
verdict-adopted = Aprovado
verdict-rejected = Rejeitado
verdict-tied = Empate
switches = { $n ->
    [one] Um só voto diferente teria mudado o resultado
   *[other] {$n} votos diferentes teriam mudado o resultado
}
declared-rows = Resultado oficial; as linhas dão
declared-rows-agree = Resultado oficial; as linhas coincidem
counted-rows = Contagem das linhas
declared-differ = Resultado oficial, mas as linhas dão
rows-name = {$tally}
rows-name-unknown = { $unknown ->
    [one] {$tally}, {$unknown} voto desconhecido
   *[other] {$tally}, {$unknown} votos desconhecidos
}
took-part = {$cast} de {$members}
took-part-label = membros participaram
turnout = participação de {$percent}
turnout-line = {$took} · {$turnout}
seats-label = { $n ->
    [one] lugar
   *[other] lugares
}
no-party = Sem grupo
no-party-short = Nenhum
unnamed-member = Membro {$n}
vacant-seat = Lugar vago
by-proxy = por delegação

## The picture
untitled = Votação sem título
picture-description = { $verdict ->
    [adopted] {$title}: aprovado por {$for} votos a favor e {$against} contra.
    [rejected] {$title}: rejeitado por {$against} votos contra e {$for} a favor.
    [options] {$title}: {$leader} foi a opção mais votada, com {$for} votos.
   *[tied] {$title}: empate, {$for} votos a favor e {$against} contra.
} { $seats ->
    [one] Um gráfico de {$seats} lugar, com a cor do seu voto.
   *[other] Um gráfico de {$seats} lugares, cada um com a cor do seu voto.
} {$counts}.
description-turnout = {$took}, {$turnout}.
description-parties = Como votou cada grupo: {$list}.
seat-title = {$name}, {$party}: {$vote}
how-each-voted = Como votou cada grupo
with-a-vote = grupos com pelo menos um voto
and-others = { $n ->
    [one] e {$n} grupo menor
   *[other] e {$n} grupos menores
}
source-line = Fonte: {$source}
source-file = Fonte: {$file}
made-with = Feito com Hemicycle
majority-line = Linha após {$n} lugares
seats-unknown = { $n ->
    [one] {$n} membro sem lugar na planta
   *[other] {$n} membros sem lugar na planta
}
rebels-heading = { $n ->
    [one] {$n} membro contra a maioria do seu grupo
   *[other] {$n} membros contra a maioria do seu grupo
}
and-more-members = { $n ->
    [one] e mais {$n} membro
   *[other] e mais {$n} membros
}
figures-party = partido
figures-short = sigla
figures-colour = cor
figures-members = membros
