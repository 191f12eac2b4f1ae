# Les alertes : titre, raison en une ligne, explication complète.
al-01 = Entretien physique du mois
al-01-reason =
    { $status ->
        [due] aucun entretien physique en { $month }
       *[soon] pas encore d’entretien physique en { $month }
    }
al-01-why = Article { $article } ({ $rule }) : au moins un entretien physique par mois civil, pour chaque mois d’au moins { $present_days } de présence. Le compte part de { $start } ; aucun entretien physique en { $month }. { $when }
al-02 = Sans entretien individuel
al-02-reason =
    { $status ->
        [due] aucun entretien depuis { $since }
       *[soon] aucun entretien depuis { $since }, limite le { $limit }
    }
al-02-why = Article { $article } ({ $rule }) : pas plus de { $interview_gap } sans entretien individuel, quelle qu’en soit la modalité. Le délai part de { $start } ; dernier jour permis : { $limit }. { $when }
al-03 = Sans étape de parcours
al-03-reason =
    { $status ->
        [due] aucune étape depuis { $since }
       *[soon] aucune étape depuis { $since }, limite le { $limit }
    }
al-03-why = Article { $article } ({ $rule }) : pas plus de { $step_gap } sans étape de parcours. Une étape en cours arrête le délai, une étape seulement prévue ne l’arrête pas. Le délai part de { $start } ; dernier jour permis : { $limit }. { $when }
al-04 = Hors parcours
al-04-reason =
    { $cause ->
        [no_justified_interview] aucun suivi justifié depuis { $since }{ $outlook }
        [no_action_proposed] aucune action proposée depuis { $since }{ $outlook }
       *[both] ni suivi justifié ni action en { $at_least }{ $outlook }
    }
al-04-outlook =
    { $status ->
        [due] {""}
       *[soon] , hors parcours le { $due }
    }
al-04-why = Article { $article } ({ $rule }) : après { $follow_up_gap } sans suivi justifié ou sans action proposée, la personne n’est plus considérée en parcours et sa situation est soumise à la commission. Ce qui manque : { $causes }. Le délai part de { $start }. { $when }
al-05 = Réexamen obligatoire
al-05-reason =
    { $kind ->
        [adhesion] { $pathway_review } de parcours le { $due }
       *[decision] dernier réexamen le { $since_date }, à refaire le { $due }
    }
al-05-why = Article { $article } ({ $rule }) : la commission réexamine toute situation à { $pathway_review } de parcours, suspensions comprises, puis, si elle n’a pas fixé de date, { $pathway_review_again } après. Le délai part de { $start }. { $when }
al-06 = Réexamen fixé
al-06-reason = réexamen fixé au { $due } par la commission
al-06-why = Article { $article } ({ $rule }) : { $start } a fixé un réexamen au { $due }. Un ajournement ne le remplace pas. { $when }
al-07 = Diagnostic renforcé
al-07-reason =
    { $status ->
        [due] diagnostic à rendre depuis le { $limit }
       *[soon] diagnostic à rendre le { $limit } au plus tard
    }
al-07-why = Article { $article } ({ $rule }) : un diagnostic renforcé dure { $diagnosis_length } au plus. Le délai part de { $start } ; dernier jour permis : { $limit }. { $when }
al-08 = Fin de suspension
al-08-reason =
    { $status ->
        [due] suspension finie le { $due }, à décider
       *[soon] suspension jusqu’au { $due }
    }
al-08-why = Article { $article } ({ $rule }) : { $start } a suspendu le parcours jusqu’au { $due } inclus. Une suspension ne prend jamais fin en silence : une décision est attendue. { $when }
al-09 = Entretien à compléter
al-09-reason = entretien du { $since_date } : { $causes }
al-09-why = Article { $article } ({ $rule }) : chaque entretien donne un compte rendu qui dit sa date et sa durée, signé des deux parties sous { $signing_time }. À compléter pour l’entretien du { $since_date } : { $causes }. { $when }
al-10 = Acte d’engagement à signer
al-10-reason = acte d’engagement non signé, adhésion du { $since_date }
al-10-why = Article { $article } ({ $rule }) : l’acte d’engagement est signé de tous sous { $deed_time }. Le délai part de { $start } ; dernier jour permis : { $limit }. { $when }
al-11 = Prescripteur à informer
al-11-reason = prescripteur non informé de la décision du { $since_date }
al-11-why = Article { $article } ({ $rule }) : le prescripteur est informé par courriel de la décision de la commission, sous { $prescriber_time }. Le délai part de { $start } ; dernier jour permis : { $limit }. { $when }
al-12 = Sortie à proposer
al-12-reason = six mois en emploi le { $due }, début le { $since_date }
al-12-why = Article { $article } ({ $rule }) : une sortie positive se propose à l’issue de { $exit_months } en emploi. Le compte part de { $start }. { $when }
al-13 = Sortie qui se perd
al-13-reason = dernier jour pour proposer la sortie : { $limit }
al-13-why = Article { $article } ({ $rule }) : les contrats comptent sur { $exit_window }. Dernier jour où la sortie peut être proposée telle quelle : { $limit } ; ensuite, elle relève du Comité technique. Le compte part de { $start }. { $when }
al-14 = Fin de la post-formation
al-14-reason = diplôme du { $since_date }, accompagnement jusqu’au { $due }
al-14-why = Article { $article } ({ $rule }) : une validation que rien ne suit est complétée de { $post_training } d’accompagnement à la recherche d’emploi, puis la sortie se propose. Le compte part de { $start }. { $when }
al-15 = Objectifs à transmettre
al-15-reason = objectifs non transmis au partenaire, étape du { $since_date }
al-15-why = Article { $article } ({ $rule }) : les objectifs fixés avec l’adhérent·e sont transmis au partenaire avant le début de l’étape, le { $since_date }. { $when }
al-16 = Bilan du partenaire
al-16-reason = bilan du partenaire manquant, étape finie le { $since_date }
al-16-why = Article { $article } ({ $rule }) : le bilan individuel est écrit et signé du partenaire à la fin de l’étape, le { $since_date }, sous { $partner_review_time } ; dernier jour permis : { $limit }. { $when }
al-17 = Fin prochaine
al-17-reason = { $kind ->
    [employment] contrat qui finit le { $limit }
   *[other] étape qui finit le { $limit }
}
al-17-why = Article { $article } ({ $rule }) : chaque période se suit, et sa suite se prépare. Elle a commencé le { $since_date } et finit le { $limit }, annoncé { $ending_notice } avant. { $when }
al-18 = CV à mettre à jour
al-18-reason = { $kind ->
    [adhesion] aucun CV depuis l’adhésion du { $since_date }
    [takeover] aucun CV depuis la reprise du dossier le { $since_date }
   *[other] dernier CV le { $since_date }
}
al-18-why = Article { $article } ({ $rule }) : un CV est au dossier dès l’entrée, puis à chaque mise à jour, sans passer { $cv_age } ; il est annoncé { $cv_notice } avant. Le délai part de { $start }. { $when }
al-19 = Pièces du dossier de commission
al-19-reason = pièces manquantes ou périmées, séance du { $since_date }
al-19-why = Article { $article } ({ $rule }) : un dossier présenté à la commission a toutes les pièces demandées, reçues et valables le jour de la séance, le { $since_date } ; incomplet, il est ajourné. Le manque est annoncé { $documents_notice } avant. { $when }
al-25 = Réorientation à organiser
al-25-reason = aucune destination notée pour la fin du marché
al-25-why = Article { $article } ({ $rule }) : pendant la dernière année du marché, { $last_year }, chaque personne accompagnée est réorientée vers un dispositif adapté ; au 31 décembre, personne ne reste sans destination. L’adhésion est du { $since_date }. { $when }

# Depuis quand, dans une raison.
since-event = le { $date }
since-adhesion = l’adhésion ({ $date })
since-suspension_end = la reprise ({ $date })

# Ce qui fait partir un délai, dans une explication.
start-takeover = la reprise du dossier dans Jalon, le { $date }
start-adhesion = l’adhésion du { $date }
start-suspension_end = la fin de la suspension (lendemain : { $date })
start-interview = l’entretien du { $date }
start-step = la dernière étape, finie le { $date }
start-proposal = la dernière action proposée, le { $date }
start-decision = la commission du { $date }
start-employment = l’emploi commencé le { $date }
start-work = le dernier emploi, fini le { $date }
start-training = le diplôme ou titre du { $date }
start-evidence = le CV du { $date }
start-submission = la séance du { $date }

why-due = L’alerte tient depuis le { $due }, soit { $span }.
why-due-now = L’alerte tient de ce jour, le { $due }.
why-soon = L’alerte tiendra le { $due }, dans { $span }.

# Ce qui lève une alerte.
clears-physical_interview = un entretien tenu en présence : sur place, hors les murs, en entreprise ou à domicile
clears-interview = un entretien individuel tenu, quelle qu’en soit la modalité
clears-step = une étape qui commence
clears-justified_interview = un entretien tenu, avec compte rendu, durée et les deux signatures
clears-proposal = une action proposée, même déclinée
clears-review = un réexamen par la commission ; un ajournement ne suffit pas
clears-ruling = une décision de la commission ; un ajournement ne suffit pas
clears-entry_ruling = une décision de la commission sur l’entrée ; un ajournement ne suffit pas
clears-outcome = l’issue du rendez-vous
clears-duration = la durée de l’entretien
clears-participant_signature = la signature de l’adhérent·e, ou son refus
clears-counsellor_signature = la signature de l’accompagnateur·rice
clears-exit_ruling = une décision de la commission sur la sortie
clears-deed_signature = l’acte d’engagement signé de tous
clears-prescriber_informed = le courriel au prescripteur, noté comme évènement
clears-objectives_sent = la date à laquelle les objectifs ont été transmis
clears-partner_review = la date du bilan signé du partenaire
clears-next_step = la suite : une autre étape, un autre contrat, une nouvelle fin
clears-new_cv = un CV à jour, ajouté aux pièces
clears-documents = chaque pièce demandée, reçue et valable le jour de la séance (la page Commission les liste)
clears-destination = le dispositif où la personne est réorientée, noté dans l’adhésion
clears-signing_again = les deux signatures, de nouveau : le compte rendu a été modifié

# Libellés des listes des règles : code-<Liste>-<code>.
code-AlertCode-AL-01 = entretien physique du mois
code-AlertCode-AL-02 = sans entretien individuel
code-AlertCode-AL-03 = sans étape de parcours
code-AlertCode-AL-04 = hors parcours
code-AlertCode-AL-05 = réexamen obligatoire
code-AlertCode-AL-06 = réexamen fixé
code-AlertCode-AL-07 = diagnostic renforcé
code-AlertCode-AL-08 = fin de suspension
code-AlertCode-AL-09 = entretien à compléter
code-AlertCode-AL-10 = acte d’engagement
code-AlertCode-AL-11 = prescripteur à informer
code-AlertCode-AL-12 = sortie à proposer
code-AlertCode-AL-13 = sortie qui se perd
code-AlertCode-AL-14 = fin de post-formation
code-AlertCode-AL-15 = objectifs à transmettre
code-AlertCode-AL-16 = bilan du partenaire
code-AlertCode-AL-17 = fin prochaine
code-AlertCode-AL-18 = CV
code-AlertCode-AL-19 = pièces du dossier
code-AlertCode-AL-25 = réorientation
code-Severity-critical = saisir la commission
code-Severity-high = date passée
code-Severity-medium = suivi à reprendre
code-Severity-low = à venir
code-Status-due = en retard
code-Status-soon = bientôt
code-Cause-no_justified_interview = suivi justifié
code-Cause-no_action_proposed = action proposée
code-Cause-outcome_missing = issue du rendez-vous
code-Cause-duration_missing = durée
code-Cause-participant_signature_missing = signature adhérent·e
code-Cause-counsellor_signature_missing = signature accompagnateur·rice
code-Cause-changed_since_signed = modifié après la signature
causes-both-signatures = les deux signatures
code-FactKind-takeover = reprise du dossier
code-FactKind-adhesion = adhésion
code-FactKind-suspension_end = fin de suspension
code-FactKind-interview = entretien
code-FactKind-step = étape
code-FactKind-decision = décision
code-FactKind-employment = emploi
code-FactKind-training = formation
code-FactKind-evidence = pièce
code-FactKind-submission = dossier de commission
code-Weight-starts = fait partir le délai
code-Weight-earlier = compte, mais autre chose a suivi
code-Weight-later = après la date où l’on se place
code-Weight-not_held = non tenu
code-Weight-not_physical = pas en présence
code-Weight-not_justified = non justifié : compte rendu, durée ou signature manquent
code-Weight-changed_since_signed = modifié après la signature : à signer de nouveau
code-Weight-not_carried_out = non réalisée, ou sans dates
code-Weight-not_proposed = sans date de proposition
code-Weight-adjourned = ajournement : rien n’est décidé
code-Weight-too_soon = tenu avant le terme
code-Weight-other_ruling = ne concerne pas ce délai
code-Unit-days = jours
code-Unit-working_days = jours ouvrés
code-Unit-months = mois
code-Unit-day_of_month = jour du mois
code-ParameterKey-present_days = présence à partir de laquelle un mois compte
code-ParameterKey-monthly_soon_day = jour du mois où l’entretien physique manquant est annoncé
code-ParameterKey-monthly_interval = intervalle avant le prochain entretien physique
code-ParameterKey-interview_gap = temps permis sans entretien individuel
code-ParameterKey-interview_notice = annonce avant la fin de ce temps
code-ParameterKey-step_gap = temps permis sans étape
code-ParameterKey-step_notice = annonce avant la fin de ce temps
code-ParameterKey-follow_up_gap = temps sans suivi justifié ou sans action proposée
code-ParameterKey-follow_up_first_warning = première annonce
code-ParameterKey-follow_up_second_warning = seconde annonce
code-ParameterKey-pathway_review = temps de parcours avant le réexamen obligatoire
code-ParameterKey-pathway_review_again = temps avant le réexamen suivant, si aucune date n’est fixée
code-ParameterKey-pathway_review_notice = annonce avant le réexamen obligatoire
code-ParameterKey-review_date_notice = annonce avant la date fixée
code-ParameterKey-diagnosis_length = durée permise d’un diagnostic renforcé
code-ParameterKey-diagnosis_notice = annonce avant la fin de ce temps
code-ParameterKey-suspension_notice = annonce avant la fin de la suspension
code-ParameterKey-signing_time = temps pour signer un compte rendu

err-pack-missing-parameter = Le jeu de règles est incomplet : une valeur manque.
err-pack-missing-parameter-remedy = Demandez à l’équipe opérationnelle de renvoyer le jeu de règles.

# Ce qui ne va pas dans une saisie : violation-<code>, puis ce qu’il y a à faire.
violation-name-missing = Le nom est vide.
violation-name-missing-remedy = Tapez-le.
violation-date-in-future = Cette date n’est pas encore passée.
violation-date-in-future-remedy = Vérifiez le jour et l’année.
violation-age-unlikely = L’âge est inhabituel.
violation-age-unlikely-remedy = Vérifiez l’année de naissance.
violation-postal-code-shape = Un code postal a cinq chiffres.
violation-postal-code-shape-remedy = Tapez-le en entier, sans lettre.
violation-postal-code-elsewhere = Ce code postal n’est pas celui de la commune.
violation-postal-code-elsewhere-remedy = Vérifiez le code postal et la commune.
violation-sector-outside-rouen = Seule Rouen est découpée en secteurs.
violation-sector-outside-rouen-remedy = Videz le secteur, ou vérifiez la commune.
violation-commune-outside = Cette commune est hors de la Métropole.
violation-commune-outside-remedy = Vérifiez-la : une adhésion demande d’y résider.
violation-commune-unknown = Cette commune n’est pas reconnue.
violation-commune-unknown-remedy = Tapez son nom ou son code INSEE, puis choisissez dans la liste.
violation-phone-shape = Ce numéro de téléphone est trop court.
violation-phone-shape-remedy = Vérifiez-le.
violation-email-shape = Cette adresse de courriel n’a pas la forme habituelle.
violation-email-shape-remedy = Vérifiez-la : nom, @, puis domaine.
violation-social-security-number = Ce texte contient un numéro de sécurité sociale.
violation-social-security-number-remedy = Retirez-le : Jalon ne le garde jamais.
violation-text-too-long = Ce texte dépasse 20 000 caractères.
violation-text-too-long-remedy = Coupez-le, ou répartissez-le sur plusieurs écritures.
violation-interview-in-future = Un entretien à venir ne peut pas déjà être tenu ni manqué.
violation-interview-in-future-remedy = Corrigez la date, ou notez-le comme prévu.
violation-appointment-in-past = Ce rendez-vous est passé.
violation-appointment-in-past-remedy = Dites ce qu’il en est advenu, ou corrigez la date.
violation-duration-impossible = Un entretien dure de 1 minute à 10 heures.
violation-duration-impossible-remedy = Tapez la durée en minutes (45), ou en heures et minutes (1h15).
violation-interview-before-adhesion = Cet entretien précède l’adhésion.
violation-interview-before-adhesion-remedy = Vérifiez l’année, ou ajoutez la date d’orientation.
violation-interview-after-exit = Cet entretien suit la sortie.
violation-interview-after-exit-remedy = Vérifiez la date, ou la date de sortie.
violation-signed-before-interview = La signature précède l’entretien.
violation-signed-before-interview-remedy = Vérifiez les deux dates.
violation-signed-but-not-held = Un entretien qui n’a pas été tenu est signé.
violation-signed-but-not-held-remedy = Vérifiez l’issue, ou retirez la signature.
violation-level-unknown = Le niveau de qualification va de 1 à 8.
violation-level-unknown-remedy = Prenez la nomenclature de 2019 : 3 pour un CAP, 4 pour un bac.
violation-main-criterion-not-held = Le critère principal n’est pas parmi les critères retenus.
violation-main-criterion-not-held-remedy = Cochez-le aussi, ou choisissez-en un autre.
violation-exit-date-missing = Il y a un motif de sortie, mais pas de date.
violation-exit-date-missing-remedy = Ajoutez la date de sortie, ou retirez le motif.
violation-exit-reason-missing = Il y a une date de sortie, mais pas de motif.
violation-exit-reason-missing-remedy = Choisissez le motif.
violation-dates-out-of-order = Cette date précède l’étape d’avant : orientation, accueil, décision, adhésion, acte d’engagement.
violation-dates-out-of-order-remedy = Vérifiez l’ordre des dates.
violation-exit-other-than-ruled = La commission a validé la sortie à une autre date.
violation-exit-other-than-ruled-remedy = C’est cette date-ci qui compterait partout. Effacez-la pour garder celle de la commission, ou confirmez.
violation-exit-before-adhesion = La sortie précède l’adhésion.
violation-exit-before-adhesion-remedy = Corrigez l’une des deux dates.
violation-exit-in-future = Cette sortie est à venir.
violation-exit-in-future-remedy = Vérifiez la date : la personne reste en file active jusque-là.
violation-public-not-of-age = Le public ne correspond pas à l’âge le jour de l’orientation.
violation-public-not-of-age-remedy = Jeune : moins de 26 ans. Vérifiez la date de naissance.
violation-lot-elsewhere = Ce lot n’est pas celui de la commune.
violation-lot-elsewhere-remedy = Vérifiez la commune, le secteur et le public.
violation-title-missing = L’intitulé est vide.
violation-title-missing-remedy = Tapez en quelques mots ce qui est prévu ou fait.
violation-ends-before-start = La fin précède le début.
violation-ends-before-start-remedy = Corrigez l’une des deux dates.
violation-due-before-agreed = L’échéance précède l’accord.
violation-due-before-agreed-remedy = Corrigez l’une des deux dates.
violation-ended-before-agreed = L’objectif finit avant d’avoir été convenu.
violation-ended-before-agreed-remedy = Corrigez l’une des deux dates.
violation-goal-ended-but-running = L’objectif a une date de fin et reste « en cours ».
violation-goal-ended-but-running-remedy = Choisissez son état : atteint, atteint en partie, non atteint, abandonné.
violation-answered-before-positioned = La réponse est datée d’avant le positionnement.
violation-answered-before-positioned-remedy = Vérifiez les deux dates.
violation-answered-but-waiting = Une réponse est datée, et la suite reste « en attente ».
violation-answered-but-waiting-remedy = Choisissez la suite : entretien, retenu·e, non retenu·e…
violation-extension-without-opinion = Prolonger l’accompagnement se décide après l’avis du Comité technique (R2-12).
violation-extension-without-opinion-remedy = Saisissez le jour de cet avis, avant celui de la décision.
violation-ruled-before-prepared = La séance est avant le jour où le dossier a été commencé.
violation-ruled-before-prepared-remedy = Vérifiez les deux dates.
violation-case-without-session = Le Comité technique s’est prononcé, mais la séance n’est pas datée.
violation-case-without-session-remedy = Saisissez le jour de la séance, ou remettez l’état à « proposé ».
violation-case-incomplete = Il reste des points de l’article 2 où rien n’est écrit.
violation-case-incomplete-remedy = Complétez-les, ou gardez le dossier « en préparation ».
violation-admitted-against-a-condition = L’une des trois conditions d’adhésion a pour réponse « non ».
violation-admitted-against-a-condition-remedy = Vérifiez les trois réponses, ou proposez un autre accompagnement.
violation-proposed-after-start = L’étape a commencé avant d’être proposée.
violation-proposed-after-start-remedy = Vérifiez les deux dates.
violation-start-missing = Une étape en cours sans début n’arrête aucun délai.
violation-start-missing-remedy = Ajoutez la date de début.
violation-running-not-started = L’étape est en cours, mais son début est à venir.
violation-running-not-started-remedy = Vérifiez le début, ou notez-la comme acceptée.
violation-running-but-over = L’étape est en cours, mais sa fin est passée.
violation-running-but-over-remedy = Vérifiez la fin, ou notez-la comme réalisée.
violation-end-missing = Une étape réalisée sans date n’arrête aucun délai.
violation-end-missing-remedy = Ajoutez le début et la fin.
violation-done-not-over = L’étape est réalisée, mais sa fin est à venir.
violation-done-not-over-remedy = Vérifiez la fin, ou notez-la en cours.
violation-abandoned-not-started = L’étape est abandonnée avant d’avoir commencé.
violation-abandoned-not-started-remedy = Vérifiez le début, ou notez-la comme annulée ou refusée.
violation-proposal-date-missing = Une proposition sans date n’arrête aucun délai.
violation-proposal-date-missing-remedy = Ajoutez la date de la proposition.
violation-ruling-not-of-business = Cette décision ne se prend pas sur cet objet.
violation-ruling-not-of-business-remedy = Vérifiez l’objet et la décision.
violation-suspension-end-missing = Une suspension a toujours une fin.
violation-suspension-end-missing-remedy = Ajoutez le dernier jour de la suspension.
violation-suspension-not-decided = Il y a une fin de suspension, mais la décision n’est pas une suspension.
violation-suspension-not-decided-remedy = Videz cette date, ou corrigez la décision.
violation-suspension-ends-before-session = La suspension finit avant la séance.
violation-suspension-ends-before-session-remedy = Corrigez l’une des deux dates.
violation-review-before-session = Le réexamen doit suivre la séance.
violation-review-before-session-remedy = Corrigez l’une des deux dates.
violation-review-date-missing = La commission fixe une date de réexamen avec cette décision.
violation-review-date-missing-remedy = Ajoutez-la, si elle est connue.
code-Measure-months = mois
code-Measure-days = jours
code-Measure-weeks = semaines
code-Measure-mean_weekly_minutes = moyenne par semaine
code-Measure-total_minutes = heures en tout
code-Obstacle-too_short = durée insuffisante
code-Obstacle-not_running = rien n’est en cours ce jour-là
code-Obstacle-hours_without_basis = moins de 24 h par semaine sans motif enregistré
code-Obstacle-hours_do_not_suit = le temps de travail ne convient pas à la personne
code-Obstacle-too_few_weeks = moins de 26 semaines travaillées
code-Obstacle-too_few_hours = moins de 28 h par semaine en moyenne
code-Obstacle-not_awarded = rien n’est encore obtenu
code-Obstacle-support_running = accompagnement post-formation en cours
code-Obstacle-in_work = emploi trouvé depuis, moins de 6 mois
code-Obstacle-higher_training = formation de niveau supérieur en cours de parcours
code-Obstacle-case_by_case = cas particulier, à examiner
code-Route-commission = commission
code-Route-technical_committee = Comité technique
code-ParameterKey-exit_months = durée en emploi qui qualifie une sortie
code-ParameterKey-exit_days = jours de contrat qui qualifient une sortie
code-ParameterKey-exit_window = période examinée avant la sortie
code-ParameterKey-agency_weeks = semaines d’intérim qui qualifient une sortie
code-ParameterKey-agency_weekly_hours = moyenne d’heures de ces semaines
code-ParameterKey-short_weekly_hours = heures par semaine sous lesquelles un motif est demandé
code-ParameterKey-post_training = accompagnement post-formation
code-ParameterKey-exit_notice = annonce d’une sortie à proposer
code-ParameterKey-window_notice = annonce d’une sortie qui se perd
code-ParameterKey-post_training_notice = annonce de la fin de la post-formation
code-ParameterKey-deed_time = temps pour signer l’acte d’engagement
code-ParameterKey-prescriber_time = temps pour informer le prescripteur
code-ParameterKey-objectives_notice = annonce des objectifs à transmettre
code-ParameterKey-partner_review_time = temps pour signer le bilan du partenaire
code-ParameterKey-ending_notice = annonce d’une fin
code-ParameterKey-cv_age = ancienneté d’un CV
code-ParameterKey-cv_notice = annonce d’un CV ancien
code-ParameterKey-documents_notice = annonce des pièces qui manquent
code-ParameterKey-last_year = dernière année du marché
code-ParameterKey-attestation_age = ancienneté d’une attestation
code-ParameterKey-address_age = ancienneté d’un justificatif de domicile
code-Unit-weeks = semaines
code-Unit-hours = heures
code-Unit-year = année
violation-hours-impossible = Une semaine n’a pas tant d’heures.
violation-hours-impossible-remedy = Tapez les heures d’une semaine : 35, 24h30.
violation-siret-malformed = Un SIRET a quatorze chiffres.
violation-siret-malformed-remedy = Corrigez-le, ou laissez le champ vide.
violation-awarded-before-start = Le diplôme précède le début de la formation.
violation-awarded-before-start-remedy = Vérifiez les deux dates.
violation-destination-missing = La date d’une réorientation est notée, sans sa destination.
violation-destination-missing-remedy = Notez le dispositif, ou effacez la date.
