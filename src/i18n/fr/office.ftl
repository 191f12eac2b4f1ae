# Ce qui n’appartient à personne : le poste, ses absences, son annuaire.
code-AbsenceKind-conges_legaux = congés légaux
code-AbsenceKind-maladie = maladie
code-AbsenceKind-maternite = maternité, paternité, adoption
code-AbsenceKind-formation = formation
code-AbsenceKind-poste_vacant = poste vacant
code-AbsenceKind-autre = autre absence
code-StationAlert-AL-22 = Absence à couvrir
code-StationCause-half_time_missing = mi-temps non assuré
code-StationCause-replacement_missing = remplacement non assuré
code-ParameterKey-replacement_time = temps avant le remplacement d’un·e absent·e
code-ParameterKey-same_absence_gap = écart entre deux absences qui n’en font qu’une

al-22-half_time_missing-reason = absence depuis le { $since_date } : au moins un mi-temps à assurer
al-22-half_time_missing-why = Article { $article } ({ $rule }) : pendant le premier mois d’absence, hors congés légaux, l’activité continue au moins à mi-temps. L’absence a commencé le { $since_date } et personne n’est noté pour la couvrir. { $when }
al-22-half_time_missing-clears = le jour à partir duquel un mi-temps est assuré
al-22-replacement_missing-reason = { $status ->
    [soon] absence depuis le { $since_date } : remplacement dû le { $due }
   *[other] absence depuis le { $since_date } : remplacement dû depuis le { $due }
}
al-22-replacement_missing-why = Article { $article } ({ $rule }) : hors congés légaux, une absence est remplacée au-delà de { $replacement_time } ; des absences de même motif, séparées de { $same_absence_gap } au plus, n’en font qu’une. L’absence a commencé le { $since_date }. Le remplacement se propose par écrit et la Métropole l’accepte expressément. { $when }
al-22-replacement_missing-clears = le premier jour du remplacement

act-absence = absence
office-absence-until = { $kind }, jusqu’au { $ends } { $by }
office-absence-open = { $kind }, sans date de retour { $by }

form-title-office = Mon poste : { $form }
form-title-office-change = Mon poste : { $form } (modif.)
today-draft-office = (mon poste)
form-absence = absence
form-absence-kind = Motif
form-absence-starts_on = Premier jour
form-absence-ends_on = Dernier jour
form-absence-ends_on-hint = Vide tant que le retour n’est pas connu
form-absence-notified_on = Équipe informée le
form-absence-notified_on-hint = Toute absence est dite à l’équipe opérationnelle
form-absence-covered_from = Mi-temps assuré dès
form-absence-covered_from-hint = Au moins un mi-temps, dès le premier jour
form-absence-replaced_from = Remplacement dès
form-absence-replaced_from-hint = Dû au-delà d’un mois d’absence
form-absence-agreed_on = Accord Métropole le
form-absence-agreed_on-hint = Proposition écrite, décision expresse de la Métropole
form-absence-replaced_by = Par qui
form-absence-note = Note

violation-absence-covered-before-start = La relève commence avant l’absence.
violation-absence-covered-before-start-remedy = Vérifiez le premier jour de l’absence et celui de la relève.
cli-office = Montre ce qui n’appartient à personne : les absences du poste.
out-office-empty = Rien n’est noté pour le poste.
out-station = (poste)
