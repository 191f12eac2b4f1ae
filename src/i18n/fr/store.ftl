# store: errors
err-store-missing = Il n’y a pas de poste Jalon dans { $path }.
err-store-missing-remedy = Vérifiez le dossier, ou créez un poste avec la commande « jalon init ».
err-store-already-there = Le dossier { $path } n’est pas vide.
err-store-already-there-remedy = Choisissez un autre dossier : Jalon n’écrit jamais par-dessus ce qui existe.
err-store-held = Le poste est déjà ouvert (processus { $pid }, terminal { $tty }, depuis { $since }).
err-store-held-remedy = Fermez l’autre fenêtre de Jalon, ou retournez y travailler.
err-store-full = Le disque est plein : rien n’a été enregistré. Il faut { $needed } octets.
err-store-full-remedy = Libérez de la place, puis enregistrez de nouveau : votre saisie est gardée à l’écran.
err-store-read-only = Le disque est en lecture seule : { $path } ne peut pas être écrit.
err-store-read-only-remedy = Demandez à l’administrateur du poste de rendre le disque accessible en écriture.
err-store-forbidden = Le système refuse l’accès à { $path }.
err-store-forbidden-remedy = Ouvrez Jalon avec le compte qui a créé le poste, ou demandez à l’administrateur.
err-store-not-ours = { $path } appartient à un autre compte.
err-store-not-ours-remedy = Ouvrez Jalon avec le compte qui a créé le poste.
err-store-too-open = D’autres comptes peuvent lire { $path } (droits { $mode }).
err-store-too-open-remedy = Retirez ces droits avec la commande « chmod -R go-rwx » suivie du dossier du poste, puis rouvrez.
err-store-symlink = Le chemin du poste passe par un lien symbolique : { $path }.
err-store-symlink-remedy = Indiquez le vrai dossier avec « --data-dir ».
err-store-disk = Le disque a répondu par une erreur sur { $path } : { $reason }.
err-store-disk-remedy = Recommencez. Si l’erreur revient, faites une sauvegarde et prévenez l’administrateur.
err-store-wrong-passphrase = Ce n’est pas la bonne phrase de passe.
err-store-wrong-passphrase-remedy = Essayez de nouveau. Rien n’est effacé, mais l’attente s’allonge à partir du quatrième échec.
err-store-wait = Trop d’essais : attendez encore { $seconds } s.
err-store-wait-remedy = Profitez-en pour vérifier la touche Verr. Maj. et la disposition du clavier.
err-store-newer-format = Ce poste a été créé par une version plus récente de Jalon (format { $found }).
err-store-newer-format-remedy = Installez la dernière version de Jalon.
err-store-damaged = { $path } est abîmé, et ses copies aussi.
err-store-damaged-remedy = Restaurez une sauvegarde avec la commande « jalon restore ».
err-store-bad-backup = { $path } n’est pas une sauvegarde saine.
err-store-bad-backup-remedy = Essayez une autre sauvegarde. Le poste actuel n’a pas été touché.
err-store-too-large = C’est trop long : { $bytes } octets pour une limite de { $limit }.
err-store-too-large-remedy = Raccourcissez le texte, ou partagez-le en plusieurs notes.
err-store-erased = Cette personne a été effacée : plus rien ne peut être écrit dans son dossier.
err-store-erased-remedy = Créez un nouveau dossier si la personne revient.
err-store-memory = Il n’y a pas assez de mémoire pour ouvrir le poste.
err-store-memory-remedy = Fermez d’autres programmes, puis recommencez.
err-store-crypto = Le chiffrement a échoué : le système ne fournit pas de nombres aléatoires.
err-store-crypto-remedy = Redémarrez la machine. Si l’erreur revient, prévenez l’administrateur.

# store: what an opening put right
repair-torn-tail = Un enregistrement interrompu, jamais confirmé, a été retiré ({ $bytes } octets).
repair-engine-behind = Après un arrêt brutal, { $entries } { $entries ->
        [1] écriture a été remise
        *[other] écritures ont été remises
    } dans la base.
repair-engine-rebuilt = La base a été reconstruite à partir du journal ({ $entries } écritures). Rien n’est perdu.
repair-engine-mended = { $entries } { $entries ->
        [1] écriture abîmée a été réparée
        *[other] écritures abîmées ont été réparées
    } dans la base.
repair-engine-stopped = La base ne répond plus : Jalon lit directement le journal et la reconstruira à la prochaine ouverture.
repair-segment-mended = { $entries } { $entries ->
        [1] écriture abîmée a été réparée
        *[other] écritures abîmées ont été réparées
    } dans le journal.
repair-taken-from-backup = { $entries } { $entries ->
        [1] écriture a été reprise
        *[other] écritures ont été reprises
    } d’une sauvegarde.
repair-copy-mended = Une des deux copies de { $file } était abîmée : elle a été refaite.
repair-keyring-from-backup = Le trousseau a été repris d’une sauvegarde : les dossiers créés depuis ne sont plus lisibles.
repair-shelf-damaged = Un brouillon ou un réglage est abîmé et reste illisible ({ $file }).
repair-rolled-back = Ce poste est plus ancien que prévu : dernière écriture { $found }, alors que { $known } était connue. Une ancienne copie a pris sa place.
repair-anchor-damaged = Le repère extérieur du poste était illisible : il a été refait.
repair-lost-entry = L’écriture { $entry }{ $date ->
        [none] {""}
        *[other] {" "}(vers le { $date })
    } est abîmée partout.
repair-chain-broken = L’écriture { $entry } ne suit pas celle d’avant : le journal a pu être modifié hors de Jalon.
