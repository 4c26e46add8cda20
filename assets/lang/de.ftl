# German. The words of the graphic: the window is in English and French.

percent = {$n} %

## Positions
position-for = Ja
position-against = Nein
position-abstain = Enthaltung
position-present = Anwesend
position-not-voting = Nicht abgestimmt
position-absent = Abwesend
position-excused = Entschuldigt
position-paired = Pairing
position-presiding = Sitzungsleitung
position-unknown = Unbekannt
position-vacant = Unbesetzt
tally-for = Ja
tally-against = Nein

## The result
verdict-adopted = Angenommen
verdict-rejected = Abgelehnt
verdict-tied = Stimmengleichheit
switches = { $n ->
    [one] Mit {$n} geänderten Stimme wäre es anders ausgegangen
   *[other] Mit {$n} geänderten Stimmen wäre es anders ausgegangen
}
declared-rows = Amtliches Ergebnis; die Einzelangaben nennen
declared-rows-agree = Amtliches Ergebnis; die Einzelangaben stimmen überein
counted-rows = Ausgezählt aus den Einzelangaben
declared-differ = Amtliches Ergebnis, die Einzelangaben nennen jedoch
rows-name = {$tally}
rows-name-unknown = { $unknown ->
    [one] {$tally}, {$unknown} Stimme unbekannt
   *[other] {$tally}, {$unknown} Stimmen unbekannt
}
took-part = {$cast} von {$members}
took-part-label = Mitgliedern stimmten ab
turnout = Beteiligung {$percent}
turnout-line = {$took} · {$turnout}
seats-label = { $n ->
    [one] Sitz
   *[other] Sitze
}
no-party = Fraktionslos
no-party-short = Fraktionslos
unnamed-member = Mitglied {$n}
vacant-seat = Unbesetzter Sitz
by-proxy = in Vertretung

## The picture
untitled = Abstimmung ohne Titel
picture-description = { $verdict ->
    [adopted] {$title}: mit {$for} zu {$against} Stimmen angenommen.
    [rejected] {$title}: mit {$against} zu {$for} Stimmen abgelehnt.
    [options] {$title}: {$leader} erhielt mit {$for} die meisten Stimmen.
   *[tied] {$title}: Stimmengleichheit, {$for} Ja und {$against} Nein.
} { $seats ->
    [one] Ein Schaubild mit {$seats} Sitz, nach Stimme eingefärbt.
   *[other] Ein Schaubild mit {$seats} Sitzen, nach Stimme eingefärbt.
} {$counts}.
description-turnout = {$took}, {$turnout}.
description-parties = So stimmten die Fraktionen: {$list}.
seat-title = {$name}, {$party}: {$vote}
how-each-voted = So stimmten die Fraktionen
with-a-vote = Fraktionen mit mindestens einer Stimme
and-others = { $n ->
    [one] und {$n} kleinere Fraktion
   *[other] und {$n} kleinere Fraktionen
}
source-line = Quelle: {$source}
source-file = Quelle: {$file}
made-with = Erstellt mit Hemicycle
majority-line = Linie nach {$n} Sitzen
seats-unknown = { $n ->
    [one] {$n} Mitglied ohne Sitz im Plan
   *[other] {$n} Mitglieder ohne Sitz im Plan
}
rebels-heading = { $n ->
    [one] {$n} Mitglied gegen die Mehrheit der eigenen Fraktion
   *[other] {$n} Mitglieder gegen die Mehrheit der eigenen Fraktion
}
and-more-members = { $n ->
    [one] und {$n} weiteres Mitglied
   *[other] und {$n} weitere Mitglieder
}
figures-party = Partei
figures-short = Kurzname
figures-colour = Farbe
figures-members = Mitglieder
