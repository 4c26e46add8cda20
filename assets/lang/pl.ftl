# Polish. The words of the graphic: the window is in English and French.

percent = {$n}%

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
picture-description = { $verdict ->
    [adopted] {$title}: przyjęto, głosów za {$for}, przeciw {$against}.
    [rejected] {$title}: odrzucono, głosów przeciw {$against}, za {$for}.
    [options] {$title}: najwięcej głosów, {$for}, otrzymał wariant {$leader}.
   *[tied] {$title}: równa liczba głosów, za {$for}, przeciw {$against}.
} { $seats ->
    [one] Wykres {$seats} mandatu w kolorze głosu.
    [few] Wykres {$seats} mandatów w kolorach głosów.
    [many] Wykres {$seats} mandatów w kolorach głosów.
   *[other] Wykres {$seats} mandatów w kolorach głosów.
} {$counts}.
description-turnout = {$took}, {$turnout}.
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
