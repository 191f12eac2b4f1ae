# Ce qui n’a pas pu être fait, et quoi faire.
err-refused = La saisie contient une impossibilité.
err-refused-remedy = Corrigez le champ signalé.
err-changed-meanwhile = Cet élément a été modifié entre-temps : rien n’a été enregistré.
err-changed-meanwhile-remedy = Rouvrez-le : votre saisie est gardée en brouillon.
err-no-such-person = Cette personne n’est pas dans la file active.
err-no-such-person-remedy = Vérifiez le nom, la référence ou l’identifiant.
err-no-such-entry = Cette version n’existe pas ou ne peut plus être lue.
err-no-such-entry-remedy = Lancez « jalon doctor ».
err-nothing-to-undo = Il n’y a rien à annuler.
err-nothing-to-redo = Il n’y a rien à rétablir.
err-station-locked = Le poste est verrouillé.
err-station-locked-remedy = Tapez la phrase de passe.
err-station-exists = Il y a déjà un poste à cet endroit : rien n’a été changé.
err-station-exists-remedy = Choisissez un autre dossier avec --data-dir, ou ouvrez ce poste.
err-not-a-date = « { $value } » n’est pas une date.
err-not-a-date-remedy = Écrivez jj/mm/aaaa ou aaaa-mm-jj.
err-report-backwards = Une période ne finit pas avant de commencer : elle commencerait le { $from }.
err-report-backwards-remedy = Donnez --from avant --as-of.
err-no-home = Ce compte n’a pas de dossier personnel où mettre le poste.
err-no-home-remedy = Indiquez un dossier avec --data-dir.
err-passphrase-file-unreadable = Le fichier de la phrase de passe ne peut pas être lu.
err-passphrase-file-unreadable-remedy = Vérifiez son nom et ses droits.
err-passphrase-file-open = Le fichier de la phrase de passe est lisible par d’autres (droits { $mode }).
err-passphrase-file-open-remedy = Lancez « chmod 600 » sur ce fichier.
err-passphrase-empty = La phrase de passe est vide.
err-passphrase-empty-remedy = Tapez-la, ou mettez-la sur la première ligne du fichier.
err-passphrases-differ = Les deux phrases ne sont pas les mêmes.
err-passphrases-differ-remedy = Recommencez.
err-passphrase-weak = Cette phrase se devine trop facilement.
err-passphrase-weak-remedy = Prenez au moins 14 caractères peu communs, ou les 8 mots que propose Jalon.
err-no-terminal = Il n’y a pas de terminal pour demander la phrase de passe.
err-no-terminal-remedy = Donnez un fichier avec --passphrase-file.
err-nobody-found = Personne ne répond à cette recherche.
err-nobody-found-remedy = Essayez une partie du nom, la référence d’import ou la date de naissance.
err-rule-unknown = Aucune règle ne commence par { $rule }.
err-rule-unknown-remedy = « jalon rules » les donne toutes.
err-several-found = { $count } personnes répondent à cette recherche :
err-several-found-remedy = Précisez avec la référence ou l’identifiant.
err-no-station = Il n’y a pas de poste à cet endroit.
err-no-station-remedy = Lancez « jalon » pour le créer, ou indiquez son dossier avec --data-dir.
err-unknown-code = « { $value } » n’est pas un code connu.
err-unknown-code-remedy = Codes possibles : { $codes }.
err-file-missing = Il n’y a rien à cet endroit : { $path }
err-file-missing-remedy = Vérifiez le nom et le dossier.
err-file-forbidden = Le système refuse l’accès à { $path }.
err-file-forbidden-remedy = Vérifiez les droits du fichier et de son dossier, ou choisissez un autre dossier.
err-file-exists = Il y a déjà un fichier { $path } : rien n’a été écrit.
err-file-exists-remedy = Choisissez un autre nom ou un autre dossier, ou déplacez ce fichier.
err-file-full = Le disque est plein : rien n’est gardé dans { $path }.
err-file-full-remedy = Libérez de la place, ou choisissez un autre disque.
err-file-read-only = { $path } est sur un disque en lecture seule : rien n’a été écrit.
err-file-read-only-remedy = Choisissez un autre dossier.
err-file-is-folder = { $path } est un dossier, pas un fichier.
err-file-is-folder-remedy = Indiquez le fichier.
err-file-failed = { $path } ne peut être ni lu ni écrit.
err-file-failed-remedy = Recommencez, ou prenez une autre clé USB ou un autre dossier.
err-file-too-large = Le fichier { $path } dépasse { $limit } Mio.
err-usage = La commande n’est pas comprise.
err-usage-remedy = Voyez « { $command } --help ».
err-usage-unknown = « { $what } » n’est pas connu ici.
err-usage-unknown-remedy = Voyez « { $command } --help ».
err-usage-missing = Il manque { $what }.
err-usage-missing-remedy = Voyez « { $command } --help ».
err-usage-value = « { $value } » ne convient pas à { $what }.
err-usage-value-remedy =
    { $possible ->
        [none] Voyez « { $command } --help ».
       *[other] Valeurs possibles : { $possible }.
    }
err-usage-together = { $what } et { $other } ne vont pas ensemble.
err-usage-together-remedy = Gardez l’un des deux.
err-import-refused =
    { $count ->
        [one] { $count } erreur : rien n’a été importé.
       *[other] { $count } erreurs : rien n’a été importé.
    }
err-import-refused-remedy = Corrigez les cellules et recommencez, ou importez le reste avec --accept-partial.
err-import-unreadable =
    { $count ->
        [one] { $count } erreur : rien n’a été importé, et un fichier n’a pas pu être lu jusqu’au bout.
       *[other] { $count } erreurs : rien n’a été importé, et un fichier n’a pas pu être lu jusqu’au bout.
    }
err-import-unreadable-remedy = Corrigez ce fichier et recommencez.
err-import-no-file = Il n’y a là aucun fichier dont le nom dise la table : rien n’a été importé.
err-import-no-file-remedy = Nommez les fichiers personnes.csv, adhesions.csv, entretiens.csv, etapes.csv, decisions.csv, contacts.csv, emplois.csv ou formations.csv.
err-no-trust = Ce poste ne connaît pas encore de clé de l’équipe : rien n’a été écrit.
err-no-trust-remedy = Prenez le fichier trust.json de l’équipe avec « jalon key trust ».
err-not-a-team = Seul le poste de l’équipe peut faire cela.
err-not-a-team-remedy = Lancez cette commande sur le poste de l’équipe.
err-demo-only = Les clés de démonstration ne valent que pour la démonstration.
err-demo-only-remedy = Utilisez le fichier trust.json de l’équipe.
err-config-refused =
    { $count ->
        [one] Le fichier contient { $count } erreur :
       *[other] Le fichier contient { $count } erreurs :
    }
err-config-refused-remedy = Corrigez les lignes indiquées.
err-export-done =
    { $entries ->
        [one] Lot n° { $number } écrit, { $entries } écriture, copie relue : conforme.
       *[other] Lot n° { $number } écrit, { $entries } écritures, copie relue : conforme.
    }
err-keys-unreadable = Les clés du poste ne se lisent plus.
err-keys-unreadable-remedy = Remettez le poste depuis une copie.
err-no-randomness = Le système ne donne pas de hasard : aucune clé ne peut être faite.
err-no-randomness-remedy = Signalez-le à la personne qui gère la machine.
err-words-needed = La première liste se prouve par les 8 mots de la carte.
err-words-needed-remedy = Ajoutez --words "…".
err-bundle-changed = Le lot a changé pendant sa lecture : rien n’en est gardé.
err-bundle-changed-remedy = Copiez-le sur le disque de ce poste, puis recommencez.
err-copy-differs = La copie relue n’est pas ce qui a été écrit : rien n’est gardé.
err-copy-differs-remedy = Changez de clé USB ou de dossier.
err-file-too-large-remedy = Partagez-le en plusieurs fichiers.
err-no-screen = Il n’y a pas de terminal où afficher l’application.
err-no-screen-remedy = Lancez « jalon » depuis un terminal, ou voyez « jalon --help » pour les commandes.
err-terminal-unnamed = Rien ne dit quel terminal affiche l’écran : TERM n’est pas réglé.
err-terminal-unnamed-remedy = Lancez « jalon --plain », qui pose les mêmes questions ligne par ligne ; ou donnez à TERM le nom de votre terminal (« export TERM=xterm »).
err-dumb-terminal = Ce terminal n’affiche pas d’écran (TERM={ $term }).
err-dumb-terminal-remedy = Lancez « jalon --plain », qui pose les mêmes questions ligne par ligne ; ou donnez à TERM le nom de votre terminal (« export TERM=xterm »).
err-secret-unconfirmed = La clé d’import ouvre tous les lots que l’équipe reçoit : rien n’a été écrit.
err-secret-unconfirmed-remedy = Pour l’écrire vraiment dans { $path }, ajoutez --yes à la même commande.
err-owned-elsewhere = Ce dossier est celui d’un autre poste : rien n’a été écrit.
err-owned-elsewhere-remedy = Demandez à la personne qui le suit de l’écrire ; cela vous reviendra avec son prochain lot.
