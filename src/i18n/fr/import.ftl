# L’import des tables. $found est ce qui se trouve dans la cellule : pour le terminal seulement.
import-at-file = { $sheet } : { $reason }
import-at-line = { $sheet }, ligne { $line } : { $reason }
import-at-cell = { $sheet }, ligne { $line }, colonne { $column } : « { $found } ». { $reason }
import-at-empty-cell = { $sheet }, ligne { $line }, colonne { $column } : { $reason }
import-sheet =
    { $lines ->
        [one] { $sheet } : table { $table }, { $lines } ligne ({ $how })
       *[other] { $sheet } : table { $table }, { $lines } lignes ({ $how })
    }
import-format-csv = { $encoding }, séparateur { $separator }
import-format-xlsx = classeur XLSX
import-format-ods = classeur ODS
import-dates-day = dates jj/mm/aaaa
import-dates-year = dates aaaa-mm-jj
import-dates-both = dates jj/mm/aaaa et aaaa-mm-jj
import-mapping-kept = correspondance déjà enregistrée pour ces titres
import-column = { $letter } « { $title } »
import-column-mapped = { $letter } « { $title } » ({ $column })
import-above =
    { $count ->
        [one] { $sheet } : la ligne au-dessus des titres est passée.
       *[other] { $sheet } : les { $count } lignes au-dessus des titres sont passées.
    }
import-renamed = « { $title } » → { $column }
import-mapped = { $sheet } : titres reconnus : { $columns }
import-like = { $sheet } : « { $title } » ressemble à { $column }. Si c’est bien cette colonne, dites-le dans la correspondance.
import-month-first =
    { $count ->
        [one] { $sheet } : une date ne se lit que mois d’abord. Si le fichier les écrit ainsi, mettez dates = "mm/jj/aaaa" dans la correspondance.
       *[other] { $sheet } : { $count } dates ne se lisent que mois d’abord. Si le fichier les écrit ainsi, mettez dates = "mm/jj/aaaa" dans la correspondance.
    }
import-columns = { $sheet } : colonnes lues : { $columns }
import-line = { $sheet }, ligne { $line } : { $cells }
import-twin-known = { $sheet }, ligne { $line } : { $reference } semble déjà dans la file active : { $other }. Si c’est la même personne, ajoutez --same { $reference }.
import-twin-line = { $sheet }, ligne { $line } : { $reference } a le même nom et la même date de naissance que la ligne { $other }.
import-passed-over = { $sheet }, ligne { $line } : laissée de côté, car le traitement de { $name } est limité (RGPD, article 18). Ce qui est conservé n’a pas changé ; une fois la limitation levée, le même fichier reprendra cette ligne.
import-hidden = { $sheet } : feuille masquée, laissée de côté.
import-no-table = { $sheet } : laissée de côté, car ni son nom ni ses titres ne disent une table.
import-separator-semicolon = point-virgule
import-separator-comma = virgule
import-separator-tab = tabulation
import-ignored = { $sheet } : colonnes ignorées : { $columns }
import-by-mapping = Une correspondance dit ces titres et ces valeurs sans toucher aux fichiers : --map-out FICHIER écrit celle que Jalon devine, --map FICHIER la relit corrigée.
import-consequences =
    { $count ->
        [one] Et { $count } ligne qui suivra quand sa personne sera corrigée.
       *[other] Et { $count } lignes qui suivront quand leur personne sera corrigée.
    }
import-plan = À créer : { $new } ; à modifier : { $changed } ; inchangées : { $unchanged } ; refusées : { $refused }. Rien n’a encore changé.
import-done = Importé : { $new } créées, { $changed } modifiées, { $unchanged } inchangées, { $refused } refusées.
import-refused-file = Lignes refusées, à corriger et à importer de nouveau : { $path }

err-import-table = Ni le nom ni les titres ne disent de quelle table il s’agit.
err-import-table-remedy = Nommez le fichier ou la feuille personnes, adhesions, decisions, etapes, entretiens, contacts, emplois ou formations (par exemple personnes.csv), ou précisez la table avec --table.
err-import-not-empty = Le fichier est vide.
err-import-not-empty-remedy = Vérifiez l’export de l’outil d’origine, puis recommencez.
err-import-text = Ce n’est pas un fichier de texte.
err-import-text-remedy = Dans le tableur, enregistrez la feuille au format « CSV UTF-8 », puis importez ce fichier.
err-import-workbook = Ce n’est ni un fichier CSV, ni un classeur XLSX ou ODS.
err-import-workbook-remedy = Ouvrez-le dans le programme qui l’a fait, enregistrez-le au format XLSX, ODS ou CSV, puis importez ce fichier.
err-import-newer-workbook = C’est un classeur d’un format que Jalon ne lit pas (.xls ou .xlsb), quel que soit son nom.
err-import-newer-workbook-remedy = Ouvrez-le dans le tableur, enregistrez-le au format XLSX ou ODS, puis importez ce fichier.
err-import-unlocked = Le classeur est protégé par un mot de passe : Jalon ne peut pas le lire.
err-import-unlocked-remedy = Ouvrez-le dans le tableur avec le mot de passe, enregistrez-le sans mot de passe sur ce poste, importez-le, puis supprimez cette copie.
err-import-whole = Le fichier est abîmé ou incomplet.
err-import-whole-remedy = Demandez-le ou téléchargez-le de nouveau. S’il s’ouvre dans le tableur, enregistrez-le sous un autre nom et importez cette copie.
err-import-no-definitions = Le classeur contient des définitions qu’aucun tableur n’écrit : il n’est pas lu.
err-import-no-definitions-remedy = Demandez d’où il vient. S’il est bien à vous, ouvrez-le dans le tableur, enregistrez-le sous un autre nom et importez cette copie.
err-import-not-a-page = C’est une page web ou du XML sous un nom de tableur.
err-import-not-a-page-remedy = Ouvrez-le dans le tableur, enregistrez-le au format XLSX, ODS ou CSV, puis importez ce fichier.
err-import-smaller-workbook = Le classeur contient plus de { $limit } Mio une fois décompressé, ou plus de cellules que Jalon n’en lit d’un coup.
err-import-smaller-workbook-remedy = Gardez les feuilles à importer, supprimez les images et les autres, ou partagez-le en plusieurs classeurs.
err-import-smaller-cell = Une cellule contient plus de { $limit } Mio.
err-import-smaller-cell-remedy = Cherchez-la après la dernière ligne lue et raccourcissez-la.
err-import-smaller-file = Le fichier dépasse { $limit } Mio.
err-import-smaller-file-remedy = Partagez-le en plusieurs fichiers, chacun avec la ligne des titres.
err-import-closing-quote = Un guillemet est ouvert ici et n’est jamais refermé.
err-import-closing-quote-remedy = Ajoutez le guillemet qui manque à la fin de la cellule, ou supprimez celui du début ; un guillemet dans un texte s’écrit deux fois de suite.
err-import-column = La colonne « { $column } » est obligatoire et n’y est pas.
err-import-column-remedy = Ajoutez-la à la ligne des titres, ou donnez ce nom à la colonne qui en tient lieu.
err-import-column-like = La colonne « { $column } » est obligatoire et n’y est pas. « { $like } » lui ressemble.
err-import-column-like-remedy = Si c’est bien elle, donnez-lui le nom { $column }, ou dites-le dans la correspondance.
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
err-import-computed = La cellule est une formule dont le résultat n’est pas enregistré.
err-import-computed-remedy = Ouvrez le classeur dans le tableur, laissez-le calculer, enregistrez-le, puis importez-le de nouveau.
err-import-no-formula-error = La cellule montre l’erreur d’une formule au lieu d’une valeur.
err-import-no-formula-error-remedy = Corrigez la formule ou tapez la valeur.
err-import-not-merged = La cellule est fusionnée avec une autre : on ne sait pas si sa valeur vaut pour cette ligne.
err-import-not-merged-remedy = Défusionnez, et répétez la valeur sur chaque ligne qu’elle concerne.
err-import-date = Ce n’est pas une date.
err-import-date-remedy = Écrivez-la jj/mm/aaaa (12/03/2026) ou aaaa-mm-jj (2026-03-12).
err-import-date-alone = La cellule contient aussi une heure.
err-import-date-alone-remedy = Gardez la date seule ; l’heure d’un entretien va dans la colonne heure.
err-import-date-not-number = C’est le numéro d’un jour dans un tableur, pas une date.
err-import-date-not-number-remedy = Mettez la colonne au format Date dans le tableur, ou dates = "numero" dans la correspondance.
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
err-import-code-like = Ce n’est pas une valeur de la liste ; cela ressemble à { $like }.
err-import-code-like-remedy = Écrivez { $like } si c’est cela, ou dites-le dans la correspondance. Valeurs possibles : { $allowed }.
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
err-import-period-taken = Une autre période de la même personne est refusée, ligne { $other } : on ne saurait pas laquelle est laquelle.
err-import-period-taken-remedy = Corrigez d’abord cette ligne : celle-ci suivra.
err-import-not-before = Cette date vient avant celle de la colonne « { $other } ».
err-import-not-before-remedy = Vérifiez les deux dates.
violation-phone-lost-zero = Ce numéro a perdu son premier zéro dans un tableur.
violation-phone-lost-zero-remedy = Jalon le lui rend ; vérifiez qu’il s’agit bien d’un numéro français.
err-import-not-a-twin = { $reference } n’est pas une référence dont l’import propose qu’elle soit celle d’une personne de la file active.
err-import-not-a-twin-remedy = Faites d’abord un essai avec --dry-run : il nomme les références proposées.
err-mapping-syntax = La correspondance n’est pas du TOML, ligne { $line }.
err-mapping-syntax-remedy = Comparez avec celle que --map-out écrit : les textes sont entre guillemets droits.
err-mapping-key = La correspondance contient « { $key } », qui n’y a pas sa place ou n’est pas un texte.
err-mapping-key-remedy = Une feuille a nom, table (obligatoire), dates, colonnes, constantes et valeurs.
err-mapping-table = La correspondance nomme la table « { $found } », qui n’existe pas.
err-mapping-table-remedy = Tables possibles : { $allowed }.
err-mapping-column = La table { $table } n’a pas de colonne « { $found } ».
err-mapping-column-remedy = Écrivez plutôt : { $allowed }.
err-mapping-dates = La correspondance écrit les dates « { $found } », ce qui n’est pas prévu.
err-mapping-dates-remedy = Écritures possibles : { $allowed }.
err-mapping-value = La colonne { $column } ne peut pas contenir « { $found } ».
err-mapping-value-remedy = Corrigez cette valeur dans la correspondance ; laissez-la vide pour ne rien reprendre.

# L’écran d’import
importing-title = import
importing-question = Quel fichier, ou quel dossier de fichiers, reprendre ?
importing-how = CSV, XLSX ou ODS. Rien ne change avant deux frappes.
importing-no-way = Rien de tel ici : ni dossier, ni fichier que Jalon puisse lire.
importing-reading = Lecture en cours ; rien n’est encore changé.
importing-taking = Import en cours…
importing-plan = À créer : { $new } ; à modifier : { $changed } ; inchangées : { $unchanged } ; refusées : { $refused }
importing-errors =
    { $count ->
        [one] { $count } erreur
       *[other] { $count } erreurs
    }
importing-unlikely = À vérifier ({ $count })
importing-passed-over = Non repris : traitement limité ({ $count })
importing-sheets = Ce qui est lu ({ $count })
importing-aside = Laissé de côté ({ $count })
importing-twin = { $sheet }, ligne { $line } : { $reference } a les mêmes nom, prénom et date de naissance que { $other }. Si c’est la même personne, dites-le : ses lignes iront à son dossier.
importing-confirm = Importer
importing-partial-said = Les lignes refusées seront écrites dans un fichier à côté de celui-ci, à corriger et à importer de nouveau.
importing-partial-done = Les lignes justes sont importées
importing-nothing-new = Rien de nouveau : rien n’a changé.
importing-mapping = Correspondance écrite
importing-mapped = Corrigez { $path } dans un éditeur de texte, puis relisez : cet écran le suivra tant qu’il est là.
why-import-not-read = rien n’est encore lu
why-import-errors = il y a des erreurs : corrigez-les, ou prenez les lignes justes
why-import-no-error = rien n’est refusé
why-import-unreadable = un fichier n’a pas pu être lu jusqu’au bout
why-import-nothing = il n’y a rien de nouveau à prendre
why-import-no-twin = la ligne choisie ne propose personne
