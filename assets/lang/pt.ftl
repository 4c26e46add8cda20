# Portuguese. The words of the graphic: the window is in English and French.

percent = {$n}%
percent-over = >{$n}%
percent-under = <{$n}%

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
positions-unknown = Posições desconhecidas: {$n}
position-vacant = Vago
tally-for = a favor
tally-against = contra

## The result
verdict-adopted = Aprovado
verdict-rejected = Rejeitado
verdict-tied = Empate
switches = { $n ->
    [one] um só voto diferente teria mudado o resultado
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
description-result = { $verdict ->
    [adopted] {$title}: aprovado por {$for} votos a favor e {$against} contra.
    [rejected] {$title}: rejeitado por {$against} votos contra e {$for} a favor.
    [options] {$title}: {$leader} foi a opção mais votada, com {$for} votos.
    [no-quorum] {$title}: sem quórum, {$for} votos a favor e {$against} contra.
    [adopted-otherwise] {$title}: aprovado, {$for} votos a favor e {$against} contra.
    [rejected-otherwise] {$title}: rejeitado, {$for} votos a favor e {$against} contra.
    [elected] {$title}: {$leader} foi eleito com {$for} votos.
    [quorum-call] {$title}: contagem de presentes, {$for} ao todo.
    [tied] {$title}: empate, {$for} votos a favor e {$against} contra.
   *[open] {$title}: {$for} votos a favor e {$against} contra.
}
description-seats = { $seats ->
    [one] Um gráfico de {$seats} lugar, com a cor do seu voto.
   *[other] Um gráfico de {$seats} lugares, cada um com a cor do seu voto.
}
description-named = { $seats ->
    [one] Um gráfico do único membro indicado no ficheiro ({$seats}), com a cor do seu voto.
   *[other] Um gráfico dos {$seats} membros indicados no ficheiro, cada um com a cor do seu voto.
}
description-stated = Segundo a fonte: {$text}.
description-rule = Julgado pela regra: {$rule}.
verdict-elected = Eleição de {$name}
named-members-label = { $n ->
    [one] membro indicado no ficheiro
   *[other] membros indicados no ficheiro
}
named-label = { $n ->
    [one] membro indicado
   *[other] membros indicados
}
took-part-of-seats-label = lugares participaram
were-present-label = membros estavam presentes
result-line = {$result}. {$sentence}
result-stated = Resultado segundo a fonte
result-open = A regra não está no ficheiro: é preciso escolher
result-stated-differs = Resultado segundo a fonte; pela regra ({$rule}) a contagem dá: {$counted}
result-stated-tie = Resultado segundo a fonte: a contagem dá empate
result-stated-majority = Resultado segundo a fonte; a maioria exigida não está no ficheiro
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

## Rules
verdict-no-quorum = Sem quórum
rule-more-for-than-against = mais votos a favor do que contra
result-sentence = {$rule}: {$needed} necessários, {$got} a favor, {$margin}
result-no-quorum = {$rule}: quórum de {$needed}, presentes: {$present}
result-and-switches = {$result}; {$switches}
margin-over = {$n} a mais
margin-short = {$n} a menos
margin-exact = exatamente os necessários
rule-named = {$name} ({$terms})
rule-more-than-half = mais de metade {$base}
rule-more-than-share = mais de {$share} {$base}
rule-at-least-share = pelo menos {$share} {$base}
rule-more-than-number = mais de {$n} votos
rule-at-least-number = pelo menos {$n} votos
rule-half = metade
rule-two-thirds = dois terços
rule-three-quarters = três quartos
rule-three-fifths = três quintos
rule-of-for-against = dos votos a favor e contra
rule-of-cast = de todos os votos expressos
rule-of-present = dos presentes
rule-of-members = de todos os membros
rule-of-seats = de todos os lugares
rule-tie-fails = o empate equivale a rejeição
rule-tie-passes = o empate equivale a aprovação
rule-tie-chair = em caso de empate decide a presidência
rule-quorum = quórum: {$terms} dos membros
rule-quorum-number = quórum: {$n} membros
rule-quorum-majority = mais de metade
rule-ordinary = Maioria simples
rule-an = Assembleia Nacional de França, votação ordinária
rule-an-censure = Assembleia Nacional de França, moção de censura
rule-an-constitution = Congresso de França, revisão da Constituição
rule-us-house = Câmara dos Representantes dos EUA, votação ordinária
rule-us-house-override = Câmara dos Representantes dos EUA, superação de um veto
rule-us-senate = Senado dos EUA, votação ordinária
rule-us-senate-cloture = Senado dos EUA, encerramento do debate
rule-us-senate-override = Senado dos EUA, superação de um veto
rule-bundestag = Bundestag, votação ordinária
rule-bundestag-members = Bundestag, maioria dos membros
rule-bundestag-constitution = Bundestag, revisão da Lei Fundamental
rule-commons = Câmara dos Comuns
rule-ep = Parlamento Europeu, votação ordinária
rule-ep-members = Parlamento Europeu, maioria dos membros que o compõem
rule-council = Conselho local, Inglaterra e País de Gales
rule-council-fr = Conselho municipal, França
rule-class = Turma ou reunião

## The web page
page-find = Procurar um membro, grupo ou local
page-colour = Cor dos lugares
page-colour-vote = Voto
page-colour-party = Grupo
page-dark = Escuro
page-result = Resultado
page-votes = Votos
page-table = { $n ->
    [one] {$n} lugar em tabela
   *[other] Os {$n} lugares em tabela
}
page-column-place = Círculo eleitoral
chamber-name = Hemiciclo de {$seats} lugares. As setas levam de um lugar a outro; Enter fixa um.
votes-of = {$n} de {$all}
column-member = Membro
column-group = Grupo
column-vote = Voto

# The replay as a film and in the web page
replay-called = pela chamada
replay-name = alfabética
replay-party = por grupo
replay-row = por fila
replay-frame = {$n} de {$all}
replay-frame-certain = {$verdict}, seja qual for o resto · {$n} de {$all}
replay-closeness = os mais divididos no fim
replay-title = Rever a votação nominal
replay-play = Reproduzir
replay-pause = Pausa
replay-speed = velocidade {$n}×
replay-loop = Recomeçar no fim
replay-rail = Ponto da chamada
replay-so-far = {$figures} até agora
replay-so-far-certain = {$figures}, decidido
replay-certain = {$verdict}: decidido após {$n}
replay-order = Ordem
replay-pace = Velocidade

## A chamber without a vote
party-seats = Lugares por partido
seat-title-composition = {$name}, {$party}
unnamed-seat = Lugar {$n}
position-seat = Lugares
majority-of-seats = Maioria: {$majority} de {$seats} lugares
coalition-majority = Maioria: {$n} de {$seats} lugares, são precisos {$majority}, sobram {$difference}
coalition-short = Sem maioria: {$n} de {$seats} lugares, são precisos {$majority}, faltam {$difference}
description-composition = {$title}. Um gráfico de {$seats} lugares, com as cores dos partidos. Lugares por partido: {$list}. {$majority}.
