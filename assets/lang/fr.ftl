# French. The keys and arguments are those of en.ftl.

percent = {$n} %
percent-over = > {$n} %
percent-under = < {$n} %

## Errors
error-no-file = {$file} : ce fichier n’existe pas. Vérifiez le nom et le dossier.
error-unreadable = Impossible de lire {$file} : {$cause}. Vérifiez que le fichier existe et que vous avez le droit de l’ouvrir.
error-empty = {$file} est vide. Exportez-le de nouveau depuis sa source.
error-pdf = {$file} est un document PDF. Cherchez un fichier CSV du même vote : un PDF ne comporte pas de lignes à lire.
error-r-data = {$file} contient des données du logiciel statistique R. Ouvrez-le dans R et exportez les votes au format CSV avec write.csv.
error-compressed = {$file} est compressé d’une manière que Hemicycle ne lit pas, comme le sont souvent les données du logiciel R. Décompressez-le, ou exportez-le depuis R au format CSV avec write.csv.
error-html = {$file} est une page web. Cherchez-y un lien vers les données : CSV, JSON, XML ou classeur.
error-binary = {$file} n’est pas un fichier texte. Hemicycle lit le CSV, les classeurs, le JSON, le XML, ainsi que les fichiers zip et gzip qui en contiennent.
error-broken = {$file} n’est pas du {$format} valide : {$fault} (ligne {$line}, colonne {$column}). Demandez une copie saine à qui le publie, ou corrigez-le à cet endroit dans un éditeur de texte.
error-no-ballots = {$file} n’est pas un scrutin public : il ne nomme aucun votant. Un scrutin public dit pour chaque membre comment il a voté.
error-parties-only = {$file} n’est pas un scrutin public : c’est une liste de {$count} partis ou groupes. Ouvrez le fichier des votes ; celui-ci est lu avec lui s’il se trouve à côté.
error-members-in-document = { $count ->
    [one] {$file} n’est pas un scrutin public : il décrit un membre et ne dit rien des votes. Ouvrez le fichier des votes ; celui-ci est lu avec lui s’il se trouve à côté.
   *[other] {$file} n’est pas un scrutin public : c’est une liste de {$count} membres, qui ne dit rien des votes. Ouvrez le fichier des votes ; celui-ci est lu avec lui s’il se trouve à côté.
}
error-one-member = {$file} n’est pas un scrutin public : il énumère de nombreux votes d’un seul membre. Ouvrez le fichier de l’un de ces votes.
error-totals-in-document = { $count ->
    [one] {$file} ne donne que les totaux d’un vote, et non qui a voté quoi. Cherchez chez le même éditeur le fichier qui nomme les membres.
   *[other] {$file} ne donne que les totaux de {$count} votes, et non qui a voté quoi. Cherchez chez le même éditeur le fichier qui nomme les membres.
}
error-packed = {$file} ne peut pas être décompressé : {$fault}.
error-bad-sheet = {$file} est une feuille illisible ({$cause}). Enregistrez de nouveau le classeur avec un tableur, ou la feuille en CSV.
error-doubled-sheet = {$file} : une autre feuille du classeur porte ce nom, et l’une des deux n’a pas été lue. Renommez-la, enregistrez le classeur et rouvrez-le.
error-folder-too-deep = {$file} n’a pas été parcouru : il se trouve à plus de {$count} dossiers de profondeur. Ouvrez-le à part.
error-linked-folder = {$file} est un lien vers un dossier situé ailleurs et n’a pas été suivi. Ouvrez ce dossier à part.
error-zero-bytes = {$file} contient des octets nuls à la place du texte, {$count} en tout, à partir de la ligne {$line} : une partie du fichier s’est perdue à l’écriture ou à l’envoi. Récupérez-le de nouveau.
error-changed = {$file} a été modifié pendant la lecture. Attendez que son écriture soit terminée, puis rouvrez-le.
error-bad-journal = {$file} est un procès-verbal d’appel inutilisable dès sa première ligne : {$fault}.
container-bomb = il grossirait jusqu’à remplir la mémoire
container-too-large = il contient plus que ce que Hemicycle lit
container-too-deep = il contient des archives dans des archives dans des archives
container-escapes = le nom « {$name} » qu’il contient mène hors de l’archive, ce qu’aucune archive honnête ne fait
container-encrypted = il est protégé par un mot de passe. Retirez le mot de passe et rouvrez-le
container-damaged = il est endommagé ou tronqué. Téléchargez-le de nouveau
container-empty = il ne contient aucun fichier
fault-trailing-comma = une virgule n’est suivie de rien
fault-comment = un commentaire s’y trouve, ce que ce format ne permet pas
fault-trailing = quelque chose suit la fin
fault-cut-off = le fichier s’arrête au milieu
fault-too-deep = les valeurs sont imbriquées trop profondément
fault-too-large = il contient plus de valeurs qu’aucun scrutin
fault-half-character = il manque la moitié d’un caractère
fault-huge-number = un nombre est trop grand
fault-entities = il définit ses propres abréviations (entités), qui ne sont pas développées
fault-tag-mismatch = une balise fermante ne correspond pas à l’ouvrante
fault-unexpected = « {$found} » se trouve là où autre chose est attendu
fault-unexpected-end = la ligne s’arrête là où autre chose est attendu
problem-unread-file = Un fichier a été laissé de côté : {$found}
error-convert-format = {$file} doit se terminer par .csv ou .json.
cli-converted = {$file} écrit : { $votes ->
    [one] un vote
   *[other] {$votes} votes
 }, {$rows} lignes.
only-for-named = Seuls les membres favorables sont nommés ; on ignore combien étaient contre.
problem-only-for-listed = Seuls les membres favorables figurent dans le fichier ; on ignore combien étaient contre : {$found}
error-no-rows = {$file} comporte un en-tête, mais aucune ligne au-dessous. Vérifiez que l’export est complet.
error-no-vote-column = {$file} ne comporte aucune colonne de votes (colonnes : {$columns}). Un scrutin public demande une ligne par membre et une colonne contenant des mots comme pour, contre, oui, non. Un tableau qui ne donne que des totaux ou que des membres ne peut pas être représenté. S’il s’agit pourtant d’un scrutin public, dites ce que signifient ses colonnes et ses mots avec --mapping ou --words.
error-members-repeat = {$file} cite chaque membre environ {$count} fois : il contient plusieurs votes, ou des chiffres par période. Ne gardez que les lignes d’un seul vote, puis rouvrez le fichier. S’il s’agit pourtant d’un scrutin public, dites ce que signifient ses colonnes et ses mots avec --mapping ou --words.
error-totals-only = {$file} contient des décomptes de voix ({$columns}), et non le vote de chacun. Ouvrez le fichier qui a une ligne par membre et par vote ; placé à côté, celui-ci donne les résultats proclamés.
error-aggregates = {$file} contient pour chaque membre des sommes sur de nombreux votes ({$columns}), et non un vote. Ouvrez le fichier dont chaque ligne ou chaque colonne est un vote.
error-members-only = {$file} est une liste de membres et ne dit pas comment ils ont voté. Ouvrez le fichier des votes ; placé à côté, celui-ci donne les noms et les groupes. S’il s’agit pourtant d’un scrutin public, dites ce que signifient ses colonnes et ses mots avec --mapping ou --words.
error-list-of-votes = {$file} est une liste de votes et ne dit pas qui a voté comment. Ouvrez le fichier qui a une ligne par membre et par vote ; placé à côté, celui-ci donne les titres et les dates.
error-attendance = {$file} dit qui était présent (colonne « {$column} »), et non comment chacun a voté. Ouvrez le fichier des votes eux-mêmes. S’il s’agit pourtant d’un scrutin public, dites ce que signifient ses colonnes et ses mots avec --mapping ou --words.
error-too-many-columns = {$file} comporte {$count} colonnes, plus qu’aucun scrutin. Vérifiez que ses lignes se terminent où il faut.
error-bad-mapping = {$file} n’est pas un fichier de correspondance : {$cause}
error-asks = {$file} ne dit pas ce que {$n ->
    [one] signifie
   *[other] signifient
} {$words}, et {$votes ->
    [one] le résultat d’un scrutin en dépend
   *[other] les résultats de {$votes} scrutins en dépendent
}. Indiquez-le avec --words, par exemple {$example}, ou avec --mapping
error-asks-columns = {$file} ne dit pas laquelle de ses colonnes est le vote : {$columns}. Indiquez-la avec --ballots, par exemple {$example}, ou avec --mapping
error-asks-shape = {$file} ne dit pas si ses lignes sont des membres ou des scrutins. Indiquez-le avec --mapping ; check --json en écrit une pour chaque lecture
error-no-such-ballots = {$file} n’a pas de colonne « {$column} » qui puisse contenir les votes ; il a {$columns}. Corrigez --ballots, ou indiquez comment lire le fichier avec --mapping.
cli-runner-up = Moins d’indices désignent « {$column} » comme colonne des votes : {$behind} (--ballots)
cli-runner-up-transposed = Moins d’indices désignent les lignes comme des scrutins : {$behind}
cli-runner-up-wide = Moins d’indices désignent les lignes comme des membres : {$behind}
behind-breaks = des membres auraient plusieurs votes dans un scrutin
behind-totals = les totaux du fichier ne lui correspondent pas
behind-sides = noms, numéros et titres ne seraient pas à leur place
behind-words = ses mots sont moins sûrement ceux de votes
behind-header = les en-têtes désignent l’autre
behind-grid = moins de membres auraient un vote à chaque scrutin
behind-left = des votes seraient laissés de côté
behind-simple = il faudrait plus de colonnes pour distinguer scrutins et membres
error-words = « {$part} » ne dit pas ce qu’un mot signifie. Écrivez MOT=POSITION, séparés par des virgules, par exemple --words '1=for,0=against' ; les positions sont {$positions} et option:NOM
error-no-such-word = {$file} n’a pas le mot « {$word} » parmi ses votes ; il a {$words}. Vérifiez --words
error-mapping-misses = {$file} ne va pas avec sa correspondance : il n’y a pas de colonne « {$column} ». Corrigez la correspondance, ou ouvrez le fichier sans elle.
error-no-votes-in-folder = {$file} : aucun des {$count} fichiers de ce dossier ne contient de votes lisibles. Ouvrez l’un d’eux pour savoir pourquoi.
error-cancelled = {$file} n’a pas été lu jusqu’au bout : la lecture a été interrompue.
error-no-such-vote = Il n’y a pas de vote {$vote} dans {$file}, qui en compte {$count}. Les plus proches sont : {$near}. Pour les voir tous : hemicycle votes FILE
error-render-format = {$file} : le nom doit se terminer par .svg, .png, .pdf, .webp ou .html, qui détermine le format.
error-write = Impossible d’écrire {$file} : {$cause}. Choisissez un autre dossier, ou vérifiez l’espace disponible et vos droits d’accès.
error-image = L’image n’a pas pu être dessinée : {$cause}.
error-size = « {$text} » n’est pas une taille. Écrivez largeur x hauteur en pixels, chacune de 200 à 10 000, par exemple 1200x900.
error-layout-span = Aucune salle n’a un angle de {$span}° : indiquez de 90 à 360, un cercle entier.
error-layout-rows = Ces sièges ne forment pas {$rows} rangs : indiquez de 1 à {$most}.
error-layout-inner = Un rayon intérieur de {$inner} ne convient pas à ces sièges et à ces rangs : indiquez de 0.01 à {$most}.
error-layout-sections = Ces sièges ne forment pas {$sections} travées : indiquez de 1 à {$most}.
error-layout-aisles-in-circle = Un cercle entier n’a pas d’extrémités d’où partiraient des allées : prenez un angle de 350 au plus, ou pas d’allées.
error-layout-seat-size = Des sièges de taille {$size} se chevaucheraient ou seraient invisibles : indiquez de 0.2 à 1.
error-layout-no-rows = Le nombre de rangs ne se choisit pas pour cette forme : ne l’indiquez pas.
error-layout-no-span = Seul un hémicycle a un angle : ne l’indiquez pas, ou choisissez l’hémicycle.
error-layout-no-inner = Seuls un hémicycle et un cercle ont un rayon intérieur : ne l’indiquez pas, ou choisissez l’un d’eux.
error-layout-no-aisles = Seul un hémicycle a des allées à choisir : ne les indiquez pas, ou choisissez l’hémicycle.
error-layout-no-line = Cette forme n’a pas deux côtés qu’une ligne de majorité séparerait : ne demandez pas de ligne, ou choisissez hemicycle, circle, horseshoe, classroom ou grid.
error-layout-shape = « {$text} » n’est pas une disposition : indiquez hemicycle, benches, horseshoe, circle, classroom, table, grid ou plan:FICHIER.
error-aisles = « {$text} » ne dit rien des allées : indiquez none, parties ou un nombre de travées.
error-no-such-party = Aucun groupe ne s’appelle « {$name} » : indiquez l’un de {$parties}.
error-no-seat-in-plan = Aucun membre n’a de siège qui soit dans {$plan} : il faut au fichier du vote une colonne avec les numéros de siège du plan.
error-plan-columns = {$file} n’est pas un plan de salle : il faut les colonnes seat, x et y, et il a {$columns}.
error-plan-place = {$file}, ligne {$line} : « {$found} » n’a pas x et y en chiffres. Indiquez les deux, ou supprimez la ligne.
error-plan-svg = {$file} n’a pas pu être lu comme plan de salle : {$cause}. Enregistrez-le de nouveau avec le programme qui l’a dessiné.
error-plan-no-seats = {$file} n’a pas de sièges : donnez à l’élément de chaque siège un attribut data-seat avec son numéro.
error-plan-same-place = {$file} a les sièges {$first} et {$second} au même endroit : déplacez l’un d’eux.
error-plan-too-many = {$file} a {$seats} sièges, et un plan en compte {$most} au plus.
error-majority-line = « {$text} » n’est pas une ligne dans {$seats} sièges : indiquez un nombre de sièges inférieur, half, 3/5, 2/3, ou rule si la règle compte tous les membres ou tous les sièges.
error-window = La fenêtre n’a pas pu s’ouvrir : {$cause}
error-no-display = Aucun affichage n’est disponible ici : ni la variable DISPLAY ni la variable WAYLAND_DISPLAY n’est définie.
error-libraries = Sous Debian et Ubuntu, la fenêtre a besoin de ces paquets : {$packages}.
error-driver = La fenêtre a besoin d’OpenGL 2.0 ou plus récent : installez le pilote de la carte graphique. La ligne de commande s’en passe : hemicycle --help.
error-sample = L’exemple n’a pas pu être lu : {$cause}

## Problems
problem-unknown-word = « {$found} » n’est pas un mot de vote connu d’Hemicycle
problem-blank-position = Le vote n’est pas renseigné
problem-no-name = La ligne ne porte pas de nom : {$found}
problem-number-for-name = « {$found} » figure là où un nom est attendu
problem-short-row = La ligne s’arrête avant la colonne du vote : {$found}
problem-long-row = La ligne compte plus de cellules que l’en-tête : {$found}
problem-duplicate-member = Le membre figure déjà dans le fichier : {$found}
problem-not-of-chamber = Pas membre de la chambre qui vote : {$found}
problem-duplicate-vote = Le même vote figure déjà plus haut, cellule par cellule : {$found}
problem-no-ballots = Personne n’a de vote dans cette ligne : {$found}
problem-same-name = « {$found} » figure déjà dans le fichier avec le même groupe ; il s’agit peut-être de la même personne
problem-same-file-name = Plusieurs fichiers de l’archive s’appellent « {$found} » ; chacun a été lu
problem-total-row = La ligne est un total et non un membre : {$found}
problem-heading-row = La ligne est un intertitre et non un membre : {$found}
problem-repeated-header = L’en-tête est répété : {$found}
problem-bad-weight = « {$found} » n’est pas un poids
problem-bad-call-order = « {$found} » n’est pas un rang dans l’ordre d’appel
problem-undecodable-bytes = Des caractères ont été perdus avant que le fichier n’arrive ici : {$found}
problem-zero-bytes = La ligne contient des octets nuls (␀) à la place du texte : {$found}
problem-unclosed-quote = Un guillemet s’ouvre et n’est jamais refermé : {$found}
problem-bad-metadata = La valeur est inutilisable : {$found}
problem-declared-differs = Le résultat annoncé n’est pas celui que donnent les lignes : {$found}
problem-stated-differs = Le résultat énoncé n’est pas celui que le décompte donne selon la règle : {$found}
problem-too-few-seats = Le nombre de sièges annoncé est inférieur au nombre de lignes : {$found}
problem-facts-differ = Une ligne dit de son scrutin autre chose que la première : {$found}
problem-few-ballots = Bien moins de votes que dans les autres scrutins : {$found}
problem-rows-unread = Des lignes n’ont été ni lues ni listées ici, sur l’ensemble des lignes : {$found}
problem-times = {$n} fois
done-set-aside = La ligne n’a pas été comptée
done-not-counted = La position est annoncée, et n’a pas été comptée
done-kept-unknown = Conservé, avec un vote inconnu
done-kept-without = Conservé, sans cet élément
done-kept = Conservé tel quel
done-ignored = Ignoré

## Positions
position-for = Pour
position-against = Contre
position-abstain = Abstention
position-present = Présent
position-not-voting = N’a pas voté
position-absent = Absent
position-excused = Excusé
position-paired = Jumelé
position-presiding = Préside
position-unknown = Inconnu
positions-unknown = Positions inconnues : {$n}
position-vacant = Vacant
tally-for = pour
tally-against = contre

## Roles of columns
role-position = vote
role-name = nom
role-first-name = prénom
role-last-name = nom de famille
role-middle-name = second prénom
role-second-last-name = second nom de famille
role-party = groupe
role-party-short = sigle du groupe
role-party-colour = couleur du groupe
role-constituency = circonscription
role-seat = siège
role-id = identifiant
role-weight = poids
role-score = score
role-call-order = ordre d’appel
role-proxy = délégation de vote
role-vote-id = numéro du vote
role-vote-title = titre du vote
role-vote-date = date du vote
role-flag = coché pour une position
role-vote-year = année du vote
role-vote-month = mois du vote
role-vote-day = jour du vote
role-session = session
role-chamber = chambre
role-declared-for = pour, proclamé
role-declared-against = contre, proclamé
role-declared-abstain = abstentions proclamées
role-requirement = majorité requise
role-result = résultat (et non un vote)
role-detail = renseignement sur le membre
role-none = non utilisée

## The result
verdict-adopted = Adopté
verdict-rejected = Rejeté
verdict-tied = Égalité
rule-more-for-than-against = plus de voix pour que de voix contre
result-sentence = {$rule} : {$needed} nécessaires, {$got} pour, {$margin}
switches = { $n ->
    [one] {$n} voix changée aurait inversé le résultat
   *[other] {$n} voix changées auraient inversé le résultat
}
declared-rows = Résultat annoncé ; les lignes donnent
declared-rows-agree = Résultat annoncé ; les lignes concordent
counted-rows = Décompte établi d’après les lignes
declared-differ = Résultat annoncé, mais les lignes donnent
rows-name = {$tally}
rows-name-unknown = { $unknown ->
    [one] {$tally}, {$unknown} position inconnue
   *[other] {$tally}, {$unknown} positions inconnues
}
took-part = {$cast} sur {$members}
took-part-label = membres ont pris part au vote
turnout = {$percent} de participation
seats-label = { $n ->
    [one] siège
   *[other] sièges
}
no-party = Sans groupe
no-party-short = Aucun
unnamed-member = Membre {$n}
vacant-seat = Siège vacant
by-proxy = par délégation

## The picture
untitled = Vote sans titre
description-result = { $verdict ->
    [adopted] {$title} : adopté par {$for} voix contre {$against}.
    [rejected] {$title} : rejeté par {$against} voix contre {$for}.
    [options] {$title} : {$leader} arrive en tête avec {$for} voix.
    [no-quorum] {$title} : quorum non atteint, {$for} voix pour et {$against} voix contre.
    [adopted-otherwise] {$title} : adopté, {$for} voix pour et {$against} voix contre.
    [rejected-otherwise] {$title} : rejeté, {$for} voix pour et {$against} voix contre.
    [elected] {$title} : {$leader} est élu avec {$for} voix.
    [quorum-call] {$title} : décompte des présents, {$for} en tout.
    [tied] {$title} : égalité, {$for} voix pour et {$against} voix contre.
   *[open] {$title} : {$for} voix pour et {$against} voix contre.
}
description-seats = { $seats ->
    [one] Un graphique de {$seats} siège, coloré selon le vote.
   *[other] Un graphique de {$seats} sièges, colorés selon le vote.
}
description-named = { $seats ->
    [one] Un graphique du seul membre nommé dans le fichier ({$seats}), coloré selon le vote.
   *[other] Un graphique des {$seats} membres nommés dans le fichier, colorés selon le vote.
}
description-stated = Selon la source : {$text}.
description-rule = Règle appliquée : {$rule}.
verdict-elected = Élection : {$name}
named-members-label = { $n ->
    [one] membre nommé dans le fichier
   *[other] membres nommés dans le fichier
}
named-label = { $n ->
    [one] membre nommé
   *[other] membres nommés
}
took-part-of-seats-label = sièges ont pris part au vote
were-present-label = membres étaient présents
result-line = {$result}. {$sentence}
result-stated = Résultat tel que la source l’énonce
result-open = La règle n’est pas dans le fichier : à choisir
result-stated-differs = Résultat tel que la source l’énonce ; selon la règle ({$rule}), le décompte donne : {$counted}
result-stated-tie = Résultat tel que la source l’énonce : le décompte est à égalité
result-stated-majority = Résultat tel que la source l’énonce ; la majorité requise n’est pas dans le fichier
seat-title = {$name}, {$party} : {$vote}
how-each-voted = Le vote de chaque groupe
with-a-vote = groupes ayant au moins un votant
and-others = { $n ->
    [one] et {$n} groupe plus petit
   *[other] et {$n} groupes plus petits
}
source-line = Source : {$source}
source-file = Source : {$file}
made-with = Réalisé avec Hemicycle

majority-line = Ligne après {$n} sièges

## The command line
cli-group = groupe
cli-members = membres
cli-unity = accord
cli-rice = Rice
cli-problems = { $n ->
    [one] {$n} problème dans {$file} : lancez « hemicycle check » pour le voir.
   *[other] {$n} problèmes dans {$file} : lancez « hemicycle check » pour les voir.
}
cli-without-seat = { $n ->
    [one] {$n} membre n’a pas de siège dans le plan et figure en dessous : {$names}
   *[other] {$n} membres n’ont pas de siège dans le plan et figurent en dessous : {$names}
}
cli-rendered = {$file} : {$width} × {$height}
cli-format = format
format-text = texte délimité
format-workbook = classeur
cli-encoding = encodage
cli-delimiter = séparateur
cli-header = en-tête
cli-header-line = ligne {$line}
cli-no-header = aucun
cli-columns = colonnes
cli-words = mots
cli-rows = lignes
cli-row-count = { $read ->
    [one] {$read} lue
   *[other] {$read} lues
}, { $aside ->
    [one] {$aside} écartée
   *[other] {$aside} écartées
}, sur {$present} lignes
cli-problem-list = problèmes
cli-asks = à préciser : voir --words
cli-no-problems = aucun
cli-origin = lecture
origin-inferred = déduite du fichier
origin-remembered = selon les réponses données auparavant
origin-beside = conservée à côté du fichier, dans {$files}
origin-given = indiquée
origin-note-remembered = Lu selon les réponses données auparavant.
origin-note-beside = Lu comme l’indique {$files}, à côté du fichier.
cli-shape = votes
shape-one-vote = un vote, une ligne par membre
shape-long = une ligne par membre et par vote
shape-wide = une ligne par membre, une colonne par vote
shape-transposed = une ligne par vote, une colonne par membre
cli-num-votes = { $n ->
    [one] {$n} vote
   *[other] {$n} votes
}
cli-companions = à côté
companion-members = membres
companion-roll-calls = titres, dates et résultats
companion-parties = groupes
companion-chambers = assemblées d’après {$file}
cli-companion = {$kind} d’après {$file}, par sa colonne « {$key} »
cli-first-vote = {$file} contient {$n} votes ; voici le premier. Choisissez-en un autre avec --vote, et listez-les avec : hemicycle votes FILE
cli-mapping-saved = La correspondance est dans {$file}
cli-problems-saved = Les problèmes sont dans {$file}
problems-csv-file = fichier
problems-csv-row = ligne
problems-csv-column = colonne
problems-csv-problem = problème
problems-csv-found = trouvé
problems-csv-times = fois
problems-csv-done = suite donnée
cli-column = colonne « {$column} »
cli-rebels = ont voté autrement que la majorité de leur groupe
cli-agrees-explained = { $n ->
    [one] le membre dont la position est inconnue peut expliquer l’écart
   *[other] les {$n} membres dont la position est inconnue peuvent expliquer l’écart
}
cli-instead = Voici à la place le vote fondateur :
cli-offer = Pour dessiner un scrutin sans affichage : hemicycle render FICHIER -o vote.svg
delimiter-comma = virgule
delimiter-semicolon = point-virgule
delimiter-tab = tabulation
delimiter-pipe = barre verticale
delimiter-other = « {$character} »

## The window
menu-file = Fichier
votes-heading = Votes
votes-of = {$n} sur {$all}
votes-find = Rechercher un vote
votes-none = Aucun vote ne répond à tout cela.
votes-result = Résultat
votes-all = Tous les résultats
votes-adopted = Adoptés
votes-rejected = Non adoptés
votes-order = Ordre
votes-file-order = Comme dans le fichier
votes-newest = Récents d’abord
votes-oldest = Anciens d’abord
votes-closest = Serrés d’abord
menu-vote = Vote
menu-next = Suivant
menu-previous = Précédent
menu-mapping = Comment le fichier est lu…
mapping-heading = Comment le fichier est lu
mapping-role = ce qu’elle contient
mapping-words = Mots du vote
mapping-blank = (vide)
mapping-votes = { $n ->
    [one] {$n} vote
   *[other] {$n} votes
}
mapping-save = Garder pour le prochain fichier
mapping-forget = Relire sans rien imposer
button-close = Fermer
mapping-no-file = Un exemple se lit tel quel : ouvrez un fichier à vous pour changer la lecture.
menu-view = Affichage
menu-help = Aide
menu-open = Ouvrir…
menu-samples = Exemples
menu-export = Exporter…
menu-close = Fermer le vote
menu-quit = Quitter
menu-about = À propos d’Hemicycle
menu-shortcuts = Raccourcis clavier
menu-language = Langue
menu-theme = Thème
theme-system = Comme le système
theme-light = Clair
theme-dark = Sombre
button-export = Exporter…
button-open = Ouvrir un fichier…
button-cancel = Annuler
button-dismiss = Fermer
find-hint = Rechercher un membre ou un groupe
find-count = { $n ->
    [one] {$n} trouvé
   *[other] {$n} trouvés
}
tab-parties = Groupes
tab-members = Membres
tab-chart = Dessin
chart-shape = Forme
shape-hemicycle = Hémicycle
shape-benches = Bancs face à face
shape-horseshoe = Fer à cheval
shape-circle = Cercle entier
shape-classroom = Salle de classe
shape-table = Une seule table
shape-grid = Grille
shape-plan = Plan de salle : {$plan}
shape-choose-plan = Plan de salle depuis un fichier…
dialog-plan = Plans de salle
chart-rows = Rangs
chart-inner = Rayon intérieur
chart-seat-size = Taille des sièges
chart-aisles = Allées
aisles-none = Aucune
aisles-parties = Entre les groupes
aisles-sections = Entre travées égales
chart-sections = Nombre de travées
chart-sides = Côtés
side-government = Gouvernement
side-opposition = Opposition
side-cross = Bancs du centre
seats-unknown = { $n ->
    [one] {$n} membre sans siège dans le plan
   *[other] {$n} membres sans siège dans le plan
}
chart-rows-automatic = Selon le nombre de sièges
chart-span = Angle
chart-order = Ordre dans un groupe
order-vote = Par vote, depuis le premier rang
order-name = Par nom
order-seat = Par numéro de siège
order-score = Par score, depuis la gauche
chart-lines = Lignes
line-half = Plus de la moitié : {$n}
line-three-fifths = Trois cinquièmes : {$n}
line-two-thirds = Deux tiers : {$n}
chart-reset = Réinitialiser
tab-problems = Problèmes
column-group = Groupe
column-seats = Membres
column-voted = Votants
column-unity = Cohésion
column-member = Membre
column-vote = Vote
unity-hint = Indice d’accord : 100 % lorsque tous les votants ont fait le même choix, 0 % lorsqu’ils se sont répartis également en trois (Hix, Noury et Roland, 2005)
split-groups = Groupes divisés
rebels-heading = { $n ->
    [one] {$n} membre contre la majorité de son groupe
   *[other] {$n} membres contre la majorité de leur groupe
}
party-bars = Votes de chaque groupe
status-reading = { $members ->
    [one] {$file} · {$members} membre
   *[other] {$file} · {$members} membres
}
status-vacant = { $n ->
    [one] {$n} siège vacant
   *[other] {$n} sièges vacants
}
status-groups = { $n ->
    [one] {$n} groupe
   *[other] {$n} groupes
}
status-unknown = { $n ->
    [one] {$n} position inconnue
   *[other] {$n} positions inconnues
}
status-problems = { $n ->
    [0] aucun problème
    [one] {$n} problème
   *[other] {$n} problèmes
}
status-no-other-problems = aucun autre problème
problem-where = Ligne {$line}, colonne {$column}
problem-where-line = Ligne {$line}
problem-where-file = L’ensemble du fichier
more-rows = { $n ->
    [one] et {$n} autre
   *[other] et {$n} autres
}
loading = Lecture de {$file}…
exporting = Écriture de {$file}…
exported = Enregistré : {$file}
drop-here = Déposez le fichier pour l’ouvrir
welcome-title = Comment une assemblée a voté
welcome-text = Ouvrez le fichier d’un scrutin public : un CSV avec une ligne par membre et une colonne pour le vote. Hemicycle trouve de lui-même les colonnes, les mots et l’encodage, et signale chaque ligne qu’il n’a pas pu lire.
welcome-samples = Ou commencez par un exemple
welcome-drop = Vous pouvez aussi déposer un fichier dans cette fenêtre.
sample-founding = Le vote fondateur
sample-founding-text = Assemblée nationale, 20 mars 2025 : 119 contre, 24 pour
sample-classroom = Une classe vote
sample-classroom-text = 25 élèves aux noms inventés
sample-faults = Un fichier avec des défauts
sample-faults-text = Ce qu’Hemicycle fait des lignes qu’il ne peut pas lire
about-text = Ouvre le fichier d’un scrutin public et montre comment une assemblée a voté. Version {$version}.
about-licence = Sous licence MIT ou Apache-2.0. Textes composés en Noto Sans (SIL Open Font License 1.1).
chamber-name = Hémicycle de {$seats} sièges. Les flèches mènent d’un siège à l’autre, Entrée en épingle un.
seat-hint-constituency = Circonscription : {$place}
seat-hint-seat = Siège {$seat}
shortcuts-text =
    Ctrl+O : ouvrir un fichier
    Ctrl+E : exporter l’image
    Ctrl+Maj+C : copier l’image
    Ctrl+Maj+G : copier l’image en SVG
    Ctrl+F : rechercher un membre ou un groupe
    Ctrl+S : enregistrer le projet
    Ctrl+Maj+L : copier comme ligne de commande
    Ctrl+Z, Ctrl+Maj+Z : annuler et rétablir une modification du graphique
    Ctrl+Page suivante, Ctrl+Page précédente : vote suivant, vote précédent
    Ctrl+R : revoir l’appel nominal (flèches : pas à pas, Espace : lire)
    Ctrl+W : fermer le vote
    Flèches : aller d’un siège à l’autre
    Entrée : épingler le siège
    Échap : désépingler
    1, 2, 3, Entrée, U : répondre à ce qu’un fichier ne dit pas, ou le laisser ouvert
    Ctrl+L : faire l’appel nominal
    Pendant l’appel : une touche par réponse, comme sur les boutons ; flèches pour avancer, / pour chercher un nom, Ctrl+Z annule, F2 rectifie, F3 à F9 comme sous la page
dialog-csv = Fichiers de scrutin public
dialog-svg = SVG, pour l’impression et la retouche
dialog-png = PNG, pour l’écran

# While the rest of a large file is read
status-beside = lu selon {$files}
status-reading-on = Lecture de la suite de {$file} : {$percent} %
reading-stopped = {$file} n’a pas été lu jusqu’au bout. La liste n’en montre que le début.
button-stop = Arrêter

# Dossiers, dates des votes, lecture du fichier
error-beyond-folder = {$file} : {$megabytes} Mo d’un dossier sont lus, et ce fichier est au-delà. Ouvrez-le seul.
error-too-many-files = {$file} : le dossier contient plus de {$count} fichiers et dossiers ; les suivants n’ont pas été examinés. Ouvrez-en une partie.
error-long-line = {$file} : la ligne {$line} dépasse {$megabytes} Mo, ce qu’aucune ligne de tableau ne fait. Vérifiez que les lignes se terminent où il faut.
error-too-many-rows = {$file} compte plus de {$count} lignes ou trop de cellules, plus que la mémoire n’en contient. Ouvrez-en une partie : une session ou une année.
error-too-large = {$file} dépasse {$megabytes} Mo, plus que ce qui est lu en mémoire. Ouvrez-en une partie : une session ou une année.
votes-margin = Écart
votes-any-margin = Tout écart
votes-within-1 = À 1 % près
votes-within-5 = À 5 % près
votes-within-10 = À 10 % près
votes-within-25 = À 25 % près
votes-from = À partir du
votes-to = Jusqu’au
votes-date-forms = 2024-03-31, 2024-03 ou 2024
votes-no-date = « {$text} » n’est pas une date. Écrivez 2024-03-31, 2024-03 ou 2024.
votes-from-after-to = Le premier jour vient après le dernier.
problems-export = Exporter les problèmes…
problems-file = problemes
dialog-problems = CSV, pour tableurs
mapping-new-option = L’option « {$word} »

## Les fichiers et la page web
error-image-too-large = L’image aurait {$width} × {$height} pixels, et aucun côté ne peut en avoir plus de {$most}. Choisissez --scale ou --dpi plus petit.
error-option-of-format = {$option} est sans effet sur un fichier .{$ending} ; cette option est pour {$formats}. Retirez-la, ou choisissez une autre extension.
error-number-range = « {$text} » n’est pas un nombre de {$least} à {$most}.
cli-rendered-page = {$file} : une page web
dialog-pdf = PDF, pour l’impression et les documents
dialog-webp = WebP, pour les pages web
dialog-html = Page web qui répond au pointeur et au clavier
page-find = Chercher un membre, un groupe, un lieu
page-colour = Couleur des sièges
page-colour-vote = Vote
page-colour-party = Groupe
page-dark = Sombre
page-result = Résultat
page-votes = Votes
page-table = { $n ->
    [one] {$n} siège en tableau
   *[other] Les {$n} sièges en tableau
}
page-column-place = Circonscription

## The graphic: its parts, styles and proofs
turnout-line = {$took} · {$turnout}
and-more-members = { $n ->
    [one] et {$n} autre membre
   *[other] et {$n} autres membres
}
proof-every-eye = pour tous les yeux
proof-protanopia = pour les yeux sans cônes du rouge
proof-deuteranopia = pour les yeux sans cônes du vert
proof-tritanopia = pour les yeux sans cônes du bleu
proof-grey = à l’impression en gris
warning-alike-colours = « {$first} » ({$firstcolour}) et « {$second} » ({$secondcolour}) se distinguent mal {$proof} : un écart de {$distance}, il en faut {$least}. Choisissez d’autres couleurs, ou mettez des signes ou des hachures sur les sièges.
error-no-such-style = Aucun style ne s’appelle « {$name} » : écrivez {$shipped}, ou le chemin d’un fichier de style en .toml.
error-style-key = {$file}, ligne {$line} : il n’y a pas de clé « {$key} ». Ce qui peut se trouver là : {$known}.
error-style-fault = {$file}, ligne {$line} : {$cause}.
error-style-size = {$file} : la taille {$name} = {$found} n’est pas entre 0.5 et 2.
error-no-font = Aucune police installée ne s’appelle « {$family} ». Installez-la, ou indiquez son fichier dans le style : regular = "NOM.ttf" sous [fonts].
error-no-font-near = Aucune police installée ne s’appelle « {$family} ». Il y a ici {$near}. Ou indiquez son fichier dans le style : regular = "NOM.ttf" sous [fonts].
error-not-a-font = {$file} n’est pas une police TrueType ou OpenType : indiquez un fichier .ttf ou .otf.
error-not-a-picture = {$file} n’est pas une image PNG, JPEG ou SVG.
cli-no-glyph = { $n ->
    [one] Aucune police n’a ce caractère, dessiné comme une case vide : {$characters}. Indiquez dans le style un fichier de police qui l’a, sous [fonts] : fallback = ["NOM.ttf"].
   *[other] Aucune police n’a ces {$n} caractères, dessinés comme des cases vides : {$characters}. Indiquez dans le style un fichier de police qui les a, sous [fonts] : fallback = ["NOM.ttf"].
}
description-parties = Le vote de chaque groupe : {$list}.
figures-party = parti
figures-short = nom court
figures-colour = couleur
figures-members = membres

## Règles
error-chambers = {$file} : les assemblées qu’il décrit ne sont pas utilisables : {$cause}
error-project-chambers = Un projet trouve les assemblées dans chambers.toml, à côté de ses votes : placez-y le fichier, sans --chambers.
error-chambers-unreadable = {$file} ne peut pas être lu : {$cause}
error-rule = « {$text} » n’est pas une règle. Écrivez un nom ({$names}), ou une règle comme : >1/2 of members tie fails quorum 1/3
verdict-no-quorum = Quorum non atteint
result-no-quorum = {$rule} : quorum de {$needed}, présents : {$present}
margin-over = {$n} de plus
margin-short = il en manque {$n}
margin-exact = tout juste assez
rule-named = {$name} ({$terms})
rule-more-than-half = plus de la moitié {$base}
rule-more-than-share = plus que {$share} {$base}
rule-at-least-share = au moins {$share} {$base}
rule-more-than-number = plus de {$n} voix
rule-at-least-number = au moins {$n} voix
rule-half = la moitié
rule-two-thirds = les deux tiers
rule-three-quarters = les trois quarts
rule-three-fifths = les trois cinquièmes
rule-of-for-against = des suffrages exprimés pour et contre
rule-of-cast = des votes émis
rule-of-present = des présents
rule-of-members = des membres
rule-of-seats = des sièges
rule-tie-fails = l’égalité vaut rejet
rule-tie-passes = l’égalité vaut adoption
rule-tie-chair = en cas d’égalité, la présidence tranche
rule-quorum = quorum : {$terms} des membres
rule-quorum-number = quorum : {$n} membres
result-and-switches = {$result} ; {$switches}
rule-quorum-majority = plus de la moitié
rule-ordinary = Majorité ordinaire
rule-an = Assemblée nationale, vote ordinaire
rule-an-censure = Assemblée nationale, motion de censure
rule-an-constitution = Congrès, révision de la Constitution
rule-us-house = Chambre des représentants (États-Unis), vote ordinaire
rule-us-house-override = Chambre des représentants (États-Unis), veto surmonté
rule-us-senate = Sénat des États-Unis, vote ordinaire
rule-us-senate-cloture = Sénat des États-Unis, clôture du débat
rule-us-senate-override = Sénat des États-Unis, veto surmonté
rule-bundestag = Bundestag, vote ordinaire
rule-bundestag-members = Bundestag, majorité des membres
rule-bundestag-constitution = Bundestag, révision de la Loi fondamentale
rule-commons = Chambre des communes
rule-ep = Parlement européen, vote ordinaire
rule-ep-members = Parlement européen, majorité des membres qui le composent
rule-council = Conseil local, Angleterre et pays de Galles
rule-council-fr = Conseil municipal, France
rule-class = Classe ou réunion
tab-majority = Majorité
majority-rule = Règle
majority-of-file = Celle du fichier
majority-own = Une autre règle
majority-source = Source : {$source}
majority-needed = Nécessaires
majority-got = Pour
majority-margin = Écart
majority-quorum = Quorum
majority-quorum-of = présents : {$present}, nécessaires : {$needed}
majority-switches = Voix qui l’inverseraient
majority-none = Un vote entre des options nommées n’a pas de règle.

## L’appel nominal
refusal-opened = L’appel est déjà ouvert.
refusal-no-member = Personne ne porte le numéro {$n} dans l’ordre d’appel.
refusal-answered = {$name} a déjà répondu : {$position}. Pour changer la réponse, corrigez-la avec un motif.
refusal-not-answered = {$name} n’a pas encore répondu : il n’y a rien à corriger. Enregistrez la réponse.
refusal-did-not-answer = {$name} n’a pas répondu à l’appel. En cas d’arrivée, notez-la : le nom sera appelé de nouveau.
refusal-chair = {$name} préside et ne vote pas. Confiez d’abord la présidence à quelqu’un d’autre.
refusal-not-absent = {$name} n’est pas noté absent, et sera appelé à son tour.
refusal-no-answer = Personne ne répond « {$position} ». Enregistrez for, against, abstain, present, not-voting, absent, excused ou paired.
refusal-same = La réponse de {$name} est déjà {$position}.
refusal-no-reason = Un changement demande un motif, conservé au procès-verbal.
refusal-no-name = Il manque un nom.
refusal-own-proxy = {$name} ne peut pas se donner délégation.
refusal-proxy-given = Quelqu’un vote déjà pour {$name}. Retirez d’abord cette délégation.
refusal-no-proxy = Personne ne vote pour {$name}.
refusal-proxy-limit = { $n ->
    [0] {$name} ne peut voter pour personne : cet appel n’admet pas de délégation.
    [one] {$name} vote déjà pour un autre membre, et ne peut en représenter davantage.
   *[other] {$name} vote déjà pour {$n} autres membres, et ne peut en représenter davantage.
}
refusal-proxy-of-proxy = {$name} a donné ou reçu une délégation : une délégation ne se transmet pas.
refusal-closed = Le vote est clos. Tant qu’il n’est pas signé, la clôture peut être annulée.
refusal-not-closed = Le vote n’est pas encore clos. Fermez-le d’abord.
refusal-signed = Le procès-verbal est signé et ne peut plus changer.
refusal-no-tie = Il n’y a pas d’égalité à départager.
refusal-nothing-to-undo = Il n’y a rien à annuler.
refusal-nothing-to-redo = Il n’y a rien à rétablir.
refusal-not-the-last = Seule la dernière étape peut être annulée : ligne {$n}.
refusal-depended-on = Une étape enregistrée depuis en dépend. Annulez d’abord celle-là.
damage-not-a-line = ce n’est pas une ligne de journal
damage-chain = sa somme de contrôle ne suit pas des lignes précédentes : une ligne a été changée, retirée ou ajoutée
damage-unknown = elle contient un événement que cette version d’Hemicycle ne connaît pas
damage-rule = « {$rule} » n’est pas une règle connue de cette version d’Hemicycle
damage-impossible = son événement n’a pas pu se produire à ce moment ({$cause})
journal-exists = {$file} existe déjà et n’est pas le journal de cet appel. Choisissez un autre nom.
journal-in-use = {$file} est écrit par un autre programme. Fermez-le, ou choisissez un autre journal.
journal-read-only = {$file} ne peut pas être écrit : le fichier, son dossier ou le disque est en lecture seule. Rien n’a été enregistré ; choisissez un autre emplacement pour le journal, et l’appel y continue.
journal-full = {$file} ne peut pas être écrit : le disque est plein. Rien n’a été enregistré ; libérez de l’espace et réessayez, ou choisissez un autre emplacement pour le journal, et l’appel y continue.
journal-failed = {$file} ne peut pas être écrit : {$cause}. Rien n’a été enregistré ; réessayez, ou choisissez un autre emplacement pour le journal, et l’appel y continue.
journal-not-one = {$file} n’est pas le journal d’un appel nominal.
journal-unopened = {$file} ne contient aucune ligne complète : l’appel n’a jamais commencé. Recommencez-le.
journal-damaged = {$file} est endommagé à la ligne {$line} : {$damage}. Les lignes précédentes sont intactes. Rien n’a été modifié ; gardez le fichier, et continuez à partir d’une copie ou d’un nouveau journal.
journal-not-the-same = {$file} ne rend pas ce qui y a été écrit. Rien n’a été enregistré ; choisissez un autre disque.
problem-torn-line = La dernière ligne du journal n’a pas été écrite jusqu’au bout ; elle n’a jamais été confirmée
problem-damaged-line = Le journal est endommagé à partir de cette ligne : {$found}
role-call-time = heure de la réponse
record-resumed = { $left ->
    [0] L’appel reprend après la ligne {$lines} ; tout le monde a été appelé.
    [one] L’appel reprend après la ligne {$lines} ; une réponse est encore attendue.
   *[other] L’appel reprend après la ligne {$lines} ; {$left} réponses sont encore attendues.
}
record-other-roster = {$journal} est le journal d’un appel dont les membres ne sont pas ceux de {$roster}. Choisissez un autre journal, ou la liste avec laquelle il a commencé.
record-recovered = La ligne {$line} du journal n’a pas été écrite jusqu’au bout et n’a jamais été confirmée. Elle est conservée dans {$file} ; enregistrez-la de nouveau.
record-line-break = Il manquait à la ligne {$line} du journal son saut de ligne, qui a été ajouté. Rien ne manque.
record-stdin = l’entrée standard
record-next = {$name} ({$n} ; reste {$left}) :
record-all-called = Tout le monde a été appelé. Écrivez !close pour clore le vote :
record-certain = {$verdict} : acquis depuis la ligne {$line}, {$time}
record-open = { $n ->
    [0] Le vote n’est pas clos ; tout le monde a été appelé.
    [one] Le vote n’est pas clos ; une réponse est encore attendue.
   *[other] Le vote n’est pas clos ; {$n} réponses sont encore attendues.
}
line-nobody-next = Il ne reste personne à appeler. Écrivez !close pour clore le vote, ou le nom, une tabulation et la réponse.
line-no-member = Personne sur la liste ne s’appelle « {$text} ». Écrivez le nom comme sur la liste, ou le numéro dans l’ordre d’appel.
line-several-members = Plusieurs membres s’appellent « {$text} » : écrivez plutôt le numéro ({$names}).
line-no-word = « {$text} » n’est pas une réponse. Écrivez pour, contre, abstention, présent, absent, excusé, ou - sans réponse.
line-no-command = « !{$text} » n’est pas une commande, ou il en manque des parties, séparées par des tabulations. Il y a : !undo, !redo, !correct QUI RÉPONSE MOTIF, !arrived QUI, !joined NOM GROUPE, !replaced QUI NOM MOTIF, !proxy DE À, !proxy-withdrawn DE, !presiding QUI, !second QUI RÉPONSE, !casting RÉPONSE, !close, !sign NOM FONCTION, !move FICHIER.
verify-intact = intact, {$lines} lignes
verify-torn = la ligne {$line} n’a pas été écrite jusqu’au bout et n’a jamais été confirmée ; elle sera retirée à la reprise de l’appel
verify-damaged = endommagé à la ligne {$line} : {$damage}. Les lignes précédentes sont intactes.
verify-other-chain = ses {$lines} lignes sont intactes, et leur somme de contrôle n’est pas celle donnée : des lignes manquent à la fin, ou ont été ajoutées
verify-chain = somme de contrôle de la dernière ligne intacte : {$chain}
minutes-title = PROCÈS-VERBAL D’UN APPEL NOMINAL
minutes-fact = {$label} : {$value}
minutes-opened = Ouverture
minutes-answers = Première et dernière réponse
minutes-closed = Clôture
minutes-order = Ordre d’appel
minutes-chair = Présidence
minutes-rule = Règle
minutes-result = Résultat
minutes-casting = Voix prépondérante de la présidence
minutes-certain = {$verdict} : acquis depuis {$time} (ligne {$line})
minutes-correction = {$time} : {$name}, corrigé de {$from} en {$to} : {$reason} (ligne {$line})
minutes-replacement = {$time} : {$name} a siégé à la place de {$before} : {$reason} (ligne {$line})
minutes-proxy = {$from} a voté par délégation, par la voix de {$to}
minutes-undone = Lignes annulées
minutes-differences = Réponses entendues différemment par les deux secrétaires
minutes-signed = Signé : {$name}, {$office}, {$time}
minutes-chain = Journal : {$lines} lignes, somme de contrôle de la dernière {$chain}

# Playing a vote back in the window
replay-title = Revoir l’appel nominal
replay-play = Lire
replay-pause = Pause
replay-called = ordre d’appel
replay-name = alphabétique
replay-party = par groupe
replay-row = par rang
replay-speed = vitesse {$n}×
replay-loop = Recommencer à la fin
replay-rail = Avancement de l’appel
replay-so-far = {$figures} à ce stade
replay-so-far-certain = {$figures}, acquis
replay-certain = {$verdict} : acquis après {$n}

# Plusieurs votes dessinés d’un coup
cli-batch-progress = votes : {$done} sur {$total}
cli-batch-fault = vote {$place} ({$file}) : {$cause}
cli-batch-done = { $written ->
    [one] {$written} image écrite
   *[other] {$written} images écrites
} dans {$folder}, {$kept} laissées telles quelles, { $faults ->
    [0] aucune erreur
    [one] un vote n’a pas pu être dessiné
   *[other] {$faults} votes n’ont pas pu être dessinés
}
error-batch-pattern = {$file} serait le même fichier pour chaque vote. Écrivez {"{id}"} une fois dans le nom du fichier, par exemple -o "out/{"{id}"}.svg"

# Le presse-papiers
menu-copy-picture = Copier l’image
menu-copy-svg = Copier en SVG
copied = L’image est dans le presse-papiers

# Projets et clés de style isolées
error-setting = « {$text} » n’est pas une clé suivie d’une valeur. Écrivez CLÉ=VALEUR avec une clé des fichiers de style, par exemple palette.for=#103050 ou credit=Exemple.
error-no-output = Indiquez où dessiner le graphique avec -o, par exemple -o vote.svg. La terminaison choisit le format.
error-project-ending = {$file} : le nom d’un projet doit se terminer par .hemicycle.
error-project-fault = {$file}, ligne {$line} : {$cause}.
error-project-later = {$file} a été écrit par une version plus récente d’Hemicycle (forme {$found}). Ouvrez-le avec celle-ci.
error-project-data = {$file} porte sur {$data}, qui est introuvable. Remettez ce fichier en place, ou écrivez son emplacement dans le projet : file = sous [data].
error-project-no-file = Ces votes ne viennent d’aucun fichier qu’un projet pourrait nommer. Enregistrez-les dans un fichier et ouvrez-le.
project-changed = {$file} n’est plus tel qu’il était lors de l’enregistrement de {$project} : le dessin montre ce qu’il contient maintenant.
project-gone = {$file}, dont {$project} a été fait, est introuvable.
cli-project-saved = {$file} : un projet

# Le projet, la ligne de commande et l’aspect du graphique dans la fenêtre
menu-save-project = Enregistrer le projet
menu-save-project-as = Enregistrer le projet sous…
menu-copy-command = Copier comme ligne de commande
command-copied = La commande qui dessine ce graphique est dans le presse-papiers
command-no-file = Ces votes ne viennent d’aucun fichier qu’une commande pourrait nommer. Enregistrez-les dans un fichier et ouvrez-le.
command-no-mapping = La lecture du fichier a été modifiée ici, et une commande ne trouve que ce qui est conservé. Choisissez « Garder pour le prochain fichier » sur la page de lecture du fichier, puis copiez de nouveau.
dialog-project = Projets d’Hemicycle
dialog-style = Fichiers de style
dialog-logo = Images : SVG, PNG, JPEG
dialog-font = Polices : TrueType, OpenType
page-chamber = Hémicycle
page-style = Style
look-undo = Annuler
look-redo = Rétablir
look-open-style = Ouvrir un style…
look-save-style = Enregistrer ce style…
look-template = Modèle
look-transparent = Sans fond propre
look-language = Langue du graphique
look-language-usual = Par défaut : {$language}
look-headline = Titre
look-subtitle = Ligne sous le titre
look-source = Source
look-credit = Crédit
look-parts = Éléments, de haut en bas
look-style = Charte graphique
look-colours = Couleurs
look-proof = Vu par
look-seats = Sièges et décompte
look-fill = Intérieur du siège
look-ring = Anneau autour
look-glyphs = Une coche, une croix ou un tiret sur les sièges
look-patterns = Des hachures sur les sièges et les barres
look-tally-order = Le décompte commence par
look-dash = Entre les chiffres
look-parties = Groupes
look-party-name = Nom court : {$party}
look-logo = Logo
look-choose-logo = Choisir…
look-no-logo = Retirer
look-font = Police
font-open = Depuis un fichier…
preset-article = Article, 1200 px de large
preset-square = Carte carrée
preset-portrait = Carte verticale
preset-slide = Diapositive, 16:9
preset-column = Colonne de journal, 85 mm
preset-page = Page, A4
preset-overlay = Incrustation sans fond
part-headline = Titre
part-subtitle = Ligne sous le titre
part-tally = Décompte
part-rule = Règle
part-turnout = Participation
part-chamber = Hémicycle
part-legend = Légende
part-parties = Barres des groupes
part-rebels = Dissidents
part-source = Source
part-credit = Crédit
part-logo = Logo
part-up = Monter : {$part}
part-down = Descendre : {$part}
style-default = Ordinaire
style-dark = Sombre
style-print = Impression, aussi en gris
style-high-contrast = Contraste élevé
style-green-red = Vert et rouge
style-blue-orange = Bleu et orange
style-own = Style propre
style-changed = {$style}, modifié
colour-ground = Fond
colour-ink = Texte
proof-plain = Tous les yeux
proof-no-red = Des yeux sans cônes pour le rouge
proof-no-green = Des yeux sans cônes pour le vert
proof-no-blue = Des yeux sans cônes pour le bleu
proof-in-grey = L’impression en gris
seats-by-vote = Vote
seats-by-party = Groupe
seats-no-ring = Aucun
tally-larger = Le plus grand chiffre
tally-for-first = Les pour
preview-name = Le graphique tel qu’il sera exporté
preview-size = {$width} × {$height}
preview-drawing = Dessin en cours…
line-rule = Autant que la règle en exige : {$n}

# L’appel nominal
menu-call = Faire l’appel nominal…
menu-resume = Reprendre un appel nominal…
dialog-journal = Journaux d’appels nominaux
calling-title = Faire l’appel nominal
calling-text = Les membres sont appelés par leur nom, une touche enregistre chaque réponse, et chaque réponse est sur le disque avant d’être affichée comme enregistrée.
calling-go-on = Reprendre « {$title} » : {$n} réponses sur {$members}
calling-roster = Qui est appelé
calling-from-file = D’un fichier…
calling-from-vote = Le scrutin ouvert
calling-from-text = Saisis ou collés
calling-names = Noms
calling-names-hint = Un nom par ligne. Le groupe peut suivre un point-virgule ou une tabulation : Ida Quill; Alouettes
calling-members = { $n ->
    [0] Personne encore
    [one] {$n} membre
   *[other] {$n} membres
}
calling-members-groups = { $n ->
    [one] {$n} membre
   *[other] {$n} membres
} dans { $groups ->
    [one] un groupe
   *[other] {$groups} groupes
}
calling-order = Ordre d’appel
calling-order-group = Par groupe, puis par nom
calling-order-drawn = Par nom, à partir d’une lettre tirée au sort
calling-order-name = Par nom
calling-order-seat = Par numéro de siège
calling-order-file = Dans l’ordre de la liste
calling-letter = Première lettre
calling-draw = Tirer au sort
calling-question = Ce qui est mis aux voix
calling-question-title = Question
calling-question-chamber = Assemblée
calling-question-number = Numéro
calling-conduct = Procédure
calling-proxies = Délégations de vote par membre
calling-chair-votes = La présidence de séance est appelée aussi
calling-calls-twice = Ceux qui ne répondent pas sont rappelés une fois
calling-keys = Touches
calling-key-of = Touche pour {$answer}
calling-keys-alike = Chaque réponse a besoin d’une touche à elle : une lettre ou un chiffre.
calling-journal = Journal
calling-journal-text = Un nouveau fichier auquel chaque réponse s’ajoute et dont rien n’est jamais effacé. Un disque de cet ordinateur est plus sûr qu’un disque du réseau.
calling-choose = Choisir…
calling-start = Commencer l’appel
calling-resume = Reprendre un journal…
calling-no-members = Il n’y a personne à appeler. Choisissez un fichier de membres, ou collez leurs noms.
calling-no-letter = Tirez la première lettre au sort, ou saisissez-la.
calling-no-journal = Choisissez où placer le journal.
calling-first-call = Premier appel · {$n} sur {$members}
calling-second-call = Second appel · reste {$n}
calling-second-clerk = Compte du second secrétaire
calling-through = Tout le monde a été appelé
calling-closed = Le scrutin est clos
calling-for = Pour
calling-against = Contre
calling-abstain = Abstention
calling-present = Présent
calling-no-answer = Sans réponse
calling-number = numéro {$n}
calling-weight = {$n} voix
calling-spoken-by = {$name} porte cette voix
calling-speaks-for = Vote aussi pour {$names}
calling-has-answered = A déjà répondu : {$answer}. Une touche rectifie.
calling-then = Puis {$names}
calling-all-called = Tout le monde a été appelé.
calling-all-counted = Le second compte est complet.
calling-chamber = L’hémicycle : {$n} sièges. Un clic appelle la personne assise là.
calling-left = { $n ->
    [0] Plus personne à appeler
    [one] Reste {$n} sur {$members}
   *[other] Restent {$n} sur {$members}
}
calling-silent = { $n ->
    [one] {$n} membre n’a pas répondu et sera rappelé
   *[other] {$n} membres n’ont pas répondu et seront rappelés
}
calling-needed = {$needed} nécessaires à ce stade, {$got} pour
calling-quorum-met = Quorum de {$needed} atteint : {$present} présents
calling-quorum-open = Quorum de {$needed} pas encore atteint : {$present} présents
calling-uncertain = Le résultat est ouvert
calling-certain-since = {$verdict} : acquis depuis {$time}
calling-certain = acquis depuis {$time} : aucune réponse à venir ne peut plus rien y changer
calling-no-answers = Les réponses apparaissent ici, la plus récente en tête.
calling-writing = en cours d’écriture…
calling-waiting = pas sur le disque
calling-stuck = Elles attendent ici dans l’ordre, et sont écrites dès que le disque les prend ou que le journal est déplacé. L’appel continue.
calling-corrected = {$answer}, rectifié
calling-correct-hint = Rectifier cette réponse
calling-said = {$name} : {$answer}.
calling-said-next = {$said} Ensuite : {$next}.
calling-second-text = Seul ce que ce secrétaire entend est affiché et compté ici. Comparez les deux comptes à la fin.
calling-find = Chercher
calling-undo = Annuler
calling-redo = Rétablir
calling-correct = Rectifier
calling-member = Membre
calling-newcomer = Nouveau venu
calling-second-count = Second compte
calling-first-count = Revenir au registre
calling-differences = Comparer les comptes
calling-move = Déplacer le journal
calling-close = Clore le scrutin
calling-large = Grands caractères
calling-contrast = Contraste
calling-speak = Dire chaque réponse
calling-leave = Quitter
calling-not-on-disk = { $n ->
    [0] Le disque ne prend rien
    [one] {$n} réponse n’est pas sur le disque
   *[other] {$n} réponses ne sont pas sur le disque
}
calling-retry = Réessayer
calling-moved = Le journal continue dans {$file}.
calling-find-title = Appeler quelqu’un hors de son tour
calling-find-hint = Début d’un nom
calling-more = et {$n} de plus
calling-correct-title = {$name} : {$answer}. Quelle est la bonne réponse ?
calling-correct-text = La première réponse et le motif restent au registre.
calling-correct-do = Rectifier la réponse
calling-reason = Motif
calling-num-differences = { $n ->
    [0] Les deux comptes concordent
    [one] {$n} réponse a été entendue différemment
   *[other] {$n} réponses ont été entendues différemment
}
calling-no-second = Il n’y a pas encore de second compte. F6 donne les touches au second secrétaire.
calling-difference = {$name} : au registre {$first}, second secrétaire {$second}
calling-close-title = Clore le scrutin ?
calling-close-text = { $n ->
    [0] Tout le monde a été appelé.
    [one] {$n} membre n’a pas répondu et sera noté comme n’ayant pas pris part au vote.
   *[other] {$n} membres n’ont pas répondu et seront notés comme n’ayant pas pris part au vote.
} Tant que le registre n’est pas signé, la clôture peut être annulée.
calling-close-do = Clore le scrutin
calling-move-title = Déplacer le journal
calling-move-text = Chaque ligne y est copiée, relue et comparée ; puis l’appel continue dans le nouveau fichier. L’ancien reste tel quel.
calling-move-do = Déplacer le journal
calling-abandon-text = Si vous quittez maintenant, ces réponses sont perdues. Déplacez le journal sur un autre disque, et elles y seront écrites.
calling-abandon = Fermer sans elles
calling-arrived = Arrive en retard : rappeler
calling-presides = Prend la présidence
calling-leaves-chair = Quitte la présidence
calling-replace = Est remplacé par…
calling-replace-title = Qui remplace {$name} ?
calling-replace-do = Remplacer
calling-new-name = Nom
calling-group = Groupe
calling-proxy = Donne délégation à…
calling-proxy-title = Qui vote pour {$name} ?
calling-proxy-withdrawn = Retire sa délégation
calling-call-now = Appeler maintenant
calling-newcomer-title = Qui est arrivé sans être sur la liste ?
calling-newcomer-do = Ajouter à la liste
calling-chair-voted = La présidence a voté : {$answer}
calling-casting = Égalité : la présidence vote
calling-signatures = Signatures
calling-signed = {$name}, {$office}, {$time}
calling-officer = Nom de la personne qui signe
calling-office = Fonction
calling-sign = Signer
calling-sign-text = Une fois signé, le registre ne peut plus être modifié.
calling-file = Archiver l’appel
calling-save-all = Tout enregistrer à côté du journal
calling-open-vote = Ouvrir comme scrutin
calling-save-csv = CSV…
calling-save-minutes = Procès-verbal…
calling-save-paper = Procès-verbal en PDF…
calling-save-graphic = Graphique…
calling-more-tools = Autres
calling-status = Journal {$file} · { $n ->
    [one] {$n} ligne
   *[other] {$n} lignes
} sur le disque{ $waiting ->
    [0] {""}
   *[other] , {$waiting} en attente
}

# The replay as a film and in the web page
replay-frame = {$n} sur {$all}
replay-frame-certain = {$verdict}, quoi qu’il reste à venir · {$n} sur {$all}
replay-closeness = les plus divisés à la fin
film-cancelled = Le film a été arrêté
error-no-ffmpeg = Il manque ffmpeg, qui produit les MP4 : installez-le (sous Debian : apt install ffmpeg), ou choisissez un nom en .gif, .webp ou .png
error-ffmpeg = ffmpeg n’a pas produit le film : {$cause}
cli-filmed = {$file} écrit : {$width} × {$height} pixels, {$frames} images, {$seconds} s
error-film-format = Format de {$file} inconnu : le nom d’un film finit par .gif, .png, .webp ou .mp4
error-reveal-called = Ce vote n’a pas d’ordre d’appel : choisissez --reveal name, party, row ou closeness
film-progress = tournage {$percent} %
replay-untold = Le résultat est dévoilé à la fin de la relecture.
film-button = Film…
film-hint = Enregistrer la relecture en image animée ou en vidéo
dialog-gif = GIF animé
dialog-apng = PNG animé
dialog-mp4 = Vidéo (MP4, nécessite ffmpeg)
replay-order = Ordre
replay-pace = Vitesse

# Minutes on paper
minutes-title-case = Procès-verbal d’un appel nominal
minutes-by-group = Votes par groupe
minutes-changes = Rectifications et changements
minutes-signatures = Signatures
minutes-check = Comment vérifier ce procès-verbal
minutes-verify = Quiconque détient le journal le confronte à ce procès-verbal par cette commande, qui dit si une seule ligne a été modifiée :
minutes-unsigned = Aucun responsable n’a signé.
minutes-not-closed = Le scrutin n’est pas clos : ce procès-verbal n’est pas définitif.
page-number = {$n} sur {$all}
error-minutes-format = Format de {$file} inconnu : le nom d’un procès-verbal finit par .pdf ou .txt
minutes-damaged = Pas de procès-verbal de {$file} : {$damage}
minutes-empty = Pas de procès-verbal de {$file} : même sa première ligne n’est pas entière

# La classe
error-no-pupils = Personne ne siège : écrivez les noms des élèves, un par ligne
error-same-pupil = Deux élèves s’appellent {$name} : ajoutez une initiale à l’un d’eux, pour que la personne appelée se reconnaisse
error-few-seats = Il y a plus d’élèves ({$pupils}) que de sièges ({$seats}) : prenez plus de sièges ou n’indiquez pas la taille
error-no-parties = Aucun parti n’a de part des sièges : donnez à l’un d’eux une part supérieure à 0
mock-robins = Les Rouges-gorges
mock-robins-short = Rouges-gorges
mock-larks = Les Alouettes
mock-larks-short = Alouettes
mock-wrens = Les Troglodytes
mock-wrens-short = Troglodytes
mock-herons = Les Hérons
mock-herons-short = Hérons
mock-owls = Les Chouettes
mock-owls-short = Chouettes
mock-jays = Les Geais
mock-jays-short = Geais
roles-title = Rôles : {$question}
card-seat = Siège {$n}
card-position = Mon parti veut :
card-open = À l’appel de ton nom, dis à voix haute : pour, contre ou abstention. Ton vote t’appartient.
card-secret = Écris pour ou contre sur ton bulletin, ou laisse-le blanc, et plie-le. N’écris pas de nom.
guesses-title = Que donnera le vote ?
guesses-group = Groupe
guesses-how = Écrivez ce que votre groupe attend avant que quiconque ne vote. Le groupe le plus proche gagne : additionnez vos écarts pour, contre et en abstentions. Les groupes aussi proches gagnent ensemble.
guess-won = { $n ->
    [one] Le plus proche : {$groups}
   *[other] Aussi proches les uns que les autres, gagnants ensemble : {$groups}
}
guess-line = {$rank}. {$group} : {$guess}, écart {$distance}
class-menu = Un parlement en classe…
class-title = Un parlement en classe
class-text = Les sièges vont aux partis selon leurs parts et sont tirés au sort. Imprimez les cartes, faites l’appel, et voyez qui avait deviné.
class-close = Fermer
class-question = La question
class-pupils = Élèves, un par ligne
class-parties = Partis
class-vacant = Sièges vacants
class-secret = Scrutin secret
class-secret-text = Un appel nominal garde chaque nom avec sa réponse. Pour un scrutin secret, comptez des bulletins et n’écrivez que les nombres.
class-seats = Qui siège où
class-draw = Nouveau tirage
class-call = Appeler la classe…
class-save = Enregistrer liste et cartes…
class-save-hint = roster.csv pour faire l’appel, et roles.pdf avec les cartes à découper
class-guess-text = Pour, contre et abstentions, par exemple 14-9-2, écrits avant le vote.
class-guess-fault = Écrivez deux ou trois nombres séparés par des tirets, et le nom du groupe
class-group-n = Nom du groupe {$n}
class-guess-n = Pronostic du groupe {$n}
class-more = Un groupe de plus
class-reveal = Révéler
class-no-vote = Ouvrez le vote qui était à deviner pour révéler qui était le plus proche.
class-back = Retour
class-papers = Ouvrir comme vote
class-papers-file = scrutin-secret.csv

## Fonts of other scripts
cli-system-font = { $n ->
    [one] Un caractère est dessiné dans une police de cet ordinateur ({$families}) et peut être différent sur un autre : {$characters}. Pour le dessiner partout de la même façon, indiquez le fichier de la police dans le style, sous [fonts] : fallback = ["NOM.ttf"].
   *[other] {$n} caractères sont dessinés dans des polices de cet ordinateur ({$families}) et peuvent être différents sur un autre : {$characters}. Pour les dessiner partout de la même façon, indiquez le fichier de la police dans le style, sous [fonts] : fallback = ["NOM.ttf"].
}
# Sons de la page d’appel, partis et tirage de la page d’une classe
class-own-parties = Nos propres partis
class-party-more = Un parti de plus
class-party-short = Abrégé
class-party-short-n = Nom abrégé du parti {$n}
class-party-name = Nom du parti
class-party-name-n = Nom du parti {$n}
class-party-colour-n = Couleur du parti {$n}
class-party-share = Sièges
class-party-share-n = Sièges du parti {$n}
class-party-share-hint = Des sièges, ou une part dans n’importe quelle unité : ils sont répartis en proportion des élèves présents.
class-party-remove-n = Retirer le parti {$n}
class-seed = Numéro du tirage
class-seed-hint = Le même numéro tire les mêmes sièges : une carte perdue peut être imprimée de nouveau.
error-nameless-party = Le parti {$n} n’a pas de nom. Donnez-lui-en un, ou retirez-le.
error-same-party = Deux partis s’appellent {$name}. Donnez un nom à chacun.
calling-disk-silent = Le disque ne répond pas depuis {$n} secondes. L’appel continue ; les réponses attendent dans l’ordre qu’il réponde.
calling-tones = Un son pour chaque réponse
calling-tones-on = Chaque réponse donne un son une fois sur le disque. F5 les coupe.
calling-tones-off = Les sons sont coupés.
calling-tones-silent = Aucun son ne peut être entendu : {$cause}. L’appel continue sans ; la prochaine réponse essaiera de nouveau.

# Le graphique glissé hors de la fenêtre.
drag-handle = Le graphique, à glisser vers un autre programme
drag-hint = Glissez ceci vers un autre programme ou un dossier : le graphique en PNG, en SVG avec Maj. Au clavier : copier, exporter.
drag-carried = {$file} : lâchez au-dessus d’une fenêtre ou d’un dossier qui accepte les fichiers. Échap annule.
drag-taken = {$file} a été pris
drag-taken-by = {$file} a été pris par « {$window} »
drag-not-taken = {$file} n’a pas été déposé : rien à cet endroit n’accepte les fichiers. Ctrl+E l’exporte.
drag-unanswered = {$file} a été déposé, sans réponse quant à sa réception
drag-unanswered-by = {$file} a été déposé sur « {$window} », qui n’a pas dit s’il l’avait pris
error-drag = Le graphique ne peut pas être glissé hors de la fenêtre : {$cause}. Exportez-le (Ctrl+E) ou copiez-le (Ctrl+Maj+C).
error-drag-no-file = Le fichier à glisser n’a pas pu être créé. Exportez plutôt le graphique (Ctrl+E).

# Les dialogues du système.
title-open = Ouvrir un scrutin
title-plan = Ouvrir un plan de salle
title-export = Exporter le graphique
title-problems = Exporter les problèmes
title-film = Exporter la relecture
title-lesson = Dossier pour la liste et les cartes
title-style = Ouvrir un style
title-save-style = Enregistrer le style
title-logo = Choisir un logo
title-font = Choisir une police
title-project = Enregistrer le projet
title-roster = Ouvrir une liste des membres
title-resume = Reprendre un journal
title-journal = Emplacement du journal
title-move = Déplacer le journal
title-document = Enregistrer le document
dialog-all = Tous les fichiers
dialog-text = Texte
dialog-by-ending = Selon la fin du nom : {$endings}
error-file-there = {$file} existe déjà et n’a pas été modifié. Choisissez-le dans le dialogue pour le remplacer, ou donnez un autre nom.
error-no-dialog = Ce système n’a pas de dialogue pour choisir un fichier : aucun portail de bureau n’a répondu, et zenity ne fonctionne pas ({$cause}). Installez xdg-desktop-portal et xdg-desktop-portal-gtk, ou zenity. D’ici là, déposez un fichier sur la fenêtre pour l’ouvrir, copiez le graphique (Ctrl+Maj+C) ou écrivez-le par « hemicycle render ».
error-many-dropped = {$n} fichiers ont été déposés à la fois, et aucun n’a été ouvert. Déposez l’un d’eux : les tables voisines qui s’y rapportent sont trouvées. Ou déposez leur dossier, qui s’ouvre comme une seule archive.

## A chamber without a vote
sample-parliament = Un parlement sans vote
sample-parliament-text = Des partis inventés et leurs sièges : choisissez ceux d’une coalition
error-convert-composition = {$file} ne contient aucun vote à écrire en Popolo : c’est une assemblée sans vote. Écrivez ses sièges en CSV, avec -o NOM.csv.
shape-composition = une assemblée sans vote : sièges par parti
coalition-heading = Sièges par groupe
coalition-clear = Aucun
coalition-chosen = { $n ->
    [one] {$n} groupe choisi
   *[other] {$n} groupes choisis
}
error-coalition-of-vote = --coalition additionne les sièges d’une assemblée sans vote, et ce fichier contient un vote. Retirez cette option.
role-seats = nombre de sièges
problem-bad-seats = « {$found} » n’est pas un nombre de sièges
problem-seats-differ = Les sièges des partis ne font pas le total que donne le fichier : {$found}
error-replay-composition = {$file} ne contient aucun vote à rejouer : c’est une assemblée sans vote. Dessinez-la avec hemicycle render.
party-seats = Sièges par parti
seat-title-composition = {$name}, {$party}
unnamed-seat = Siège {$n}
position-seat = Sièges
majority-of-seats = Majorité : {$majority} sièges sur {$seats}
coalition-majority = Majorité : {$n} sièges sur {$seats}, pour {$majority} requis, soit {$difference} de plus
coalition-short = Pas de majorité : {$n} sièges sur {$seats}, pour {$majority} requis, il en manque {$difference}
description-composition = {$title}. Un graphique de {$seats} sièges, à la couleur des partis. Sièges par parti : {$list}. {$majority}.

# Ce qu’un fichier ne dit pas, demandé
votes-unsettled = Résultat ouvert
key-enter = Entrée
key-escape = Échap
ask-no-export = {$file} ne dit pas ce que {$n ->
    [one] signifie
   *[other] signifient
} {$words}, et le résultat de ce vote en dépend : rien n’en est exporté pour l’instant. Dites-le sous Fichier, Comment le fichier est lu…
ask-no-export-columns = {$file} ne dit pas laquelle de ses colonnes est le vote : {$columns}. Rien n’en sort encore de la fenêtre. Indiquez-la sous Fichier, Comment le fichier est lu…
ask-column-open = la colonne des votes n’est pas encore choisie
ask-column-chosen = la colonne des votes est choisie
ask-title-columns = Quelle colonne est le vote ?
ask-text-columns = Autant d’indices dans {$file} désignent chacune de ces colonnes : {$columns}. Elles ne disent pas la même chose : le résultat peut dépendre de la réponse.
ask-title-shape = Les lignes sont-elles des membres ou des scrutins ?
ask-text-shape = Autant d’indices dans {$file} désignent l’un et l’autre, et le résultat dépend de la réponse.
ask-if-column = Si le vote est dans « {$column} »
ask-if-transposed = Si chaque ligne est un scrutin
ask-if-wide = Si chaque ligne est un membre
ask-nothing-opened = rien n’est encore ouvert
ask-rows = { $n ->
    [one] {$n} ligne
   *[other] {$n} lignes
}
ask-columns = { $n ->
    [one] {$n} colonne
   *[other] {$n} colonnes
}
ask-open-words = { $n ->
    [0] chaque code a un sens
    [one] {$n} code n’a pas encore de sens
   *[other] {$n} codes n’ont pas encore de sens
}
ask-list = {$list} et {$last}
ask-list-more = {$list} et {$n} de plus
ask-title = { $n ->
    [one] Que signifie {$words} ?
   *[other] Que signifient {$words} ?
}
ask-text = Rien dans {$file} ne dit ce que { $n ->
    [one] cela veut
   *[other] ces codes veulent
} dire, et { $votes ->
    [one] le résultat d’un vote en dépend
   *[other] les résultats de {$votes} votes en dépendent
}. Hemicycle demande donc au lieu de deviner.
ask-step-columns = Colonnes
ask-columns-about = { $n ->
    [one] {$n} colonne
   *[other] {$n} colonnes
} : { $parties ->
    [0] pas de groupe
    [one] {$parties} de groupes
   *[other] {$parties} de groupes
}, { $votes ->
    [0] pas de vote
   *[other] {$votes} de votes
}, { $names ->
    [0] pas de nom
   *[other] {$names} de noms
}
ask-more-columns = {$n} de plus
ask-step-codes = Codes
ask-shown-for = montrés pour
ask-holds-for = {" "}; le sens vaut pour les {$n} votes
ask-column-code = Code
ask-column-here = Ce vote
ask-column-all = Les {$n} votes
ask-column-means = Signifie
ask-choose = Choisir…
ask-means = Ce que {$word} signifie
ask-of = {$n} sur {$all}
ask-code-sentence = {$word} : {$here} dans ce vote, {$all} en tout, {$share}
ask-known = Déjà connus : {$list}
ask-step-cards = { $n ->
    [one] Une lecture possible
    [2] Deux lectures possibles
   *[other] Trois lectures possibles
}
ask-press = { $n ->
    [one] touche 1
    [2] touches 1 et 2
   *[other] touches 1, 2 et 3
}
ask-if = Si {$list}
ask-outcome-by = {$word} de {$n} voix
ask-no-outcome = Résultat ouvert
ask-speaks-for = Pour cette lecture
ask-speaks-against = Contre cette lecture
ask-fact-larger = { $votes ->
    [one] {$word} est le plus grand camp : le plus souvent, une assemblée adopte
   *[other] {$word} est le plus grand camp dans {$n} votes sur {$votes} : le plus souvent, une assemblée adopte
}
ask-fact-larger-for = { $votes ->
    [one] plus de pour que de contre : le plus souvent, une assemblée adopte
   *[other] plus de pour que de contre dans {$n} votes sur {$votes} : le plus souvent, une assemblée adopte
}
ask-fact-rare = {$word} est rare : {$share} des bulletins
ask-fact-rare-parties = {$word} est rare : {$one} d’un groupe, {$other} de l’autre
ask-fact-differ = {$one} et {$other} séparent les deux grands groupes de {$points} points
ask-fact-few = { $votes ->
    [one] plus de contre que de pour : inhabituel, mais pas impossible
   *[other] plus de pour que de contre dans {$n} votes sur {$votes} : inhabituel, mais pas impossible
}
ask-fact-all = {$share} de contre, et plus de pour dans les {$votes} votes
ask-fact-frequent = {$word} fait {$share} des bulletins : autant n’auraient pas pris parti
ask-fact-apart = {$word} sépare les deux grands groupes de {$points} points, {$side} de {$less}
ask-fact-away = {$n} sur {$members} n’auraient pas voté ici
ask-fact-mirror = mêmes groupes, mêmes partages : les lignes seules ne la distinguent pas de la { $n ->
    [1] première
    [2] deuxième
   *[other] troisième
}
ask-fact-unsaid = aucun mot, note ou en-tête du fichier ne le dit
ask-kept-in = Conservé dans {$file}, à côté du fichier.
ask-kept-nowhere = Aucun fichier à côté duquel le conserver : cela vaut jusqu’à la fermeture du vote.
ask-kept = La lecture du fichier est conservée dans {$file}
ask-not-kept = La lecture du fichier n’a pas pu être conservée : {$cause}
ask-leave-column-open = Ouvrir sans résultat
ask-leave-open = Ouvrir, positions inconnues
ask-read = Lire ainsi
