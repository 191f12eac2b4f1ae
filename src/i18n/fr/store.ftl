# store: errors
err-store-missing = Il n’y a pas de poste Jalon dans { $path }.
err-store-missing-remedy = Vérifiez le dossier, ou créez un poste en lançant « jalon ».
err-store-already-there = Le dossier { $path } n’est pas vide.
err-store-already-there-remedy = Choisissez un autre dossier : Jalon n’écrit jamais par-dessus ce qui existe.
err-store-held = Le poste est déjà ouvert (processus { $pid }, terminal { $tty }, depuis le { $since }).
err-store-held-remedy = Fermez l’autre fenêtre de Jalon, ou retournez y travailler.
err-store-full =
    { $needed ->
        [0] Le disque est plein.
       *[other] Le disque est plein : il faut { $needed } Mo de plus.
    }
err-store-full-remedy = Libérez de la place, puis recommencez : ce qui était enregistré l’est toujours, ce qui est à l’écran y reste.
err-store-read-only = Le disque est en lecture seule : { $path } ne peut pas être écrit.
err-store-read-only-remedy = Demandez à l’administrateur du poste de rendre le disque accessible en écriture.
err-store-forbidden = Le système refuse l’accès à { $path }.
err-store-forbidden-remedy = Si c’est votre poste, ouvrez-le avec le compte qui l’a créé ; sinon, choisissez un dossier où vous pouvez écrire.
err-store-not-ours = { $path } appartient à un autre compte.
err-store-not-ours-remedy = Ouvrez Jalon avec le compte qui a créé le poste.
err-store-too-open = D’autres comptes peuvent lire { $path } (droits { $mode }).
err-store-too-open-remedy = Retirez ces droits avec la commande « chmod -R go-rwx » suivie du dossier du poste, puis rouvrez.
err-store-symlink = Le chemin du poste passe par un lien symbolique : { $path }.
err-store-symlink-remedy = Indiquez le vrai dossier avec « --data-dir ».
err-store-disk = Le disque a répondu par une erreur sur { $path } : { $reason }.
err-store-disk-remedy = Recommencez. Si l’erreur revient, faites une sauvegarde et prévenez l’administrateur.
err-wrong-passphrase = Ce n’est pas la bonne phrase de passe.
err-wrong-passphrase-remedy = Essayez de nouveau. Rien n’est effacé, mais l’attente s’allonge à partir du quatrième échec.
err-wrong-passphrase-wait = Trop d’essais : attendez encore { $seconds } s.
err-wrong-passphrase-wait-remedy = Profitez-en pour vérifier la touche Verr. Maj. et la disposition du clavier.
err-store-newer-format = Ce poste a été créé par une version plus récente de Jalon (format { $found }).
err-store-newer-format-remedy = Installez la dernière version de Jalon.
err-store-damaged = { $path } est abîmé, et ses copies aussi.
err-store-damaged-remedy = Restaurez une sauvegarde avec la commande « jalon restore ».
err-store-bad-backup = { $path } n’est pas une sauvegarde saine.
err-store-bad-backup-remedy = Essayez une autre sauvegarde. Le poste actuel n’a pas été touché.
err-store-too-large = C’est trop long : { $bytes } octets pour une limite de { $limit }.
err-store-too-large-remedy = Raccourcissez le texte, ou partagez-le en plusieurs notes.
err-store-out-of-place = L’écriture { $entry } ne suit pas ce qui a déjà été repris de ce poste.
err-store-out-of-place-remedy = Demandez au poste un lot complet depuis le dernier accusé.
err-store-erased = Cette personne a été effacée : plus rien ne peut être écrit dans son dossier.
err-store-erased-remedy = Créez un nouveau dossier si la personne revient.
err-store-memory = Il n’y a pas assez de mémoire pour ouvrir le poste.
err-store-memory-remedy = Fermez d’autres programmes, puis recommencez.
err-store-crypto = Le chiffrement a échoué : le système ne fournit pas de nombres aléatoires.
err-store-crypto-remedy = Redémarrez la machine. Si l’erreur revient, prévenez l’administrateur.

# store: what an opening put right
repair-torn-tail = Un enregistrement interrompu, jamais confirmé, a été retiré ({ $bytes } octets).
repair-engine-behind = Écritures remises dans la base après un arrêt brutal : { $entries }.
repair-engine-rebuilt =
    { $entries ->
        [one] La base a été reconstruite à partir du journal ({ $entries } écriture). Rien n’est perdu.
       *[other] La base a été reconstruite à partir du journal ({ $entries } écritures). Rien n’est perdu.
    }
repair-engine-mended = Écritures abîmées, réparées dans la base : { $entries }.
repair-engine-stopped = La base ne répond plus : Jalon lit directement le journal et la reconstruira à la prochaine ouverture.
repair-segment-mended = Écritures abîmées, réparées dans le journal : { $entries }.
repair-taken-from-backup = Écritures reprises d’une sauvegarde : { $entries }.
repair-copy-mended = Une des deux copies de { $file } était abîmée : elle a été refaite.
repair-keyring-from-backup = Le trousseau a été repris d’une sauvegarde : les dossiers créés depuis ne sont plus lisibles.
repair-shelf-from-backup = Un réglage, un brouillon ou une clé du poste était abîmé : repris d’une sauvegarde, tel qu’il était alors ({ $file }).
repair-shelf-damaged = Un brouillon ou un réglage est abîmé et reste illisible ({ $file }).
repair-shelf-older = Des réglages, le registre des lots ou les clés du poste sont plus anciens que prévu : une ancienne copie a pris leur place.
repair-rolled-back = Ce poste est plus ancien que prévu : dernière écriture { $found }, alors que { $known } était connue. Une ancienne copie a pris sa place.
repair-anchor-damaged = Le repère extérieur du poste était illisible : il a été refait.
repair-lost-entry = L’écriture { $entry }{ $date ->
        [none] {""}
        *[other] {" "}(vers le { $date })
    } est abîmée partout.
repair-chain-broken = L’écriture { $entry } ne suit pas celle d’avant : le journal a pu être modifié hors de Jalon.

# store: examination
check-segments-sound =
    { $segments ->
        [one] Journal : { $segments } fichier relu, sain.
       *[other] Journal : { $segments } fichiers relus, tous sains.
    }
check-segments-damaged =
    { $segments ->
        [one] Journal : { $bytes } octets abîmés dans { $segments } fichier.
       *[other] Journal : { $bytes } octets abîmés dans { $segments } fichiers.
    }
check-segments-damaged-remedy = Fermez puis rouvrez le poste : l’ouverture répare ce qui peut l’être.
check-chain-sound = Écritures : { $entries }, toutes lisibles et dans l’ordre.
check-chain-broken = Écritures : { $broken } sur { $entries } ne suivent pas celle d’avant.
check-chain-broken-remedy = Prévenez l’administrateur : le journal a pu être modifié hors de Jalon.
check-entries-lost = Écritures : { $lost } illisibles, { $entries } lisibles.
check-entries-lost-remedy = Restaurez une sauvegarde plus ancienne avec « jalon restore ».
check-clock-behind = La dernière écriture date du { $date }, plus tard que maintenant.
check-clock-behind-remedy = Vérifiez la date et l’heure de la machine.
check-engine-sound = Base : elle répond.
check-engine-stopped = Base : elle ne répond plus, le journal répond à sa place.
check-engine-stopped-remedy = Fermez puis rouvrez le poste : elle sera reconstruite.
check-backup-sound = Sauvegarde du { $date } : relue et saine.
check-backup-old = La dernière sauvegarde saine date du { $date }.
check-backup-old-remedy = Lancez « jalon backup », ou fermez le poste : une sauvegarde se fait alors.
check-backup-none = Il n’y a pas encore de sauvegarde saine.
check-backup-none-remedy = Lancez « jalon backup », ou fermez le poste : une sauvegarde se fait alors.
check-backup-old-passphrase = La sauvegarde { $path } s’ouvre encore avec l’ancienne phrase de passe.
check-backup-old-passphrase-remedy = Supprimez ce dossier : la prochaine sauvegarde le remplacera.
check-backup-damaged = La sauvegarde { $path } est abîmée.
check-backup-damaged-remedy = Supprimez ce dossier : la prochaine sauvegarde le remplacera.
check-copies-sound = Petits fichiers : les deux copies sont identiques.
check-copies-differ = Petits fichiers : les deux copies de { $path } diffèrent.
check-copies-differ-remedy = Fermez puis rouvrez le poste : la bonne copie remplacera l’autre.
check-room-sound = Place libre : { $free } Mo.
check-room-little = Place libre : { $free } Mo seulement.
check-room-little-remedy = Libérez de la place sur le disque.
check-room-none = Place libre : { $free } Mo, les enregistrements peuvent échouer.
check-room-none-remedy = Libérez de la place sur le disque maintenant.
check-disk-local = Le poste est sur un disque de la machine.
check-disk-remote = Le poste est sur un partage réseau, moins sûr qu’un disque de la machine.
check-disk-remote-remedy = Placez le poste sur un disque local avec « --data-dir », et gardez le partage pour les sauvegardes.
check-rights-sound = Droits : le dossier du poste n’est ouvert qu’à vous.
check-rights-open = Droits : { $path } n’est pas à vous seul.
check-rights-open-remedy = Retirez les droits des autres avec « chmod -R go-rwx » suivi du dossier du poste.
repair-config-problems =
    { $count ->
        [one] Votre configuration, votre clavier ou votre thème contient { $count } erreur : Jalon emploie les siens. Lancez « jalon doctor ».
       *[other] Votre configuration, votre clavier ou votre thème contient { $count } erreurs : Jalon emploie les siens. Lancez « jalon doctor ».
    }
