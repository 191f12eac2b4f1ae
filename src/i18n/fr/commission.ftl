# Commission : dossiers présentés, séances, ce qui manque.
form-submission = dossier de commission
form-submission-business = Objet
form-submission-session_on = Séance visée
form-submission-ground = Catégorie
form-submission-exit_reason = Sortie proposée
form-submission-exit_on = Date de sortie
form-submission-exit_on-hint = Jour du fait, sinon celui de la séance
form-submission-updated_on = Données à jour le
form-submission-relation = Lien maintenu
form-submission-relation-hint = Moyens mis en œuvre : dates, canaux, résultats
form-submission-difficulties = Difficultés, actions
form-submission-partners = Échanges partenaires
form-submission-prepared_on = Prêt le
form-submission-prepared_on-hint = Vide tant que le dossier est un brouillon
form-submission-verified_by = Vérifié par
form-submission-verified_by-hint = La personne responsable de l’action chez le prestataire
form-submission-verified_on = Vérifié le
form-submission-opinion = Avis
form-submission-opinion_text = Motifs de l’avis
form-submission-listed_on = Inscrit le
form-submission-listed_on-hint = Refusé tant qu’il manque quelque chose, sauf dérogation
form-submission-override_because = Dérogation, motif
form-submission-override_because-hint = Inscrit malgré ce qui manque : votre nom y est noté
form-submission-override_by = Dérogation de
form-decision-diagnosis_until = Jusqu’au
form-decision-diagnosis_until-hint = 28 jours au plus après la séance : +28j
form-decision-other_support = Réorientation
form-decision-other_support-hint = L’action ou la mesure proposée à la place
form-decision-is_provisional = Provisoire
form-decision-is_provisional-hint = Oui tant que le relevé de décisions ne l’a pas confirmée
form-recommendation = recommandation
form-recommendation-title = À faire
form-recommendation-due_on = Avant le
form-recommendation-due_on-hint = +1m dans un mois, 30/6
form-recommendation-session_on = Séance du
form-recommendation-done_on = Fait le
form-recommendation-done_on-hint = Vide tant que c’est à faire
form-recommendation-note = Résultat
code-ReviewGround-hors_parcours = plus de parcours depuis six mois
code-ReviewGround-sans_entretien = plus d’entretien depuis deux mois
code-ReviewGround-sans_etape = plus d’étape depuis deux mois
code-ReviewGround-interet = intérêt de l’appui à réévaluer
code-ReviewGround-trois_ans = trois ans de parcours
code-ReviewGround-date_fixee = date fixée par la commission
code-ReviewGround-fin_suspension = fin de suspension
code-Opinion-favorable = favorable
code-Opinion-defavorable = défavorable
code-SubmissionState-brouillon = brouillon
code-SubmissionState-incomplet = incomplet
code-SubmissionState-complet = complet, avis attendu
code-SubmissionState-verifie = vérifié
code-SubmissionState-inscrit = inscrit
code-SubmissionState-ajourne = ajourné
code-SubmissionState-decide = décidé
code-SubmissionState-notifie = notifié
code-Gap-diagnostic = le diagnostic partagé
code-Gap-critere = un critère d’adhésion
code-Gap-categorie = la catégorie du réexamen
code-Gap-donnees_a_jour = la mise à jour des données
code-Gap-lien_maintenu = les moyens pour garder le lien
code-Gap-difficultes = les difficultés et leurs actions
code-Gap-partenaires = les échanges avec les partenaires
code-Gap-motif_sortie = la sortie proposée
code-Gap-date_sortie = la date de sortie
code-Gap-sortie_non_qualifiee = le critère de sortie, qui n’est pas rempli à cette date
code-Gap-preparation = la date à laquelle le dossier est prêt
code-Gap-verification = la vérification, avec nom et date
code-Gap-avis = l’avis
code-Gap-avis_motive = les motifs de l’avis
missing-in-diagnosis = diagnostic : { $what }
missing-document = { $what } ({ $standing })
missing-article = { $what } – art. { $article }
submission-complete = Rien ne manque : le dossier peut être inscrit.
submission-lacks = { $number ->
        [one] Il manque { $first }.
       *[other] Il manque { $number } éléments. D’abord { $first }.
    }
out-submission = dossier de commission
out-recommendation = recommandation
act-submission = dossier de commission
act-recommendation = recommandation
action-submission-new = inscrire à la commission
violation-opinion-without-author = L’avis n’a pas d’auteur.
violation-opinion-without-author-remedy = Ajoutez qui a vérifié le dossier, et quand.
violation-override-without-author = La dérogation n’a pas d’auteur.
violation-override-without-author-remedy = Enregistrez depuis un poste qui porte un nom.
violation-incomplete-on-agenda = Un dossier incomplet ne peut pas être inscrit : il serait ajourné.
violation-incomplete-on-agenda-remedy = Complétez-le, videz « Inscrit le », ou donnez le motif d’une dérogation.
violation-exit-before-last-interview = La sortie précède le dernier entretien tenu.
violation-exit-before-last-interview-remedy = Corrigez la date de sortie.
violation-recommended-after-due = L’échéance précède la séance.
violation-recommended-after-due-remedy = Corrigez l’une des deux dates.
violation-done-before-recommended = C’est fait avant la séance qui le recommande.
violation-done-before-recommended-remedy = Corrigez l’une des deux dates.
violation-other-support-missing = Un refus propose toujours une réorientation.
violation-other-support-missing-remedy = Ajoutez l’action ou la mesure proposée.
violation-adjournment-without-reason = Un ajournement a toujours un motif.
violation-adjournment-without-reason-remedy = Ajoutez ce qui manquait au dossier.
violation-diagnosis-end-missing = Un diagnostic renforcé a toujours une fin.
violation-diagnosis-end-missing-remedy = Ajoutez son dernier jour, 28 jours au plus après la séance.
violation-diagnosis-too-long = Un diagnostic renforcé dure 28 jours au plus.
violation-diagnosis-too-long-remedy = Avancez son dernier jour.
violation-diagnosis-ends-before-session = Le diagnostic renforcé finit avant la séance.
violation-diagnosis-ends-before-session-remedy = Corrigez l’une des deux dates.
file-page-commission = Commission
file-no-commission = Rien n’est allé à la commission. La touche { $submission-new } y inscrit le dossier.
commission-title = Commission
commission-held = { $count ->
        [0] Aucune séance depuis douze mois.
        [one] Une séance depuis douze mois.
       *[other] { $count } séances depuis douze mois.
    }
commission-nothing = Aucun dossier n’est présenté, et rien n’appelle la commission. Dans un dossier, la touche C l’inscrit.
commission-session-on = Séance du { $date }, { $span } – { $count ->
        [one] un dossier
       *[other] { $count } dossiers
    }{ $noted ->
        [no] {" "}· présence à noter
       *[other] {""}
    }
commission-session-past = Séance passée du { $date }, { $span } – { $count ->
        [one] une décision à saisir
       *[other] { $count } décisions à saisir
    }{ $noted ->
        [no] {" "}· présence à noter
       *[other] {""}
    }
commission-waiting = À présenter, sur aucun ordre du jour – { $count ->
        [one] une personne
       *[other] { $count } personnes
    }
commission-call = { $why } – { $date }
commission-nothing-missing = rien ne manque
commission-lacks = { $number ->
        [one] manque { $first }
       *[other] { $number } manques, d’abord { $first }
    }
commission-ahead = Séance du { $date } · { $business } · { $state }
commission-file = dossier
commission-overridden = dérogation
commission-provisional = provisoire
commission-adjourned = { $count }e ajournement
commission-due = avant le { $date }
commission-done = fait le { $date }
commission-to-do = à faire
commission-what = Quoi
commission-session = Séance
commission-state = Où en est-on
commission-said = Détail
action-commission-open = commission
action-recommendation-new = recommandation
action-prescriber-mail = courriel au prescripteur
why-nothing-to-tell = La commission n’a pas décidé d’entrée, ou personne n’a orienté cette personne.
mail-title = Courriel au prescripteur
mail-to = À : { $to }
mail-subject = Objet : PLIE – décision de la commission du { $date }
mail-told = Bonjour, { $person }, que vous avez orienté·e vers le PLIE, a été présenté·e à la commission du { $date }. Décision : { $ruling }.
mail-other = Réorientation proposée : { $support }.
mail-until = Jusqu’au { $date }.
mail-provisional = Sous réserve du relevé de décisions.
mail-end = Cordialement, { $name }
mail-sent = Recopiez ce texte dans votre messagerie : Jalon n’envoie rien. Entrée note qu’il est parti aujourd’hui.
commission-noted = { $count ->
        [one] Une séance notée
       *[other] { $count } séances notées
    }
commission-attendance-lacks = à noter : { $lacks }
violation-opinion-not-the-managers = L’avis motivé est celui du responsable de l’action : vous ne pouvez pas le donner en votre nom.
violation-opinion-not-the-managers-remedy = Écrivez le nom de qui l’a donné, ou laissez le responsable le saisir sur son poste.
today-recommended = Recommandations de la commission ({ $count })
today-recommendation = { $title } – séance du { $date }
today-recommendation-due = avant le { $due } : { $title }
today-recommendation-late = en retard depuis le { $due } : { $title }
