# Les droits des personnes sur ce qui est gardé d’elles.
code-ErasureReason-demande = demande de la personne
code-ErasureReason-echeance = durée de conservation atteinte
code-ErasureReason-erreur = dossier ouvert par erreur
code-AgeBand-moins_26 = moins de 26 ans
code-AgeBand-26_49 = 26 à 49 ans
code-AgeBand-50_plus = 50 ans et plus
cli-person = Droits d’une personne sur ce qui est gardé d’elle
cli-person-erase = Efface une personne pour toujours ; sans --yes, dit seulement ce qui serait fait
cli-person-erase-person = Nom, référence ou identifiant
cli-person-erase-reason = Motif : demande, echeance ou erreur
cli-person-erase-dry-run = Dit ce qui serait fait, sans rien changer (c’est aussi ce que fait la commande sans --yes)
cli-person-erase-yes = Efface vraiment ; rien ne le défait
cli-person-certificate = Certificats d’effacement : la liste, ou un seul, à imprimer
cli-person-certificate-number = Début du numéro de la personne effacée
cli-value-reason = MOTIF
out-erase-reason = Motif
out-erase-by = Par
out-erase-entries = Écritures
out-erase-would =
    Effacement de { $name } : ce qui serait fait
      écritures rendues illisibles : { $entries }
      fichiers joints détruits : { $attachments }
      brouillons détruits : { $drafts }
      copies de ce disque, effacées aussi : { $copies }
out-erase-kept = Ce qui reste, sans nom ni jour, pour les comptes :
out-erase-elsewhere =
    Hors d’atteinte de ce poste : les copies faites avec « jalon backup --to » et les lots remis à l’équipe.
    Détruisez les premières ; demandez l’effacement à l’équipe pour les seconds.
out-erase-own-pages =
    Un nom tapé dans « Mon poste » (réunions, ateliers, besoins, structures) n’est pas effacé : l’historique du poste le
    garde, même corrigé.
out-named = Son nom y est écrit : { $places }.
out-named-elsewhere = Son nom est écrit dans le dossier d’autres personnes, où l’effacement le laisse : { $places }.
out-named-on = { $what } du { $date }
out-erase-held =
    Avant d’effacer : ni un litige, ni l’obligation de garder les pièces du FSE ne doit l’interdire. Jalon ne le sait pas.
out-erase-not-done = Rien n’a été fait. Pour effacer, ajoutez --yes : rien ne le défait.
out-residue = sexe : { $sex } ; entretiens tenus : { $interviews } ; étapes : { $steps }
out-residue-period = lot { $lot } ; { $age } à l’entrée ; entrée { $entered } ; sortie { $exited } ; motif { $reason }
out-certificate =
    Certificat d’effacement
      numéro : { $number }
      date : { $date }
      motif : { $reason }
      par : { $by }
      écritures rendues illisibles : { $entries }
      fichiers joints détruits : { $attachments }
      empreinte de ce qu’elles disaient : { $digest }
      empreinte du journal avant : { $chain }
      écriture du journal : { $entry }
err-no-certificate = Aucun certificat d’effacement, ou plusieurs, ne commence ainsi.
err-no-certificate-remedy = « jalon person certificate » les liste tous.
cli-person-export = Écrit tout ce qui est gardé d’une personne : à lire, à reprendre ailleurs, et les fichiers joints
cli-person-export-person = Nom, référence ou identifiant
cli-person-export-out = Dossier à créer ; il ne doit pas exister
out-dossier = Écrit dans { $path } : { $versions } écritures, { $attachments } fichiers joints, { $left_out } laissés de côté. Rien n’y est chiffré : remettez-le, puis détruisez-le.
out-dossier-title =
    # Dossier de { $name }

    Tout ce que Jalon garde de cette personne, écrit le { $date } par { $by }. Numéro : { $number }.
    Les fichiers joints sont dans le dossier « pieces » ; « dossier.json » dit la même chose à un programme.
out-dossier-now = Ce qui vaut aujourd’hui
out-dossier-history = Tout ce qui a été écrit, du plus récent au plus ancien
out-dossier-written = écrit le { $date }
out-dossier-withdrawn = retiré
code-ParameterKey-retention = durée de conservation après le dernier contact
code-ParameterKey-retention_notice = annonce de la fin de conservation
cli-person-due = Dossiers gardés depuis trop longtemps, ou bientôt (60 jours avant) ; n’efface rien
out-last-contact = Dernier contact
out-keep-until = Conservation jusqu’au
out-kept-too-long = à effacer
out-kept-soon = bientôt
cli-person-hold = Gèle un dossier : il ne peut plus être effacé (litige, pièces du FSE à garder)
cli-person-hold-person = Nom, référence ou identifiant
cli-person-hold-until = Dernier jour du gel ; sans date, jusqu’à ce qu’il soit levé
cli-person-hold-lift = Lève le gel
out-hold-set = Gel noté : ce dossier ne peut pas être effacé.
out-hold-lifted = Gel levé.
err-legal-hold = Ce dossier est gelé : il ne peut pas être effacé.
err-legal-hold-remedy = Attendez la fin du gel, ou levez-le avec « jalon person hold PERSONNE --lift » si rien n’oblige plus à garder ce dossier.

# Qui suit la personne, et qui l’a suivie.
act-referent = changement de référent·e
out-referent = référent·e
form-referent = changement de référent·e
form-referent-name = Suivi par
form-referent-name-hint = Prénom et nom de la personne qui suit désormais
form-referent-since = À partir du
form-referent-change = Pourquoi
form-referent-note = Précision
form-referent-note-hint = Ce que l’on transmet : rencontre à trois, courrier…
referent-ends = Le suivi par { $name } s’arrête le { $date }
file-referent-since = suivi : { $name } depuis le { $since }, avant : { $before }
facet-referent = suivi par
action-referent-new = changer de référent·e
code-ReferentChange-depart = départ de la structure
code-ReferentChange-absence_longue = longue absence
code-ReferentChange-charge = répartition des dossiers
code-ReferentChange-secteur = changement de secteur ou de lot
code-ReferentChange-demande = demande de la personne
code-ReferentChange-autre = autre raison
violation-referent-missing = Le nom de la personne qui suit manque.
violation-referent-missing-remedy = Tapez son prénom et son nom.
violation-two-referents = Deux référent·es commenceraient le même jour : il n’y en a qu’un·e à la fois.
violation-two-referents-remedy = Changez la date, ou corrigez le changement déjà inscrit à ce jour (page Évènements).
violation-referent-already = Cette personne est déjà suivie par lui ou elle à cette date.
violation-referent-already-remedy = Changez le nom, ou laissez le suivi comme il est.
violation-referent-after-exit = La personne est sortie avant cette date : plus personne ne la suit.
violation-referent-after-exit-remedy = Changez la date ; en cas de retour, inscrivez d’abord la nouvelle orientation.

# Les droits, à l’écran.
code-HoldReason-litige = litige
code-HoldReason-pieces_fse = pièces du FSE à garder
code-HoldReason-controle = contrôle ou audit
cli-person-hold-reason = Motif : litige, pieces_fse ou controle
action-rights-open = droits de la personne
action-retention-open = conservation des dossiers
rights-title = droits de la personne
rights-kept = Conservation : dernier contact le { $last }, à garder jusqu’au { $until }.
rights-kept-too-long = Conservation : dernier contact le { $last } ; la durée est dépassée depuis le { $until }.
rights-not-held = Gel : aucun. Rien n’interdit l’effacement que Jalon connaisse.
rights-held = Gelé : ce dossier ne peut pas être effacé ({ $how }).
rights-copy = Remettre une copie
rights-copy-said = tout ce qui est gardé : à lire, à réutiliser
rights-copy-folder = copie-dossier
rights-copy-question = Dans quel dossier écrire la copie ?
rights-copy-how = Un nouveau dossier sera créé, lisible par vous seul·e. Rien n’y est chiffré : remettez-le, puis détruisez-le.
rights-hold = Geler le dossier
rights-hold-said = interdit de l’effacer, jusqu’à une date ou à la levée
rights-hold-reason = Pourquoi geler ce dossier ?
rights-hold-until = Dernier jour du gel ? Entrée seule : jusqu’à ce qu’il soit levé.
rights-hold-until-refusal = Une date à venir est attendue.
rights-hold-no-end = jusqu’à ce qu’il soit levé
rights-hold-to = jusqu’au { $date }
rights-lift = Lever le gel
rights-lift-said = plus rien n’oblige à le garder : effaçable à nouveau
rights-erase = Effacer pour toujours
rights-erase-said = demande un motif, puis le nom de la personne
rights-erase-plan = Ce que ferait un effacement
rights-erase-would = Deviendraient illisibles : { $entries } écritures, { $attachments } fichiers joints, { $drafts } brouillons, et ce qu’en disent { $copies } copies de ce disque.
rights-erase-elsewhere = Hors d’atteinte : les copies faites ailleurs (à détruire) et les lots remis à l’équipe (demandez-lui l’effacement). Son nom tapé dans « Mon poste » (réunions, ateliers, besoins) n’est pas effacé : l’historique du poste le garde, même corrigé.
rights-erase-reason = Pourquoi effacer cette personne ?
rights-erase-type = Rien ne le défait. Pour effacer, tapez le nom { $name } puis Entrée ; Échap renonce.
rights-erase-other-name = Ce n’est pas le nom de cette personne : rien n’est effacé.
rights-erased = Effacé pour toujours. Le certificat est dans le journal.
why-held = Ce dossier est gelé : levez d’abord le gel.
retention-title = Conservation
retention-said = Deux ans après le dernier contact, un dossier s’efface ; jamais tout seul.
retention-last = Contact
retention-until = Jusqu’au
retention-held = gelé { $why }
retention-nobody = Aucun dossier n’arrive au terme de sa conservation dans les soixante jours.
retention-certificate = certificat { $number }
retention-certificate-title = Certificat d’effacement
retention-print = Pour l’imprimer : jalon person certificate { $number }

# Le traitement limité (RGPD, article 18).
act-limitation = limitation du traitement
out-limitation = limitation du traitement
form-limitation = limitation du traitement
form-limitation-reason = Motif
form-limitation-since = Depuis le
form-limitation-note = Ce que dit la personne
form-limitation-note-hint = En une phrase : ce qu’elle conteste, ce dont elle a besoin
form-limitation-lifted_on = Levée le
form-limitation-lifted_on-hint = Vide tant que le traitement est limité
form-limitation-lifted_because = Levée parce que
code-LimitationReason-exactitude = exactitude contestée
code-LimitationReason-illicite = traitement illicite, effacement refusé
code-LimitationReason-droits = nécessaire à la défense de ses droits
code-LimitationReason-opposition = opposition en cours d’examen
violation-lifted-before-limited = La limitation serait levée avant d’avoir commencé.
violation-lifted-before-limited-remedy = Corrigez l’une des deux dates.
violation-lifted-without-reason = La raison de la levée manque.
violation-lifted-without-reason-remedy = Dites en quelques mots pourquoi la limitation ne vaut plus.
err-processing-limited = Le traitement est limité à la demande de la personne : rien ne s’écrit plus d’elle, et elle ne figure sur aucune liste qui sort.
err-processing-limited-remedy = Attendez, ou levez la limitation dans les droits de la personne (« droits de la personne », dans son dossier).
who-limited = (limité)
out-limited-left-out = { $count ->
    [one] { $count } personne laissée de côté
   *[other] { $count } personnes laissées de côté
}, car le traitement est limité (RGPD, article 18). « jalon list », sans --format, les montre.
out-limited-no-alert = Le traitement est limité (RGPD, article 18) : aucune alerte ne court jusqu’à ce que la limitation soit levée.
file-limited = TRAITEMENT LIMITÉ depuis le { $since } : { $reason }
rights-limit = Limiter le traitement
rights-limit-said = tout est gardé ; ni saisie, ni liste, ni alerte
rights-unlimit = Lever la limitation
rights-unlimit-said = avec sa date et sa raison

# Transferts de dossier
act-assignment = transfert du dossier
out-assignment = transfert du dossier
form-assignment = transfert du dossier
form-assignment-phase = Où il en est
form-assignment-on = Le
form-assignment-from = Du poste de
form-assignment-to = Au poste de
form-assignment-until = Jusqu’au
form-assignment-reason = Motif
code-TransferPhase-demande = demandé par l’équipe
code-TransferPhase-remis = remis par le poste
code-TransferPhase-confie = confié au nouveau poste
err-transfer-underway = Ce dossier change de poste : plus rien n’y est écrit avant que l’autre poste l’ait reçu.
err-transfer-underway-remedy = Échangez avec l’équipe (« x ») : le transfert se finit tout seul. Notez sur papier ce qui ne peut attendre.
err-no-such-station = Aucun autre poste inscrit ne porte ce nom, ou c’est lui qui a déjà le dossier.
err-no-such-station-remedy = « jalon status » donne les postes et leurs quatre caractères.
cli-transfer = Fait passer un dossier d’un poste à un autre, sur le poste de l’équipe
cli-transfer-person = Nom, référence ou identifiant
cli-transfer-to = Poste qui le reçoit : ses quatre caractères, son nom ou son identité
cli-transfer-until = Dernier jour, si le dossier n’est que prêté (rappelé, jamais repris de soi-même)
cli-transfer-lost = Le poste qui l’avait est perdu : donne aussitôt ce que l’équipe en a reçu
cli-value-station = POSTE
transfer-demande = { $who } : demandé au poste de { $from }, pour celui de { $to }, le { $date }. Rien n’y est plus écrit en attendant.
transfer-remis = { $who } : remis par le poste de { $from }, pour celui de { $to }, le { $date }. Le prochain retour le lui donne.
transfer-confie = { $who } : confié au poste de { $to } le { $date }. Le prochain retour le lui apporte avec toute son histoire.
why-limited = le traitement est limité : ici, on lit ; la limitation se lève dans les droits de la personne
why-followed-elsewhere = un autre poste suit cette personne : ici, on lit, et on note ce que décide la commission
why-transfer-underway = ce dossier change de poste : rien n’y est écrit avant que l’autre poste l’ait reçu
action-transfer-open = confier à un autre poste
transfer-title = confier le dossier
transfer-followed = Le poste de { $who } suit cette personne.
transfer-own = L’équipe a ce dossier elle-même.
transfer-how = Entrée : choisir le poste qui suivra. Tout voyage avec les échanges : envoyez les retours (x), puis prenez les lots.
transfer-files = dossiers
transfer-to = Confier au poste de { $to }
transfer-way-asked = demander : son poste le remet au prochain échange, rien ne se perd
transfer-way-lost = poste perdu : donner aussitôt ce que l’équipe en a reçu
why-no-other-station = aucun autre poste n’est inscrit : « jalon key enrol » en inscrit un
why-team-alone = l’équipe opérationnelle confie les dossiers d’un poste à l’autre
exchange-underway-more = Et { $count } autres dossiers en route.
