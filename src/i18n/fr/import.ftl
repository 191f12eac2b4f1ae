# L’import des tables CSV. $found est ce qui se trouve dans la cellule : pour le terminal seulement.
import-at-file = { $sheet } : { $reason }
import-at-line = { $sheet }, ligne { $line } : { $reason }
import-at-cell = { $sheet }, ligne { $line }, colonne { $column } : « { $found } ». { $reason }
import-at-empty-cell = { $sheet }, ligne { $line }, colonne { $column } : { $reason }
import-sheet =
    { $lines ->
        [one] { $sheet } : table { $table }, { $lines } ligne, { $encoding }, séparateur { $separator }
       *[other] { $sheet } : table { $table }, { $lines } lignes, { $encoding }, séparateur { $separator }
    }
import-separator-semicolon = point-virgule
import-separator-comma = virgule
import-separator-tab = tabulation
import-ignored = { $sheet } : colonnes ignorées : { $columns }
import-consequences =
    { $count ->
        [one] Et { $count } ligne qui suivra quand sa personne sera corrigée.
       *[other] Et { $count } lignes qui suivront quand leur personne sera corrigée.
    }
import-plan = À créer : { $new } ; à modifier : { $changed } ; inchangées : { $unchanged } ; refusées : { $refused }. Rien n’a encore changé.
import-done = Importé : { $new } créées, { $changed } modifiées, { $unchanged } inchangées, { $refused } refusées.
import-left-aside = Laissés de côté, car leur nom ne dit aucune table : { $files }
import-refused-file = Lignes refusées, à corriger et à importer de nouveau : { $path }

err-import-table = Le nom du fichier ne dit pas de quelle table il s’agit.
err-import-table-remedy = Nommez le fichier personnes, adhesions, decisions, etapes, entretiens, contacts, emplois ou formations (par exemple personnes.csv), ou précisez la table avec --table.
err-import-not-empty = Le fichier est vide.
err-import-not-empty-remedy = Vérifiez l’export de l’outil d’origine, puis recommencez.
err-import-text = Ce n’est pas un fichier de texte.
err-import-text-remedy = Dans le tableur, enregistrez la feuille au format « CSV UTF-8 », puis importez ce fichier.
err-import-csv = C’est un classeur (XLSX ou ODS), pas un fichier CSV.
err-import-csv-remedy = Dans le tableur, enregistrez chaque feuille au format « CSV UTF-8 », puis importez ces fichiers.
err-import-smaller-file = Le fichier dépasse { $limit } Mio.
err-import-smaller-file-remedy = Partagez-le en plusieurs fichiers, chacun avec la ligne des titres.
err-import-closing-quote = Un guillemet est ouvert ici et n’est jamais refermé.
err-import-closing-quote-remedy = Ajoutez le guillemet qui manque à la fin de la cellule, ou supprimez celui du début ; un guillemet dans un texte s’écrit deux fois de suite.
err-import-column = La colonne « { $column } » est obligatoire et n’y est pas.
err-import-column-remedy = Ajoutez-la à la ligne des titres, ou donnez ce nom à la colonne qui en tient lieu.
err-import-column-once = La colonne « { $column } » y est plusieurs fois.
err-import-column-once-remedy = Gardez-en une seule, ou renommez l’autre.
err-import-cells =
    { $cells ->
        [one] La ligne a { $cells } cellule pour { $columns } colonnes.
       *[other] La ligne a { $cells } cellules pour { $columns } colonnes.
    }
err-import-cells-remedy = Cherchez un séparateur en trop ou en moins ; une cellule qui contient le séparateur s’écrit entre guillemets.
err-import-something = La cellule est vide alors que la colonne est obligatoire.
err-import-something-remedy = Complétez-la.
err-import-date = Ce n’est pas une date.
err-import-date-remedy = Écrivez-la jj/mm/aaaa (12/03/2026) ou aaaa-mm-jj (2026-03-12).
err-import-four-digit-year = L’année n’a pas quatre chiffres : le siècle serait deviné.
err-import-four-digit-year-remedy = Écrivez l’année en entier, par exemple 12/03/1985.
err-import-existing-day = Ce jour n’existe pas.
err-import-existing-day-remedy = Vérifiez le jour et le mois, dans cet ordre : jj/mm/aaaa.
err-import-likely-year = L’année n’est pas entre { $from } et { $to }.
err-import-likely-year-remedy = Vérifiez l’année.
err-import-yes-no = Ce n’est ni oui ni non.
err-import-yes-no-remedy = Écrivez oui ou non, ou laissez la cellule vide.
err-import-code = Ce n’est pas une valeur de la liste.
err-import-code-remedy = Valeurs possibles : { $allowed }.
err-import-number = Ce n’est pas un nombre entier de { $min } à { $max }.
err-import-number-remedy = Écrivez le nombre seul, sans unité ni virgule (45 pour trois quarts d’heure).
err-import-hours = Ce n’est pas un nombre d’heures de { $max } au plus.
err-import-hours-remedy = Écrivez 35, 24,5 ou 24h30.
err-import-time = Ce n’est pas une heure.
err-import-time-remedy = Écrivez-la 14:30 ou 14h30.
err-import-commune = Cette commune n’est pas reconnue.
err-import-commune-remedy = Écrivez son code INSEE (76540) ou son nom officiel (Rouen) ; le code postal ne suffit pas.
err-import-postal-code = Ce n’est pas un code postal de cinq chiffres.
err-import-postal-code-remedy = Écrivez les cinq chiffres, y compris le zéro du début.
err-import-qpv = Ce n’est ni oui, ni non, ni le code d’un quartier prioritaire.
err-import-qpv-remedy = Écrivez oui, non, ou le code du quartier (par exemple QN07601M).
err-import-signature = Ce n’est ni une date de signature, ni « refus ».
err-import-signature-remedy = Écrivez la date de la signature (12/03/2026), refus, ou laissez vide tant que ce n’est pas signé.
err-import-shorter-cell = Le texte dépasse { $limit } caractères.
err-import-shorter-cell-remedy = Raccourcissez-le, ou vérifiez qu’un guillemet oublié n’a pas réuni plusieurs cellules.
err-import-plain-text = Le texte contient un caractère invisible qui n’est pas admis.
err-import-plain-text-remedy = Effacez la cellule et tapez-la de nouveau.
err-import-only-once = Cette référence est aussi celle de la ligne { $other }.
err-import-only-once-remedy = Donnez à chaque personne sa référence ; s’il s’agit de la même personne, gardez une seule ligne.
err-import-known-person = Aucune personne n’a cette référence, ni dans cet import ni dans la file active.
err-import-known-person-remedy = Vérifiez la référence, ou ajoutez la personne à la table personnes.
err-import-person-taken = La personne elle-même est refusée, ligne { $other } de personnes.
err-import-person-taken-remedy = Corrigez d’abord cette ligne : celle-ci suivra.
err-import-not-before = Cette date vient avant celle de la colonne « { $other } ».
err-import-not-before-remedy = Vérifiez les deux dates.
