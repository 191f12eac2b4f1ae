# La fiche FSE : ce que le Fonds social européen demande de chaque participant·e.

al-20 = Fiche FSE
al-20-reason = fiche FSE : { $causes }
al-20-why = Article { $article } ({ $rule }) : le FSE demande, pour chaque participant·e, un questionnaire d’entrée complet et signé sous { $esf_entry_time }, de quoi joindre la personne, sa situation à la sortie sous { $esf_exit_time }, puis { $esf_follow_up } après ; ce qui manque est annoncé { $esf_notice } avant. Le délai part de { $start }. Il manque : { $causes }. { $when }
code-AlertCode-AL-20 = fiche FSE
alert-count-AL-20 = { $count ->
    [one] { $count } fiche FSE à compléter
   *[other] { $count } fiches FSE à compléter
}
code-Cause-esf_entry_missing = questionnaire d’entrée
code-Cause-contact_missing = téléphone ou courriel
code-Cause-exit_situation_missing = situation à la sortie
code-Cause-later_situation_missing = situation six mois après la sortie
clears-esf_entry = le questionnaire d’entrée, complet et signé
clears-contact_details = un téléphone, un courriel ou une personne relais
clears-esf_exit = la situation à la sortie, avec le jour où elle est constatée
clears-esf_later = la situation six mois après la sortie, avec le jour où elle est constatée
start-exit = la sortie du { $date }
code-FactKind-exit = sortie
code-ParameterKey-esf_entry_time = temps pour le questionnaire d’entrée du FSE
code-ParameterKey-esf_exit_time = temps pour la situation à la sortie, pour le FSE
code-ParameterKey-esf_follow_up = temps après la sortie où le FSE redemande la situation
code-ParameterKey-esf_notice = annonce de ce que le FSE attend

form-esf_record = fiche FSE, entrée
form-esf_record-entered_on = Entrée le
form-esf_record-entered_on-hint = le jour de la première action ; tout ce qui suit dit la situation de ce jour-là
form-esf_record-status = Situation
form-esf_record-status-hint = sur le marché du travail, le jour de l’entrée : une seule réponse
form-esf_record-months_looking = Mois de recherche
form-esf_record-is_registered = À France Travail
form-esf_record-diploma = Diplôme
form-esf_record-diploma-hint = le plus élevé obtenu, même à l’étranger
form-esf_record-household = Foyer
form-esf_record-has_children = Enfants à charge
form-esf_record-benefits = Minima sociaux
form-esf_record-disability = Handicap reconnu
form-esf_record-housing = Sans domicile stable
form-esf_record-parent_abroad = Parent né à l’étranger
form-esf_record-third_country = Nationalité hors UE
form-esf_record-relay = Personne relais
form-esf_record-relay-hint = qui appeler si la personne ne répond plus : « sa sœur, 02 99 00 00 31 »
form-esf_record-signed_on = Signée le
form-esf_record-signed_on-hint = le jour où la personne a signé le questionnaire
form-esf_record-exit_status = Situation à la sortie
form-esf_record-exit_seen_on = Constatée le
form-esf_record-is_qualified = Qualification obtenue
form-esf_record-later_status = Situation six mois après
form-esf_record-later_seen_on = Six mois, constatée le
form-esf_exit = fiche FSE, sortie
form-esf_exit-exit_status = À la sortie
form-esf_exit-exit_status-hint = la situation dans les quatre semaines qui suivent la sortie
form-esf_exit-exit_seen_on = Constatée le
form-esf_exit-is_qualified = Qualification
form-esf_exit-is_qualified-hint = un diplôme, un titre ou un CQP obtenu pendant le parcours
form-esf_exit-later_status = Six mois après
form-esf_exit-later_seen_on = Constatée le
esf-complete = Le questionnaire d’entrée est complet.
esf-missing = Il manque : { $gaps }
esf-lacking = { $count ->
    [0] questionnaire d’entrée complet
    [one] questionnaire d’entrée : { $count } réponse manque
   *[other] questionnaire d’entrée : { $count } réponses manquent
}
act-esf_record = fiche FSE
action-esf-edit = fiche FSE
out-esf_record = fiche FSE

code-EsfGap-sex = sexe
code-EsfGap-birth_place = lieu de naissance
code-EsfGap-address = adresse
code-EsfGap-status = situation
code-EsfGap-months_looking = mois de recherche
code-EsfGap-diploma = diplôme
code-EsfGap-disability = handicap
code-EsfGap-housing = logement
code-EsfGap-parent_abroad = parent né à l’étranger
code-EsfGap-third_country = nationalité hors UE
code-EsfGap-signed_on = signature
code-LabourStatus-chomage = chômage
code-LabourStatus-inactif = inactif·ve
code-LabourStatus-formation = formation
code-LabourStatus-emploi_durable = emploi de six mois ou plus
code-LabourStatus-emploi_temporaire = emploi de moins de six mois
code-LabourStatus-emploi_aide = emploi aidé ou IAE
code-LabourStatus-independant = travail à son compte
code-Diploma-primaire = aucun, ou école primaire
code-Diploma-college = collège, brevet
code-Diploma-cap_bac = CAP, BEP ou bac
code-Diploma-post_bac = après le bac, hors enseignement supérieur
code-Diploma-bac_2 = bac + 2
code-Diploma-licence = licence
code-Diploma-master = master
code-Diploma-doctorat = doctorat
code-EsfAnswer-oui = oui
code-EsfAnswer-non = non
code-EsfAnswer-ne_se_prononce_pas = ne se prononce pas
code-Household-seul = seul·e
code-Household-couple = en couple
code-Household-parent_isole = parent isolé
code-Benefit-RSA = RSA
code-Benefit-ASS = ASS
code-Benefit-AAH = AAH
code-Benefit-AUTRE = autre minimum

violation-situation-without-day = Le jour où cette situation est constatée manque.
violation-situation-without-day-remedy = Dites quand vous l’avez apprise.
violation-seen-before-entry = La situation à la sortie est constatée avant l’entrée.
violation-seen-before-entry-remedy = Corrigez l’une des deux dates.
violation-seen-before-exit = La situation six mois après est constatée avant celle de la sortie.
violation-seen-before-exit-remedy = Corrigez l’une des deux dates.
violation-many-months-looking = Plus de quarante ans de recherche d’emploi.
violation-many-months-looking-remedy = Ce sont des mois : vérifiez le nombre.
