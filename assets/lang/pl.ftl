# Polish. The words of the graphic: the window is in English and French.

percent = {$n}%
percent-over = >{$n}%
percent-under = <{$n}%

## Positions
position-for = Za
position-against = Przeciw
position-abstain = Wstrzymanie się
position-present = Obecność bez głosu
position-not-voting = Brak głosu
position-absent = Nieobecność
position-excused = Nieobecność usprawiedliwiona
position-paired = Głos w parze
position-presiding = Prowadzi obrady
position-unknown = Nieznany
positions-unknown = Nieznane stanowiska: {$n}
position-vacant = Wakat
tally-for = za
tally-against = przeciw

## The result
verdict-adopted = Przyjęto
verdict-rejected = Odrzucono
verdict-tied = Równa liczba głosów
switches = { $n ->
    [one] {$n} inny głos odwróciłby wynik
    [few] {$n} inne głosy odwróciłyby wynik
    [many] {$n} innych głosów odwróciłoby wynik
   *[other] {$n} innych głosów odwróciłoby wynik
}
declared-rows = Wynik oficjalny; wiersze podają
declared-rows-agree = Wynik oficjalny; wiersze są z nim zgodne
counted-rows = Policzono z wierszy
declared-differ = Wynik oficjalny, lecz wiersze podają
rows-name = {$tally}
rows-name-unknown = { $unknown ->
    [one] {$tally}, {$unknown} głos nieznany
    [few] {$tally}, {$unknown} głosy nieznane
    [many] {$tally}, {$unknown} głosów nieznanych
   *[other] {$tally}, {$unknown} głosów nieznanych
}
took-part = {$cast} z {$members}
took-part-label = członków wzięło udział
turnout = frekwencja {$percent}
turnout-line = {$took} · {$turnout}
seats-label = { $n ->
    [one] mandat
    [few] mandaty
    [many] mandatów
   *[other] mandatów
}
no-party = Niezrzeszeni
no-party-short = niez.
unnamed-member = Członek {$n}
vacant-seat = Wakat
by-proxy = przez pełnomocnika

## The picture
untitled = Głosowanie bez tytułu
description-result = { $verdict ->
    [adopted] {$title}: przyjęto, głosów za {$for}, przeciw {$against}.
    [rejected] {$title}: odrzucono, głosów przeciw {$against}, za {$for}.
    [options] {$title}: najwięcej głosów, {$for}, otrzymał wariant {$leader}.
    [no-quorum] {$title}: brak kworum, głosów za {$for}, przeciw {$against}.
    [adopted-otherwise] {$title}: przyjęto, głosów za {$for}, przeciw {$against}.
    [rejected-otherwise] {$title}: odrzucono, głosów za {$for}, przeciw {$against}.
    [elected] {$title}: wybór wygrywa {$leader}, głosów {$for}.
    [quorum-call] {$title}: liczenie obecnych, razem {$for}.
    [tied] {$title}: równa liczba głosów, za {$for}, przeciw {$against}.
   *[open] {$title}: głosów za {$for}, przeciw {$against}.
}
description-seats = { $seats ->
    [one] Wykres {$seats} mandatu w kolorze głosu.
    [few] Wykres {$seats} mandatów w kolorach głosów.
    [many] Wykres {$seats} mandatów w kolorach głosów.
   *[other] Wykres {$seats} mandatów w kolorach głosów.
}
description-named = { $seats ->
    [one] Wykres {$seats} członka wymienionego w pliku, w kolorze głosu.
    [few] Wykres {$seats} członków wymienionych w pliku, w kolorach głosów.
    [many] Wykres {$seats} członków wymienionych w pliku, w kolorach głosów.
   *[other] Wykres {$seats} członków wymienionych w pliku, w kolorach głosów.
}
description-stated = Według źródła: {$text}.
description-rule = Ocena według reguły: {$rule}.
verdict-elected = Wybór: {$name}
named-members-label = { $n ->
    [one] członek wymieniony w pliku
    [few] członkowie wymienieni w pliku
    [many] członków wymienionych w pliku
   *[other] członków wymienionych w pliku
}
named-label = { $n ->
    [one] wymieniony członek
    [few] wymienieni członkowie
    [many] wymienionych członków
   *[other] wymienionych członków
}
took-part-of-seats-label = mandatów wzięło udział
were-present-label = członków było obecnych
result-line = {$result}. {$sentence}
result-stated = Wynik według źródła
result-open = Reguły nie ma w pliku: należy ją wybrać
result-stated-differs = Wynik według źródła; według reguły ({$rule}) z liczenia wynika: {$counted}
result-stated-tie = Wynik według źródła: głosów policzono tyle samo
result-stated-majority = Wynik według źródła; wymaganej większości nie ma w pliku
description-parties = Jak głosowały kluby: {$list}.
seat-title = {$name}, {$party}: {$vote}
how-each-voted = Jak głosowały kluby
with-a-vote = kluby z co najmniej jednym głosem
and-others = { $n ->
    [one] i {$n} mniejszy klub
    [few] i {$n} mniejsze kluby
    [many] i {$n} mniejszych klubów
   *[other] i {$n} mniejszych klubów
}
source-line = Źródło: {$source}
source-file = Źródło: {$file}
made-with = Wykonano w programie Hemicycle
majority-line = Linia po {$n} mandatach
seats-unknown = { $n ->
    [one] {$n} członek bez miejsca na planie
    [few] {$n} członków bez miejsca na planie
    [many] {$n} członków bez miejsca na planie
   *[other] {$n} członków bez miejsca na planie
}
rebels-heading = { $n ->
    [one] {$n} członek wbrew większości swojego klubu
    [few] {$n} członków wbrew większości swoich klubów
    [many] {$n} członków wbrew większości swoich klubów
   *[other] {$n} członków wbrew większości swoich klubów
}
and-more-members = { $n ->
    [one] i jeszcze {$n} członek
    [few] i jeszcze {$n} członków
    [many] i jeszcze {$n} członków
   *[other] i jeszcze {$n} członków
}
figures-party = partia
figures-short = skrót
figures-colour = kolor
figures-members = członkowie

## Rules
verdict-no-quorum = Brak kworum
rule-more-for-than-against = więcej głosów za niż przeciw
result-sentence = {$rule}: potrzeba {$needed}, za {$got}, {$margin}
result-no-quorum = {$rule}: kworum {$needed}, obecnych {$present}
result-and-switches = {$result}; {$switches}
margin-over = nadwyżka {$n}
margin-short = zabrakło {$n}
margin-exact = dokładnie tyle
rule-named = {$name} ({$terms})
rule-more-than-half = ponad połowa {$base}
rule-more-than-share = ponad {$share} {$base}
rule-at-least-share = co najmniej {$share} {$base}
rule-more-than-number = liczba głosów za większa niż {$n}
rule-at-least-number = liczba głosów za co najmniej {$n}
rule-half = połowa
rule-two-thirds = dwie trzecie
rule-three-quarters = trzy czwarte
rule-three-fifths = trzy piąte
rule-of-for-against = głosów za i przeciw
rule-of-cast = wszystkich oddanych głosów
rule-of-present = obecnych
rule-of-members = wszystkich członków
rule-of-seats = wszystkich mandatów
rule-tie-fails = równa liczba głosów oznacza odrzucenie
rule-tie-passes = równa liczba głosów oznacza przyjęcie
rule-tie-chair = przy równej liczbie głosów rozstrzyga przewodniczący
rule-quorum = kworum: {$terms} członków
rule-quorum-number = kworum, liczba członków: {$n}
rule-quorum-majority = ponad połowa
rule-ordinary = Zwykła większość
rule-an = Zgromadzenie Narodowe Francji, zwykłe głosowanie
rule-an-censure = Zgromadzenie Narodowe Francji, wniosek o wotum nieufności
rule-an-constitution = Kongres Francji, zmiana konstytucji
rule-us-house = Izba Reprezentantów USA, zwykłe głosowanie
rule-us-house-override = Izba Reprezentantów USA, odrzucenie weta
rule-us-senate = Senat USA, zwykłe głosowanie
rule-us-senate-cloture = Senat USA, zamknięcie debaty
rule-us-senate-override = Senat USA, odrzucenie weta
rule-bundestag = Bundestag, zwykłe głosowanie
rule-bundestag-members = Bundestag, większość członków
rule-bundestag-constitution = Bundestag, zmiana Ustawy Zasadniczej
rule-commons = Izba Gmin
rule-ep = Parlament Europejski, zwykłe głosowanie
rule-ep-members = Parlament Europejski, większość członków wchodzących w jego skład
rule-council = Rada lokalna, Anglia i Walia
rule-council-fr = Rada gminy, Francja
rule-class = Klasa lub zebranie

## The web page
page-find = Szukaj członka, klubu lub miejsca
page-colour = Kolor mandatów
page-colour-vote = Głos
page-colour-party = Klub
page-dark = Ciemny
page-result = Wynik
page-votes = Głosy
page-table = { $n ->
    [one] {$n} mandat w tabeli
    [few] Wszystkie {$n} mandaty w tabeli
    [many] Wszystkie {$n} mandatów w tabeli
   *[other] Wszystkie {$n} mandatów w tabeli
}
page-column-place = Okręg
chamber-name = Sala obrad, liczba mandatów: {$seats}. Strzałki prowadzą od mandatu do mandatu, Enter przypina jeden.
votes-of = {$n} z {$all}
column-member = Członek
column-group = Klub
column-vote = Głos

# The replay as a film and in the web page
replay-called = według wywołania
replay-name = alfabetycznie
replay-party = według klubów
replay-row = według rzędów
replay-frame = {$n} z {$all}
replay-frame-certain = {$verdict}, cokolwiek jeszcze nastąpi · {$n} z {$all}
replay-closeness = najbardziej podzielone na końcu
replay-title = Odtwórz głosowanie imienne
replay-play = Odtwórz
replay-pause = Pauza
replay-speed = tempo {$n}×
replay-loop = Na końcu od nowa
replay-rail = Miejsce w głosowaniu
replay-so-far = {$figures} dotychczas
replay-so-far-certain = {$figures}, przesądzone
replay-certain = {$verdict}: przesądzone po {$n}
replay-order = Kolejność
replay-pace = Tempo

## A chamber without a vote
party-seats = Mandaty partii
seat-title-composition = {$name}, {$party}
unnamed-seat = Mandat {$n}
position-seat = Mandaty
majority-of-seats = Większość: {$majority} z {$seats} mandatów
coalition-majority = Większość: {$n} z {$seats} mandatów, potrzeba {$majority}, nadwyżka {$difference}
coalition-short = Brak większości: {$n} z {$seats} mandatów, potrzeba {$majority}, brakuje {$difference}
description-composition = {$title}. Wykres {$seats} mandatów w barwach partii. Mandaty partii: {$list}. {$majority}.
