# Alerts: title, reason in one line, whole explanation.
al-01 = Monthly physical interview
al-01-reason =
    { $status ->
        [due] no physical interview in { $month }
       *[soon] no physical interview yet in { $month }
    }
al-01-why = Article { $article } ({ $rule }): at least one physical interview per calendar month, for each month with at least { $present_days } of presence. Counted from { $start }; no physical interview in { $month }. { $when }
al-02 = No individual interview
al-02-reason =
    { $status ->
        [due] no interview since { $since }
       *[soon] no interview since { $since }, limit { $limit }
    }
al-02-why = Article { $article } ({ $rule }): no more than { $interview_gap } without an individual interview, whatever its form. The clock starts with { $start }; last day allowed: { $limit }. { $when }
al-03 = No pathway step
al-03-reason =
    { $status ->
        [due] no step since { $since }
       *[soon] no step since { $since }, limit { $limit }
    }
al-03-why = Article { $article } ({ $rule }): no more than { $step_gap } without a pathway step. A step in progress stops the clock, one that is only planned does not. The clock starts with { $start }; last day allowed: { $limit }. { $when }
al-04 = Out of pathway
al-04-reason =
    { $cause ->
        [no_justified_interview] no justified follow-up since { $since }{ $outlook }
        [no_action_proposed] no action proposed since { $since }{ $outlook }
       *[both] no justified follow-up, no action in { $at_least }{ $outlook }
    }
al-04-outlook =
    { $status ->
        [due] {""}
       *[soon] , out of pathway on { $due }
    }
al-04-why = Article { $article } ({ $rule }): after { $follow_up_gap } without justified follow-up or without an action proposed, the person is no longer considered in pathway and the commission examines the situation. What is missing: { $causes }. The clock starts with { $start }. { $when }
al-05 = Compulsory review
al-05-reason =
    { $kind ->
        [adhesion] { $pathway_review } of pathway on { $due }
       *[decision] last review on { $since_date }, due again on { $due }
    }
al-05-why = Article { $article } ({ $rule }): the commission reviews every situation at { $pathway_review } of pathway, suspensions included, then, if it set no date, { $pathway_review_again } later. The clock starts with { $start }. { $when }
al-06 = Review date
al-06-reason = review set for { $due } by the commission
al-06-why = Article { $article } ({ $rule }): { $start } set a review for { $due }. An adjournment does not replace it. { $when }
al-07 = Reinforced diagnosis
al-07-reason =
    { $status ->
        [due] diagnosis due since { $limit }
       *[soon] diagnosis due by { $limit }
    }
al-07-why = Article { $article } ({ $rule }): a reinforced diagnosis lasts { $diagnosis_length } at most. The clock starts with { $start }; last day allowed: { $limit }. { $when }
al-08 = End of suspension
al-08-reason =
    { $status ->
        [due] suspension ended on { $due }, to rule
       *[soon] suspended until { $due }
    }
al-08-why = Article { $article } ({ $rule }): { $start } suspended the pathway until { $due } included. A suspension never ends in silence: a ruling is awaited. { $when }
al-09 = Interview to complete
al-09-reason = interview of { $since_date }: { $causes }
al-09-why = Article { $article } ({ $rule }): every interview has a written record that gives its date and duration, signed by both parties within { $signing_time }. To complete for the interview of { $since_date }: { $causes }. { $when }
al-10 = Commitment deed to sign
al-10-reason = commitment deed not signed, enrolled on { $since_date }
al-10-why = Article { $article } ({ $rule }): the commitment deed is signed by everyone within { $deed_time }. The time runs from { $start }; last day allowed: { $limit }. { $when }
al-11 = Prescriber to inform
al-11-reason = prescriber not told of the decision of { $since_date }
al-11-why = Article { $article } ({ $rule }): the prescriber is told of the commission’s decision by e-mail, within { $prescriber_time }. The time runs from { $start }; last day allowed: { $limit }. { $when }
al-12 = Exit to propose
al-12-reason = six months in work on { $due }, since { $since_date }
al-12-why = Article { $article } ({ $rule }): a positive exit is proposed after { $exit_months } in employment. The count runs from { $start }. { $when }
al-13 = Exit about to be lost
al-13-reason = last day to propose the exit: { $limit }
al-13-why = Article { $article } ({ $rule }): contracts count over { $exit_window }. Last day on which the exit can be proposed as it is: { $limit }; afterwards it goes to the technical committee. The count runs from { $start }. { $when }
al-14 = Post-training support over
al-14-reason = diploma of { $since_date }, support until { $due }
al-14-why = Article { $article } ({ $rule }): a validation that nothing follows is completed by { $post_training } of job-search support, then the exit is proposed. The count runs from { $start }. { $when }
al-15 = Objectives to send
al-15-reason = objectives not sent to the partner, step of { $since_date }
al-15-why = Article { $article } ({ $rule }): the objectives set with the participant are sent to the partner before the step begins, on { $since_date }. { $when }
al-16 = Partner’s review
al-16-reason = partner’s review missing, step over on { $since_date }
al-16-why = Article { $article } ({ $rule }): the individual review is written and signed by the partner at the end of the step, on { $since_date }, within { $partner_review_time }; last day allowed: { $limit }. { $when }
al-17 = About to end
al-17-reason = { $kind ->
    [employment] contract that ends on { $limit }
   *[other] step that ends on { $limit }
}
al-17-why = Article { $article } ({ $rule }): every period is followed, and what comes next is prepared. It began on { $since_date } and ends on { $limit }, announced { $ending_notice } before. { $when }
al-18 = CV to update
al-18-reason = { $kind ->
    [adhesion] no CV since the adhesion of { $since_date }
    [takeover] no CV since the file was taken over on { $since_date }
   *[other] last CV on { $since_date }
}
al-18-why = Article { $article } ({ $rule }): a CV is on file from the entry on, then at each update, never older than { $cv_age }; it is announced { $cv_notice } before. The time runs from { $start }. { $when }
al-19 = Documents for the commission
al-19-reason = documents missing or expired, session of { $since_date }
al-19-why = Article { $article } ({ $rule }): a file that goes to the commission has every document asked for, received and valid on the day of the session, { $since_date }; incomplete, it is adjourned. What is missing is announced { $documents_notice } before. { $when }
al-25 = Destination to arrange
al-25-reason = no destination recorded for the end of the contract
al-25-why = Article { $article } ({ $rule }): during the last year of the contract, { $last_year }, everybody who is supported is directed to a suitable scheme; on 31 December nobody is left without a destination. The adhesion is of { $since_date }. { $when }

# Since when, in a reason.
since-event = { $date }
since-adhesion = the adhesion ({ $date })
since-suspension_end = the resumption ({ $date })

# What starts a clock, in an explanation.
start-takeover = the takeover of the file into Jalon, on { $date }
start-adhesion = the adhesion of { $date }
start-suspension_end = the end of the suspension (day after: { $date })
start-interview = the interview of { $date }
start-step = the last step, ended on { $date }
start-proposal = the last action proposed, on { $date }
start-decision = the commission of { $date }
start-employment = the job begun on { $date }
start-work = the last job, over on { $date }
start-training = the diploma or title of { $date }
start-evidence = the CV of { $date }
start-submission = the session of { $date }

why-due = The alert has held since { $due }, { $span } ago.
why-due-now = The alert holds from this day, { $due }.
why-soon = The alert will hold on { $due }, in { $span }.

# What clears an alert.
clears-physical_interview = an interview held face to face: on site, outreach, at the employer’s or at home
clears-interview = an individual interview held, whatever its form
clears-step = a step that starts
clears-justified_interview = an interview held, with its record, duration and both signatures
clears-proposal = an action proposed, even if declined
clears-review = a review by the commission; an adjournment is not enough
clears-ruling = a ruling of the commission; an adjournment is not enough
clears-entry_ruling = a ruling of the commission on the entry; an adjournment is not enough
clears-outcome = the outcome of the appointment
clears-duration = the duration of the interview
clears-participant_signature = the participant’s signature, or their refusal
clears-counsellor_signature = the counsellor’s signature
clears-exit_ruling = a ruling of the commission on the exit
clears-deed_signature = the commitment deed, signed by everyone
clears-prescriber_informed = the e-mail to the prescriber, noted as an event
clears-objectives_sent = the day on which the objectives were sent
clears-partner_review = the day of the review signed by the partner
clears-next_step = what comes next: another step, another contract, a new end
clears-new_cv = an up-to-date CV among the documents
clears-documents = each document asked for, received and valid on the day of the session (the Commission page lists them)
clears-destination = the scheme that the person is directed to, recorded in the adhesion
clears-signing_again = both signatures again: the record was changed

# Labels of the lists of the rules: code-<List>-<code>.
code-AlertCode-AL-01 = monthly physical interview
code-AlertCode-AL-02 = no individual interview
code-AlertCode-AL-03 = no pathway step
code-AlertCode-AL-04 = out of pathway
code-AlertCode-AL-05 = compulsory review
code-AlertCode-AL-06 = review date
code-AlertCode-AL-07 = reinforced diagnosis
code-AlertCode-AL-08 = end of suspension
code-AlertCode-AL-09 = interview to complete
code-AlertCode-AL-10 = commitment deed
code-AlertCode-AL-11 = prescriber to inform
code-AlertCode-AL-12 = exit to propose
code-AlertCode-AL-13 = exit about to be lost
code-AlertCode-AL-14 = post-training over
code-AlertCode-AL-15 = objectives to send
code-AlertCode-AL-16 = partner’s review
code-AlertCode-AL-17 = about to end
code-AlertCode-AL-18 = CV
code-AlertCode-AL-19 = documents of the file
code-AlertCode-AL-25 = destination
code-Severity-critical = for the commission
code-Severity-high = date passed
code-Severity-medium = follow-up to resume
code-Severity-low = coming
code-Status-due = overdue
code-Status-soon = soon
code-Cause-no_justified_interview = justified follow-up
code-Cause-no_action_proposed = action proposed
code-Cause-outcome_missing = outcome of the appointment
code-Cause-duration_missing = duration
code-Cause-participant_signature_missing = participant’s signature
code-Cause-counsellor_signature_missing = counsellor’s signature
code-Cause-changed_since_signed = changed after it was signed
causes-both-signatures = both signatures
code-FactKind-takeover = takeover of the file
code-FactKind-adhesion = adhesion
code-FactKind-suspension_end = end of suspension
code-FactKind-interview = interview
code-FactKind-step = step
code-FactKind-decision = ruling
code-FactKind-employment = job
code-FactKind-training = training
code-FactKind-evidence = document
code-FactKind-submission = submission
code-Weight-starts = starts the clock
code-Weight-earlier = counts, but something came later
code-Weight-later = after the as-of date
code-Weight-not_held = not held
code-Weight-not_physical = not face to face
code-Weight-not_justified = not justified: record, duration or signature missing
code-Weight-changed_since_signed = changed after it was signed: to be signed again
code-Weight-not_carried_out = not carried out, or without dates
code-Weight-not_proposed = without a date of proposal
code-Weight-adjourned = adjourned: nothing was decided
code-Weight-too_soon = held before the time was reached
code-Weight-other_ruling = not about this clock
code-Unit-days = days
code-Unit-working_days = working days
code-Unit-months = months
code-Unit-day_of_month = day of the month
code-ParameterKey-present_days = presence from which a month counts
code-ParameterKey-monthly_soon_day = day of the month on which a missing physical interview is announced
code-ParameterKey-monthly_interval = interval before the next physical interview
code-ParameterKey-interview_gap = time allowed without an individual interview
code-ParameterKey-interview_notice = notice before the end of that time
code-ParameterKey-step_gap = time allowed without a step
code-ParameterKey-step_notice = notice before the end of that time
code-ParameterKey-follow_up_gap = time without justified follow-up or without an action proposed
code-ParameterKey-follow_up_first_warning = first warning
code-ParameterKey-follow_up_second_warning = second warning
code-ParameterKey-pathway_review = time in pathway before the compulsory review
code-ParameterKey-pathway_review_again = time to the next review, when no date is set
code-ParameterKey-pathway_review_notice = notice before the compulsory review
code-ParameterKey-review_date_notice = notice before the date set
code-ParameterKey-diagnosis_length = time allowed for a reinforced diagnosis
code-ParameterKey-diagnosis_notice = notice before the end of that time
code-ParameterKey-suspension_notice = notice before the end of the suspension
code-ParameterKey-signing_time = time to sign a record

err-pack-missing-parameter = The parameter pack is incomplete: a value is missing.
err-pack-missing-parameter-remedy = Ask the operational team to send the pack again.

# What is wrong with what was typed: violation-<code>, then what to do.
violation-name-missing = The name is empty.
violation-name-missing-remedy = Type it.
violation-date-in-future = This date has not come yet.
violation-date-in-future-remedy = Check the day and the year.
violation-age-unlikely = The age is unusual.
violation-age-unlikely-remedy = Check the year of birth.
violation-postal-code-shape = A postal code has five digits.
violation-postal-code-shape-remedy = Type it in full, without letters.
violation-postal-code-elsewhere = This postal code is not that of the commune.
violation-postal-code-elsewhere-remedy = Check the postal code and the commune.
violation-sector-outside-rouen = Only Rouen is divided into sectors.
violation-sector-outside-rouen-remedy = Clear the sector, or check the commune.
violation-commune-outside = This commune is outside the Métropole.
violation-commune-outside-remedy = Check it: adhesion requires living there.
violation-commune-unknown = This commune is not recognised.
violation-commune-unknown-remedy = Type its name or INSEE code, then choose in the list.
violation-phone-shape = This telephone number is too short.
violation-phone-shape-remedy = Check it.
violation-email-shape = This e-mail address does not have the usual shape.
violation-email-shape-remedy = Check it: name, @, then domain.
violation-social-security-number = This text holds a social security number.
violation-social-security-number-remedy = Remove it: Jalon never keeps it.
violation-text-too-long = This text is longer than 20,000 characters.
violation-text-too-long-remedy = Cut it, or spread it over several entries.
violation-interview-in-future = An interview still to come cannot be held or missed already.
violation-interview-in-future-remedy = Correct the date, or enter it as planned.
violation-appointment-in-past = This appointment is past.
violation-appointment-in-past-remedy = Say what became of it, or correct the date.
violation-duration-impossible = An interview lasts from 1 minute to 10 hours.
violation-duration-impossible-remedy = Type the duration in minutes (45), or in hours and minutes (1h15).
violation-interview-before-adhesion = This interview comes before the adhesion.
violation-interview-before-adhesion-remedy = Check the year, or add the date of referral.
violation-interview-after-exit = This interview comes after the exit.
violation-interview-after-exit-remedy = Check the date, or the date of exit.
violation-signed-before-interview = The signature comes before the interview.
violation-signed-before-interview-remedy = Check both dates.
violation-signed-but-not-held = An interview that was not held is signed.
violation-signed-but-not-held-remedy = Check the outcome, or remove the signature.
violation-level-unknown = The level of qualification goes from 1 to 8.
violation-level-unknown-remedy = Use the 2019 nomenclature: 3 for a CAP, 4 for a baccalauréat.
violation-main-criterion-not-held = The main criterion is not among those that hold.
violation-main-criterion-not-held-remedy = Tick it too, or choose another.
violation-exit-date-missing = There is a reason for exit, but no date.
violation-exit-date-missing-remedy = Add the date of exit, or remove the reason.
violation-exit-reason-missing = There is a date of exit, but no reason.
violation-exit-reason-missing-remedy = Choose the reason.
violation-dates-out-of-order = This date comes before an earlier stage: referral, reception, decision, adhesion, commitment deed.
violation-dates-out-of-order-remedy = Check the order of the dates.
violation-exit-other-than-ruled = The commission validated the exit on another day.
violation-exit-other-than-ruled-remedy = This day would count everywhere. Clear it to keep that of the commission, or confirm.
violation-exit-before-adhesion = The exit comes before the adhesion.
violation-exit-before-adhesion-remedy = Correct one of the two dates.
violation-exit-in-future = This exit is still to come.
violation-exit-in-future-remedy = Check the date: the person stays in the caseload until then.
violation-public-not-of-age = The public does not match the age on the day of the referral.
violation-public-not-of-age-remedy = Youth means under 26. Check the date of birth.
violation-lot-elsewhere = This lot is not that of the commune.
violation-lot-elsewhere-remedy = Check the commune, the sector and the public.
violation-title-missing = The title is empty.
violation-title-missing-remedy = Type in a few words what is planned or done.
violation-ends-before-start = The end comes before the start.
violation-ends-before-start-remedy = Correct one of the two dates.
violation-due-before-agreed = It is due before it was agreed.
violation-due-before-agreed-remedy = Correct one of the two dates.
violation-ended-before-agreed = The goal ends before it was agreed.
violation-ended-before-agreed-remedy = Correct one of the two dates.
violation-goal-ended-but-running = The goal has an end and is still “running”.
violation-goal-ended-but-running-remedy = Choose its state: reached, partly reached, not reached, dropped.
violation-answered-before-positioned = The answer is dated before the positioning.
violation-answered-before-positioned-remedy = Check both dates.
violation-answered-but-waiting = An answer has a day, and the result is still “waiting”.
violation-answered-but-waiting-remedy = Choose the result: interview, accepted, not accepted…
violation-extension-without-opinion = Extending the support is decided after the technical committee’s opinion (R2-12).
violation-extension-without-opinion-remedy = Enter the day of that opinion, before that of the decision.
violation-ruled-before-prepared = The session is before the day on which the case was begun.
violation-ruled-before-prepared-remedy = Check both dates.
violation-case-without-session = The technical committee ruled, but the session has no date.
violation-case-without-session-remedy = Enter the day of the session, or set the state back to “proposed”.
violation-case-incomplete = Nothing is written yet on some points of article 2.
violation-case-incomplete-remedy = Write them, or leave the case “being written”.
violation-admitted-against-a-condition = One of the three conditions of adhesion is answered “no”.
violation-admitted-against-a-condition-remedy = Check the three answers, or propose another support.
violation-proposed-after-start = The step started before it was proposed.
violation-proposed-after-start-remedy = Check both dates.
violation-start-missing = A step in progress without a start stops no clock.
violation-start-missing-remedy = Add the first day.
violation-running-not-started = The step is in progress, but its start is still to come.
violation-running-not-started-remedy = Check the start, or enter it as accepted.
violation-running-but-over = The step is in progress, but its end is past.
violation-running-but-over-remedy = Check the end, or enter it as done.
violation-end-missing = A step done without a date stops no clock.
violation-end-missing-remedy = Add the start and the end.
violation-done-not-over = The step is done, but its end is still to come.
violation-done-not-over-remedy = Check the end, or enter it as in progress.
violation-abandoned-not-started = The step is abandoned before it started.
violation-abandoned-not-started-remedy = Check the start, or enter it as cancelled or declined.
violation-proposal-date-missing = A proposal without a date stops no clock.
violation-proposal-date-missing-remedy = Add the date of the proposal.
violation-ruling-not-of-business = This ruling is not made on this business.
violation-ruling-not-of-business-remedy = Check the business and the ruling.
violation-suspension-end-missing = A suspension always has an end.
violation-suspension-end-missing-remedy = Add the last day of the suspension.
violation-suspension-not-decided = There is an end of suspension, but the ruling is not a suspension.
violation-suspension-not-decided-remedy = Clear this date, or correct the ruling.
violation-suspension-ends-before-session = The suspension ends before the session.
violation-suspension-ends-before-session-remedy = Correct one of the two dates.
violation-review-before-session = The review must come after the session.
violation-review-before-session-remedy = Correct one of the two dates.
violation-review-date-missing = The commission sets a date of review with this ruling.
violation-review-date-missing-remedy = Add it, if it is known.
code-Measure-months = months
code-Measure-days = days
code-Measure-weeks = weeks
code-Measure-mean_weekly_minutes = weekly mean
code-Measure-total_minutes = hours in all
code-Obstacle-too_short = not long enough
code-Obstacle-not_running = nothing runs on that day
code-Obstacle-hours_without_basis = under 24 h a week with no basis recorded
code-Obstacle-hours_do_not_suit = the working time does not suit the person
code-Obstacle-too_few_weeks = fewer than 26 weeks worked
code-Obstacle-too_few_hours = under 28 h a week on average
code-Obstacle-not_awarded = nothing awarded yet
code-Obstacle-support_running = post-training support still running
code-Obstacle-in_work = job found since, under 6 months
code-Obstacle-higher_training = training of a higher level follows
code-Obstacle-case_by_case = special case, to be examined
code-Route-commission = commission
code-Route-technical_committee = technical committee
code-ParameterKey-exit_months = time in employment that qualifies an exit
code-ParameterKey-exit_days = days of contract that qualify an exit
code-ParameterKey-exit_window = period looked at before the exit
code-ParameterKey-agency_weeks = weeks of agency work that qualify an exit
code-ParameterKey-agency_weekly_hours = mean hours of those weeks
code-ParameterKey-short_weekly_hours = weekly hours below which a basis is asked for
code-ParameterKey-post_training = post-training support
code-ParameterKey-exit_notice = notice of an exit to propose
code-ParameterKey-window_notice = notice of an exit about to be lost
code-ParameterKey-post_training_notice = notice of the end of the post-training support
code-ParameterKey-deed_time = time to sign the commitment deed
code-ParameterKey-prescriber_time = time to tell the prescriber
code-ParameterKey-objectives_notice = notice of objectives to send
code-ParameterKey-partner_review_time = time to sign the partner’s review
code-ParameterKey-ending_notice = notice of an end
code-ParameterKey-cv_age = age of a CV
code-ParameterKey-cv_notice = notice of an old CV
code-ParameterKey-documents_notice = notice of missing documents
code-ParameterKey-last_year = last year of the contract
code-ParameterKey-attestation_age = greatest age of an attestation
code-ParameterKey-address_age = greatest age of a proof of address
code-Unit-weeks = weeks
code-Unit-hours = hours
code-Unit-year = year
violation-hours-impossible = A week has not so many hours.
violation-hours-impossible-remedy = Type the hours of one week: 35, 24h30.
violation-siret-malformed = A SIRET has fourteen digits.
violation-siret-malformed-remedy = Correct it, or leave the field empty.
violation-awarded-before-start = The award comes before the course began.
violation-awarded-before-start-remedy = Check both dates.
violation-destination-missing = A destination is dated, and not named.
violation-destination-missing-remedy = Name the scheme, or take the date out.
