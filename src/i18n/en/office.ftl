# What belongs to no person: the station, its absences, its directory.
code-AbsenceKind-conges_legaux = legal leave
code-AbsenceKind-maladie = sickness
code-AbsenceKind-maternite = maternity, paternity, adoption
code-AbsenceKind-formation = training
code-AbsenceKind-poste_vacant = vacant post
code-AbsenceKind-autre = other absence
code-StationAlert-AL-22 = Absence to cover
code-StationCause-half_time_missing = half-time cover missing
code-StationCause-replacement_missing = replacement missing
code-ParameterKey-replacement_time = time before an absent counsellor is replaced
code-ParameterKey-same_absence_gap = gap between two absences that are one

al-22-half_time_missing-reason = away since { $since_date }: half-time cover at least
al-22-half_time_missing-why = Article { $article } ({ $rule }): during the first month of an absence, legal leave apart, the work goes on at least half-time. The absence began on { $since_date } and nobody is written down to cover it. { $when }
al-22-half_time_missing-clears = the day from which half-time is covered
al-22-replacement_missing-reason = { $status ->
    [soon] away since { $since_date }: replacement due on { $due }
   *[other] away since { $since_date }: replacement due since { $due }
}
al-22-replacement_missing-why = Article { $article } ({ $rule }): legal leave apart, an absence is replaced beyond { $replacement_time }; absences for the same reason, at most { $same_absence_gap } apart, are one. The absence began on { $since_date }. The replacement is proposed in writing and the Métropole expressly agrees. { $when }
al-22-replacement_missing-clears = the first day of the replacement

act-absence = absence
office-absence-until = { $kind }, until { $ends } { $by }
office-absence-open = { $kind }, no return date { $by }

form-title-office = My station: { $form }
form-title-office-change = My station: { $form } (change)
today-draft-office = (my station)
form-absence = absence
form-absence-kind = Reason
form-absence-starts_on = First day
form-absence-ends_on = Last day
form-absence-ends_on-hint = Empty until the return is known
form-absence-notified_on = Team told on
form-absence-notified_on-hint = Every absence is told to the operational team
form-absence-covered_from = Half-time from
form-absence-covered_from-hint = At least half-time, from the first day
form-absence-replaced_from = Replaced from
form-absence-replaced_from-hint = Due beyond a month of absence
form-absence-agreed_on = Métropole agreed on
form-absence-agreed_on-hint = Proposed in writing, expressly agreed by the Métropole
form-absence-replaced_by = By whom
form-absence-note = Note

violation-absence-covered-before-start = The cover begins before the absence.
violation-absence-covered-before-start-remedy = Check the first day of the absence and that of the cover.
cli-office = Shows what belongs to no person: the absences of the station.
out-office-empty = Nothing is written down for the station.
out-station = (station)
