# Documents : ce qui s’imprime, et la mention du Fonds social européen.
document-head = PLIE de la Métropole Rouen Normandie
document-label = { $label } :
document-made = Fait le { $date } – { $name }
document-emblem = [emblème de l’Union européenne]
document-dossier = Dossier d’instruction – { $business } – séance du { $date }
document-agenda = Ordre du jour – commission du { $date }
document-attendance = Feuille de présence – commission du { $date }
document-review = Dossier de séance – commission du { $date }
document-adjourned = { $count ->
        [one] Déjà ajourné une fois.
       *[other] Déjà ajourné { $count } fois.
    }
document-person = { $name }, né·e le { $birth } (réf. { $reference })
document-who = Identité et orientation
document-name = Nom et prénom
document-pathway = Parcours
document-state = Situation
document-months = Durée du parcours
document-last-interview = Dernier entretien
document-last-justified = Dernier suivi justifié
document-last-step = Dernière étape
document-diagnosis = Diagnostic partagé
document-no-diagnosis = Aucun diagnostic n’est saisi.
document-review-blocks = Réexamen
document-exit = Sortie proposée
document-barriers = Freins à lever
document-lacks = Ce qui manque au dossier
document-lacks-nothing = Rien ne manque.
document-overridden = Inscrit par dérogation : { $because } ({ $by }).
document-opinion = Avis motivé du responsable de l’action
document-decision = Décision de la commission
document-decision-lines =
    Date du prochain examen : ____ /____ /________

    Motifs, recommandations :
    ______________________________________________________________________
    ______________________________________________________________________

    Signatures de la coprésidence :
document-agenda-count = { $count ->
        [0] Aucun dossier.
        [one] Un dossier.
       *[other] { $count } dossiers.
    }
document-agenda-none = Aucun.
document-agenda-lacks = Il manque : { $lacks }
document-decided = Décision : { $ruling }
document-chairs = Coprésidence
document-members = Membres
document-attendance-line = Nom : ______________________________  Signature : ______________________
document-attendance-noted = { $names } – Signature : ______________________
document-attendance-lacks = Il n’est pas noté : { $lacks }.
document-steps = Bilan des actions
document-steps-none = Aucune étape.
document-partner-review = bilan du partenaire signé le { $date }
document-interviews = Comptes rendus d’entretiens
document-interviews-since = Depuis la décision de la commission du { $date }.
document-interviews-none = Aucun entretien.
document-signed = signé des deux parties
document-unsigned = à signer
document-proofs = Pièces justificatives
document-proofs-none = Aucune pièce.
document-dated = du { $date }
document-received = reçue le { $date }
document-checked = vérifiée le { $date }
document-refused = refusée
code-FseProgramme-2014_2020 = Ce projet est cofinancé par le Fonds social européen dans le cadre du programme opérationnel national « Emploi et Inclusion » 2014-2020
code-FseProgramme-2021_2027 = Cofinancé par l’Union européenne
code-Seat-copresidence_france_travail = Représentant·e de France Travail (Pôle emploi)
code-Seat-copresidence_utas = Représentant·e de l’UTAS de Rouen et Boucles de Seine
code-Seat-responsables_action = Responsables d’action des titulaires
code-Seat-mission_accompagnement = Chargé·e de la mission d’accompagnement à l’emploi
code-Seat-relations_entreprises = Chargé·e·s de relations avec les entreprises
code-Seat-unite_adjointe = Chargé·e d’unité adjoint·e
code-Seat-responsable_insertion = Responsable du service Insertion
code-Seat-assistance_administrative = Assistant·e administratif·ve
code-Seat-personne_competente = Toute personne compétente
cli-print = Écrit un document à imprimer : texte de 80 colonnes, avec la mention du FSE
cli-print-dossier = Dossier d’instruction d’une personne pour la commission
cli-print-dossier-person = Nom, référence ou identifiant de la personne
cli-print-dossier-out = Fichier à créer ; jamais écrasé
cli-print-agenda = Ordre du jour d’une séance
cli-print-agenda-session = Date de la séance ; la prochaine par défaut
cli-print-agenda-out = Fichier à créer ; jamais écrasé
cli-print-attendance = Feuille de présence d’une séance
cli-print-attendance-session = Date de la séance ; la prochaine par défaut
cli-print-attendance-out = Fichier à créer ; jamais écrasé
cli-print-email = Courriel qui informe le prescripteur de la décision
cli-print-email-person = Nom, référence ou identifiant de la personne
cli-print-email-out = Fichier à créer ; jamais écrasé
cli-print-session = Dossier de séance : actions, comptes rendus et pièces de chaque personne
cli-print-session-session = Date de la séance ; la prochaine par défaut
cli-print-session-out = Fichier à créer ; jamais écrasé
err-print-names = Un document nomme toujours les personnes : il n’y en a pas sans les noms.
err-print-names-remedy = Retirez --no-names.
err-print-not-submitted = Cette personne n’est pas présentée à la commission : il n’y a pas de dossier d’instruction.
err-print-not-submitted-remedy = Inscrivez-la d’abord, avec la touche C dans son dossier.
err-print-nothing-to-tell = Il n’y a rien à annoncer : aucune décision d’entrée, ou aucun prescripteur.
err-print-no-session = Aucune séance n’est prévue.
err-print-no-session-remedy = Donnez sa date.
action-session-new = noter une séance
action-document-print = imprimer
scope-commission = Commission
why-nothing-to-print = Il n’y a rien à imprimer : ni dossier présenté, ni décision à annoncer, ni séance.
print-title = Quel document ?
print-question = Dans quel fichier écrire ce document ?
print-how = Un nouveau fichier de texte, que rien ne protège plus. Entrée l’écrit.
print-done = { $limited ->
        [0] Document écrit : { $path }. Il n’est plus protégé.
        [one] Document écrit sans une personne dont le traitement est limité : { $path }. Il n’est plus protégé.
       *[other] Document écrit sans { $limited } personnes dont le traitement est limité : { $path }. Il n’est plus protégé.
    }
code-DocumentKind-dossier = dossier d’instruction
code-DocumentKind-ordre-du-jour = ordre du jour
code-DocumentKind-presence = feuille de présence
code-DocumentKind-courriel = courriel au prescripteur
code-DocumentKind-seance = dossier de séance
code-DocumentKind-proces-verbal = procès-verbal
document-minutes = Procès-verbal – commission du { $date }
document-minutes-decisions = Décisions
document-minutes-count = Décisions notées : { $decided }. Dossiers sans décision notée : { $open }.
document-minutes-undecided = Aucune décision notée.
document-minutes-signatures = Signatures de la coprésidence :
cli-print-minutes = Procès-verbal d’une séance, sur le poste de l’équipe : présences et décisions de tous les postes
cli-print-minutes-session = Date de la séance ; la dernière par défaut
cli-print-minutes-out = Fichier à créer ; jamais écrasé
err-print-minutes-elsewhere = Le procès-verbal se fait sur le poste de l’équipe opérationnelle, qui connaît tous les dossiers.
err-print-minutes-elsewhere-remedy = Ici, imprimez l’ordre du jour ou la feuille de présence.
