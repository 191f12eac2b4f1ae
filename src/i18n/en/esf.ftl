# The ESF record: what the European Social Fund asks of each participant.

al-20 = ESF record
al-20-reason = ESF record: { $causes }
al-20-why = Article { $article } ({ $rule }): the ESF asks of each participant an entry questionnaire, whole and signed within { $esf_entry_time }, a way to reach the person, their situation at the exit within { $esf_exit_time }, then { $esf_follow_up } later; what is missing is announced { $esf_notice } before. The time runs from { $start }. Missing: { $causes }. { $when }
code-AlertCode-AL-20 = ESF record
alert-count-AL-20 = { $count ->
    [one] { $count } ESF record to complete
   *[other] { $count } ESF records to complete
}
code-Cause-esf_entry_missing = entry questionnaire
code-Cause-contact_missing = telephone or e-mail
code-Cause-exit_situation_missing = situation at the exit
code-Cause-later_situation_missing = situation six months after the exit
clears-esf_entry = the entry questionnaire, whole and signed
clears-contact_details = a telephone, an e-mail address or somebody to call
clears-esf_exit = the situation at the exit, with the day on which it was seen
clears-esf_later = the situation six months after the exit, with the day on which it was seen
start-exit = the exit of { $date }
code-FactKind-exit = exit
code-ParameterKey-esf_entry_time = time for the entry questionnaire of the ESF
code-ParameterKey-esf_exit_time = time for the situation at the exit, for the ESF
code-ParameterKey-esf_follow_up = time after the exit when the ESF asks again
code-ParameterKey-esf_notice = notice of what the ESF awaits

form-esf_record = ESF record, entry
form-esf_record-entered_on = Entered on
form-esf_record-entered_on-hint = the day of the first action; all that follows tells the situation of that day
form-esf_record-status = Situation
form-esf_record-status-hint = on the labour market, on the day of the entry: one answer only
form-esf_record-months_looking = Months looking
form-esf_record-is_registered = At France Travail
form-esf_record-diploma = Diploma
form-esf_record-diploma-hint = the highest obtained, abroad included
form-esf_record-household = Household
form-esf_record-has_children = Dependent children
form-esf_record-benefits = Minimum incomes
form-esf_record-disability = Disability
form-esf_record-housing = No stable home
form-esf_record-parent_abroad = Parent born abroad
form-esf_record-third_country = Non-EU nationality
form-esf_record-relay = Somebody to call
form-esf_record-relay-hint = when the person no longer answers: “her sister, 02 99 00 00 31”
form-esf_record-signed_on = Signed on
form-esf_record-signed_on-hint = the day on which the person signed the questionnaire
form-esf_record-exit_status = Situation at the exit
form-esf_record-exit_seen_on = Seen on
form-esf_record-is_qualified = Qualification obtained
form-esf_record-later_status = Situation six months later
form-esf_record-later_seen_on = Six months, seen on
form-esf_exit = ESF record, exit
form-esf_exit-exit_status = At the exit
form-esf_exit-exit_status-hint = the situation within the four weeks that follow the exit
form-esf_exit-exit_seen_on = Seen on
form-esf_exit-is_qualified = Qualification
form-esf_exit-is_qualified-hint = a diploma, a title or a CQP obtained during the pathway
form-esf_exit-later_status = Six months later
form-esf_exit-later_seen_on = Seen on
esf-complete = The entry questionnaire is whole.
esf-missing = Missing: { $gaps }
esf-lacking = { $count ->
    [0] entry questionnaire whole
    [one] entry questionnaire: { $count } answer missing
   *[other] entry questionnaire: { $count } answers missing
}
act-esf_record = ESF record
action-esf-edit = ESF record
out-esf_record = ESF record

code-EsfGap-sex = sex
code-EsfGap-birth_place = place of birth
code-EsfGap-address = address
code-EsfGap-status = situation
code-EsfGap-months_looking = months looking
code-EsfGap-diploma = diploma
code-EsfGap-disability = disability
code-EsfGap-housing = housing
code-EsfGap-parent_abroad = parent born abroad
code-EsfGap-third_country = non-EU nationality
code-EsfGap-signed_on = signature
code-LabourStatus-chomage = unemployed
code-LabourStatus-inactif = inactive
code-LabourStatus-formation = in training
code-LabourStatus-emploi_durable = employed, six months or more
code-LabourStatus-emploi_temporaire = employed, less than six months
code-LabourStatus-emploi_aide = subsidised job
code-LabourStatus-independant = self-employed
code-Diploma-primaire = none, or primary school
code-Diploma-college = lower secondary
code-Diploma-cap_bac = CAP, BEP or baccalauréat
code-Diploma-post_bac = after the baccalauréat, outside higher education
code-Diploma-bac_2 = two years of higher education
code-Diploma-licence = bachelor
code-Diploma-master = master
code-Diploma-doctorat = doctorate
code-EsfAnswer-oui = yes
code-EsfAnswer-non = no
code-EsfAnswer-ne_se_prononce_pas = would rather not say
code-Household-seul = alone
code-Household-couple = couple
code-Household-parent_isole = single parent
code-Benefit-RSA = RSA
code-Benefit-ASS = ASS
code-Benefit-AAH = AAH
code-Benefit-AUTRE = another minimum income

violation-situation-without-day = The day on which this situation was seen is missing.
violation-situation-without-day-remedy = Say when you learnt of it.
violation-seen-before-entry = The situation at the exit was seen before the entry.
violation-seen-before-entry-remedy = Correct one of the two dates.
violation-seen-before-exit = The situation six months later was seen before the one at the exit.
violation-seen-before-exit-remedy = Correct one of the two dates.
violation-many-months-looking = More than forty years of looking for work.
violation-many-months-looking-remedy = These are months: check the number.
