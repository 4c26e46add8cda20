# German. The words of the graphic: the window is in English and French.

percent = {$n} %
percent-over = > {$n} %
percent-under = < {$n} %

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
positions-unknown = Unbekannte Positionen: {$n}
position-vacant = Unbesetzt
tally-for = Ja
tally-against = Nein

## The result
verdict-adopted = Angenommen
verdict-rejected = Abgelehnt
verdict-tied = Stimmengleichheit
switches = { $n ->
    [one] mit {$n} geänderten Stimme wäre es anders ausgegangen
   *[other] mit {$n} geänderten Stimmen wäre es anders ausgegangen
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
description-result = { $verdict ->
    [adopted] {$title}: mit {$for} zu {$against} Stimmen angenommen.
    [rejected] {$title}: mit {$against} zu {$for} Stimmen abgelehnt.
    [options] {$title}: {$leader} erhielt mit {$for} die meisten Stimmen.
    [no-quorum] {$title}: nicht beschlussfähig, {$for} Ja und {$against} Nein.
    [adopted-otherwise] {$title}: angenommen, {$for} Ja und {$against} Nein.
    [rejected-otherwise] {$title}: abgelehnt, {$for} Ja und {$against} Nein.
    [elected] {$title}: {$leader} wurde mit {$for} Stimmen gewählt.
    [quorum-call] {$title}: Feststellung der Anwesenden, {$for} insgesamt.
    [tied] {$title}: Stimmengleichheit, {$for} Ja und {$against} Nein.
   *[open] {$title}: {$for} Ja und {$against} Nein.
}
description-seats = { $seats ->
    [one] Ein Schaubild mit {$seats} Sitz, nach Stimme eingefärbt.
   *[other] Ein Schaubild mit {$seats} Sitzen, nach Stimme eingefärbt.
}
description-named = { $seats ->
    [one] Ein Schaubild mit dem einen in der Datei genannten Mitglied ({$seats}), nach Stimme eingefärbt.
   *[other] Ein Schaubild mit den {$seats} in der Datei genannten Mitgliedern, nach Stimme eingefärbt.
}
description-stated = Nach Angabe der Quelle: {$text}.
description-rule = Beurteilt nach der Regel: {$rule}.
verdict-elected = Gewählt: {$name}
named-members-label = { $n ->
    [one] in der Datei genanntes Mitglied
   *[other] in der Datei genannte Mitglieder
}
named-label = { $n ->
    [one] genanntes Mitglied
   *[other] genannte Mitglieder
}
took-part-of-seats-label = Sitzen stimmten ab
were-present-label = Mitgliedern waren anwesend
result-line = {$result}. {$sentence}
result-stated = Ergebnis nach Angabe der Quelle
result-open = Die Regel steht nicht in der Datei: bitte wählen
result-stated-differs = Ergebnis nach Angabe der Quelle; nach der Regel ({$rule}) ergibt die Zählung: {$counted}
result-stated-tie = Ergebnis nach Angabe der Quelle: gezählt herrscht Stimmengleichheit
result-stated-majority = Ergebnis nach Angabe der Quelle; welche Mehrheit nötig war, steht nicht in der Datei
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

## Rules
verdict-no-quorum = Beschlussunfähig
rule-more-for-than-against = mehr Ja- als Nein-Stimmen
result-sentence = {$rule}: {$needed} nötig, {$got} Ja, {$margin}
result-no-quorum = {$rule}: {$needed} für die Beschlussfähigkeit nötig, {$present} anwesend
result-and-switches = {$result}; {$switches}
margin-over = {$n} mehr als nötig
margin-short = {$n} zu wenig
margin-exact = gerade genug
rule-named = {$name} ({$terms})
rule-more-than-half = mehr als die Hälfte {$base}
rule-more-than-share = mehr als {$share} {$base}
rule-at-least-share = mindestens {$share} {$base}
rule-more-than-number = mehr als {$n} Stimmen
rule-at-least-number = mindestens {$n} Stimmen
rule-half = die Hälfte
rule-two-thirds = zwei Drittel
rule-three-quarters = drei Viertel
rule-three-fifths = drei Fünftel
rule-of-for-against = der Ja- und Nein-Stimmen
rule-of-cast = aller abgegebenen Stimmen
rule-of-present = der Anwesenden
rule-of-members = aller Mitglieder
rule-of-seats = aller Sitze
rule-tie-fails = bei Stimmengleichheit abgelehnt
rule-tie-passes = bei Stimmengleichheit angenommen
rule-tie-chair = bei Stimmengleichheit entscheidet der Vorsitz
rule-quorum = Beschlussfähigkeit: {$terms} der Mitglieder
rule-quorum-number = Beschlussfähigkeit: {$n} Mitglieder
rule-quorum-majority = mehr als die Hälfte
rule-ordinary = Einfache Mehrheit
rule-an = Französische Nationalversammlung, gewöhnliche Abstimmung
rule-an-censure = Französische Nationalversammlung, Misstrauensantrag
rule-an-constitution = Französischer Kongress, Verfassungsänderung
rule-us-house = US-Repräsentantenhaus, gewöhnliche Abstimmung
rule-us-house-override = US-Repräsentantenhaus, Überstimmung eines Vetos
rule-us-senate = US-Senat, gewöhnliche Abstimmung
rule-us-senate-cloture = US-Senat, Schluss der Debatte
rule-us-senate-override = US-Senat, Überstimmung eines Vetos
rule-bundestag = Bundestag, gewöhnliche Abstimmung
rule-bundestag-members = Bundestag, Mehrheit der Mitglieder
rule-bundestag-constitution = Bundestag, Änderung des Grundgesetzes
rule-commons = Britisches Unterhaus
rule-ep = Europäisches Parlament, gewöhnliche Abstimmung
rule-ep-members = Europäisches Parlament, Mehrheit der Mitglieder des Parlaments
rule-council = Kommunalrat, England und Wales
rule-council-fr = Gemeinderat, Frankreich
rule-class = Schulklasse oder Versammlung

## The web page
page-find = Mitglied, Fraktion oder Ort suchen
page-colour = Farbe der Sitze
page-colour-vote = Stimme
page-colour-party = Fraktion
page-dark = Dunkel
page-result = Ergebnis
page-votes = Stimmen
page-table = { $n ->
    [one] {$n} Sitz als Tabelle
   *[other] Alle {$n} Sitze als Tabelle
}
page-column-place = Wahlkreis
chamber-name = Plenum mit {$seats} Sitzen. Die Pfeiltasten führen von Sitz zu Sitz, die Eingabetaste hält einen fest.
votes-of = {$n} von {$all}
column-member = Mitglied
column-group = Fraktion
column-vote = Stimme

# The replay as a film and in the web page
replay-called = wie aufgerufen
replay-name = alphabetisch
replay-party = nach Fraktion
replay-row = nach Reihe
replay-frame = {$n} von {$all}
replay-frame-certain = {$verdict}, was auch noch kommt · {$n} von {$all}
replay-closeness = Umstrittenes zuletzt
replay-title = Namensaufruf wiedergeben
replay-play = Abspielen
replay-pause = Pause
replay-speed = {$n}× Tempo
replay-loop = Am Ende von vorn
replay-rail = Stand des Aufrufs
replay-so-far = {$figures} bis hierher
replay-so-far-certain = {$figures}, entschieden
replay-certain = {$verdict}: entschieden nach {$n}
replay-order = Reihenfolge
replay-pace = Tempo

## A chamber without a vote
party-seats = Sitze der Parteien
seat-title-composition = {$name}, {$party}
unnamed-seat = Sitz {$n}
position-seat = Sitze
majority-of-seats = Mehrheit: {$majority} von {$seats} Sitzen
coalition-majority = Mehrheit: {$n} von {$seats} Sitzen bei {$majority} nötigen, {$difference} darüber
coalition-short = Keine Mehrheit: {$n} von {$seats} Sitzen bei {$majority} nötigen, es fehlen {$difference}
description-composition = {$title}. Ein Bild von {$seats} Sitzen in den Farben der Parteien. Sitze der Parteien: {$list}. {$majority}.
