# Ce que Jalon dit d’un lot d’envoi : « bundle-<code> », puis quoi faire.
bundle-verified = Le lot est entier, signé et authentique.
bundle-verified-remedy = Rien à faire : il peut être remis.
bundle-next = Le lot est entier, signé, authentique, et c’est bien le suivant.
bundle-next-remedy = Il peut être pris en compte.
bundle-already = Ce lot a déjà été pris en compte.
bundle-already-remedy = Rien à faire : l’accusé repartira avec le prochain retour.
bundle-gap = Il manque des lots ou des écritures avant celui-ci.
bundle-gap-remedy = Gardez-le et demandez au poste son dernier lot : il contient ce qui manque.
bundle-late = Un lot plus récent a déjà été pris en compte.
bundle-late-remedy = Rien à faire : le plus récent contenait déjà tout.
bundle-fork = Ce poste a écrit deux histoires différentes sous le même numéro.
bundle-fork-remedy = Ne prenez plus rien de ce poste. Appelez la personne : son poste a sans doute été copié. Sur le bon des deux, une sauvegarde puis sa restauration le débloquent.
bundle-revoked = La clé qui a signé ce lot a été révoquée.
bundle-revoked-remedy = Ne le prenez pas en compte. Si des notes d’avant la révocation manquent, voyez la personne.
bundle-unreadable = Le support ne peut pas être lu jusqu’au bout.
bundle-unreadable-remedy = Copiez de nouveau le fichier, ou prenez une autre clé USB.
bundle-empty = Le fichier est vide.
bundle-empty-remedy = Demandez une nouvelle copie du lot.
bundle-armored = C’est un fichier age sous forme de texte : un lot n’a jamais cette forme.
bundle-armored-remedy = Demandez le fichier .age tel que Jalon l’a écrit.
bundle-not-age = Ce n’est pas un lot d’envoi.
bundle-not-age-remedy = Choisissez un fichier « jalon-….age ».
bundle-header-too-long = L’en-tête est plus long que celui d’aucun lot : le fichier n’a pas été ouvert.
bundle-header-too-long-remedy = Ce fichier ne vient pas de Jalon. Vérifiez d’où il vient.
bundle-header-form = L’en-tête est abîmé : le fichier n’a pas été ouvert.
bundle-header-form-remedy = Demandez une nouvelle copie du lot.
bundle-passphrase = Ce fichier est fermé par une phrase de passe : un lot ne l’est jamais.
bundle-passphrase-remedy = Ce fichier ne vient pas de Jalon. Vérifiez d’où il vient.
bundle-no-key = Ce fichier est chiffré, et il n’y a pas ici de clé pour l’ouvrir.
bundle-no-key-remedy = Donnez-le à l’équipe opérationnelle, qui a la clé.
bundle-not-for-us = Aucune clé de ce poste n’ouvre ce lot : il est pour quelqu’un d’autre, ou son en-tête est abîmé.
bundle-not-for-us-remedy = Vérifiez à qui il est destiné. S’il est pour vous, demandez une nouvelle copie.
bundle-header-altered = L’en-tête a été modifié après l’écriture du lot.
bundle-header-altered-remedy = Demandez une nouvelle copie par un autre chemin.
bundle-damaged = Le fichier est incomplet ou abîmé.
bundle-damaged-remedy = Demandez une nouvelle copie du lot.
bundle-manifest-missing = Le fichier s’ouvre, mais ce n’est pas un lot d’envoi.
bundle-manifest-missing-remedy = Ce fichier ne vient pas de Jalon. Vérifiez d’où il vient.
bundle-signature-missing = Le lot n’est pas signé.
bundle-signature-missing-remedy = Ne le prenez pas en compte : rien ne dit qui l’a écrit.
bundle-signature-form = La signature n’a pas la bonne forme.
bundle-signature-form-remedy = Ne le prenez pas en compte : rien ne dit qui l’a écrit.
bundle-signature-kind = La signature est d’une sorte que Jalon n’accepte pas.
bundle-signature-kind-remedy = Ne le prenez pas en compte : ce lot ne vient pas de Jalon.
bundle-signature-namespace = La signature a été faite pour autre chose qu’un lot.
bundle-signature-namespace-remedy = Ne le prenez pas en compte, et prévenez l’équipe : quelqu’un a détourné une signature.
bundle-unknown-signer = La clé qui a signé n’est celle d’aucun poste inscrit.
bundle-unknown-signer-remedy = Vérifiez que votre fichier trust.json est à jour, puis appelez l’expéditeur.
bundle-signature-wrong = La signature ne correspond pas au contenu : le lot a été modifié.
bundle-signature-wrong-remedy = Ne le prenez pas en compte. Demandez une nouvelle copie par un autre chemin, et prévenez l’équipe.
bundle-manifest-form = Le sommaire du lot n’a pas la bonne forme.
bundle-manifest-form-remedy = Prévenez l’équipe : le poste qui l’a écrit a un défaut.
bundle-newer-format = Ce lot a été écrit par une version plus récente de Jalon.
bundle-newer-format-remedy = Mettez Jalon à jour, puis recommencez.
bundle-unknown-critical = Ce lot suit une règle que cette version de Jalon ne connaît pas.
bundle-unknown-critical-remedy = Mettez Jalon à jour, puis recommencez.
bundle-wrong-sender = Le lot se dit écrit par un autre poste que celui qui l’a signé.
bundle-wrong-sender-remedy = Ne le prenez pas en compte, et prévenez l’équipe.
bundle-not-addressed = L’expéditeur a écrit ce lot pour quelqu’un d’autre, qui l’a fait suivre.
bundle-not-addressed-remedy = Ne le prenez pas en compte : demandez le lot à celui qui l’a écrit.
bundle-foreign-journal = Un poste a envoyé le journal d’un autre.
bundle-foreign-journal-remedy = Ne le prenez pas en compte, et prévenez l’équipe.
bundle-part-list = La liste des parties du lot enfreint les règles.
bundle-part-list-remedy = Prévenez l’équipe : le poste qui l’a écrit a un défaut.
bundle-part-header = Une partie du lot manque, est en trop ou n’est pas à sa place.
bundle-part-header-remedy = Demandez une nouvelle copie du lot, et prévenez l’équipe si cela recommence.
bundle-part-digest = Une partie du lot n’est pas celle qui a été signée.
bundle-part-digest-remedy = Ne le prenez pas en compte. Demandez une nouvelle copie, et prévenez l’équipe.
bundle-part-frame = Une partie du lot ne se décompresse pas à la taille annoncée.
bundle-part-frame-remedy = Ne le prenez pas en compte, et prévenez l’équipe.
bundle-line-form = Une écriture n’a pas la bonne forme.
bundle-line-form-remedy = Prévenez l’équipe : le poste qui l’a écrite a un défaut.
bundle-entry-payload = Le contenu d’une écriture n’est pas celui que son en-tête annonce.
bundle-entry-payload-remedy = Ne prenez pas ce lot en compte, et prévenez l’équipe.
bundle-characters = Un texte contient des caractères invisibles ou de commande.
bundle-characters-remedy = Demandez à la personne de retirer ces caractères du texte et d’envoyer un nouveau lot.
bundle-entry-chain = Les écritures ne se suivent pas : il en manque une, ou l’une a été changée.
bundle-entry-chain-remedy = Ne prenez pas ce lot en compte, et prévenez l’équipe.
bundle-entry-count = Il n’y a pas le nombre d’écritures annoncé.
bundle-entry-count-remedy = Ne prenez pas ce lot en compte, et prévenez l’équipe.
bundle-archive-end = Quelque chose suit la fin du lot, ou la fin manque.
bundle-archive-end-remedy = Ne le prenez pas en compte. Demandez une nouvelle copie, et prévenez l’équipe.
bundle-missing-numbers = Lots manquants : { $numbers }.
bundle-lost-numbers = Lots perdus en route, que celui-ci remplace : { $numbers }.

# Clés, confiance, écriture d’un lot.
err-fingerprint-count =
    { $count ->
        [one] Il y a { $count } mot au lieu de 8.
       *[other] Il y a { $count } mots au lieu de 8.
    }
err-fingerprint-count-remedy = Tapez les huit mots, séparés par des espaces.
err-fingerprint-word = Le mot n° { $place } n’est pas dans la liste.
err-fingerprint-word-remedy = Faites répéter ce mot, et tapez-le en entier ; les accents ne comptent pas.
err-trust-form = Ce n’est pas un fichier signé de la bonne forme.
err-trust-form-remedy = Demandez une nouvelle copie à l’équipe.
err-trust-signature = La signature du fichier ne tient pas : il a été modifié.
err-trust-signature-remedy = Ne l’utilisez pas. Demandez une nouvelle copie par un autre chemin.
err-trust-other-root = Ce fichier n’a pas été signé par la clé dont vous avez tapé les mots.
err-trust-other-root-remedy = Relisez la carte. Si les mots sont justes, ce fichier n’est pas celui de l’équipe.
err-trust-newer = Ce fichier a été écrit par une version plus récente de Jalon.
err-trust-newer-remedy = Mettez Jalon à jour, puis recommencez.
err-trust-older = Ce fichier n’est pas plus récent que celui qui est en place : rien n’a été changé.
err-trust-older-remedy = Demandez à l’équipe le dernier fichier trust.json.
err-trust-demo = Les clés de démonstration ne valent rien hors de la démonstration, ni les autres dedans.
err-trust-demo-remedy = Utilisez le fichier trust.json de l’équipe.
err-trust-other-words = Les mots tapés ne sont pas ceux de ce poste : il n’a pas été inscrit.
err-trust-other-words-remedy = Faites relire les huit mots affichés sur le poste. S’ils diffèrent encore, le fichier a été remplacé en route : demandez-en un autre.
err-trust-known = Ce poste, sa clé ou son code figurent déjà dans la liste.
err-trust-known-remedy = Choisissez un autre code, ou révoquez d’abord l’ancien poste.
err-trust-code = Le code d’un poste a 1 à 16 majuscules, chiffres ou tirets.
err-trust-code-remedy = Prenez par exemple « L3-2 ».
err-trust-no-station = Ce poste n’est pas dans la liste.
err-trust-no-station-remedy = Vérifiez son code.
err-bundle-cannot-carry-entry = L’écriture { $entry } ne serait pas acceptée à l’arrivée : rien n’a été envoyé.
err-bundle-cannot-carry-entry-remedy = Lancez « jalon doctor ».
err-bundle-too-much = Il y a plus à envoyer que ne peut contenir un lot.
err-bundle-too-much-remedy = Faites d’abord prendre en compte le lot précédent.
err-bundle-compression = Le lot n’a pas pu être compressé : rien n’a été envoyé.
err-bundle-compression-remedy = Libérez de la mémoire, puis recommencez.
err-bundle-recipients = Le fichier trust.json ne dit pas pour qui chiffrer : rien n’a été envoyé.
err-bundle-recipients-remedy = Demandez à l’équipe le dernier fichier trust.json.
err-bundle-attachment = Une pièce jointe n’est plus celle qui a été enregistrée : rien n’a été envoyé.
err-bundle-attachment-remedy = Lancez « jalon doctor ».
err-bundle-medium = Le lot n’a pas pu être écrit : { $cause }.
err-bundle-medium-remedy = Vérifiez la place et les droits du dossier, ou prenez une autre clé USB.
# L’écran des échanges
exchange-title = Échanges
exchange-title-team = Équipe
scope-exchange = Échanges
action-exchange-open = échanges
action-exchange-folder = autre dossier
action-exchange-send = écrire l’envoi
action-exchange-receive = prendre un envoi reçu
why-no-team = ce poste ne connaît pas encore l’équipe
exchange-no-team = Ce poste ne connaît pas encore les clés de l’équipe opérationnelle : rien ne peut partir.
exchange-no-team-remedy = Demandez-lui trust.json et la carte de huit mots, puis lancez « jalon key trust trust.json --words "…" » ; « jalon key join » écrit votre fiche d’inscription.
exchange-next =
    { $entries ->
        [0] Lot n° { $number } : rien de nouveau, il dirait seulement où en est ce poste.
        [one] Lot n° { $number } à écrire : une écriture, n° { $to }, scellée pour l’équipe opérationnelle.
       *[other] Lot n° { $number } à écrire : { $entries } écritures, du n° { $from } au n° { $to }, { $people ->
            [one] une personne
           *[other] { $people } personnes
        }, scellées pour l’équipe opérationnelle.
    }
exchange-to-folder = Entrée l’écrit dans { $folder }
exchange-last-sent = Dernier lot écrit : n° { $number }, jusqu’à l’écriture n° { $entry }.
exchange-never-sent = Aucun lot n’a encore été écrit.
exchange-receipt = L’équipe a reçu jusqu’à l’écriture n° { $entry } (lot n° { $number }), dit le { $date }.
exchange-no-receipt = L’équipe n’a encore rien accusé : chaque lot contient tout.
exchange-team = Entrée écrit dans { $folder } un retour pour chaque poste dont quelque chose est arrivé.
exchange-nobody = Aucun lot n’est encore arrivé.
exchange-nothing-sent = Rien à répondre : rien n’est arrivé depuis les derniers retours.
exchange-sent =
    { $count ->
        [one] Écrit et relu : { $path }
       *[other] { $count } retours écrits et relus, le premier : { $path }
    }
exchange-folder-title = Échanges › dossier
exchange-folder-question = Dans quel dossier écrire ?
exchange-folder-how = Entrée l’y écrit, chiffré, et s’en souvient pour la prochaine fois.
exchange-receive-title = Échanges › prendre
exchange-receive-question = Quel lot ou retour prendre en compte ? Un dossier vaut tous ceux qu’il contient.
exchange-receive-how = Tout est vérifié avant que rien ne change.
exchange-no-way = Rien de tel ici.
exchange-receipt-came = Retour pris : l’équipe a reçu jusqu’à l’écriture n° { $entry } (lot n° { $number }).
exchange-taken =
    { $count ->
        [one] Lot pris en compte, { $entries } écritures nouvelles.
       *[other] { $count } lots lus, { $entries } écritures nouvelles.
    }
exchange-station = poste
exchange-name = nom
exchange-last = lot
exchange-entries = écritures
exchange-day = pris le
exchange-missing = jamais arrivés
exchange-frozen = bloqué : deux histoires
