# Commission: files submitted, sessions, what is missing.
form-submission = commission file
form-submission-business = Business
form-submission-session_on = Session aimed at
form-submission-ground = Category
form-submission-exit_reason = Exit proposed
form-submission-exit_on = Day of the exit
form-submission-exit_on-hint = Day of the fact, else that of the session
form-submission-updated_on = Up to date on
form-submission-relation = Relation kept
form-submission-relation-hint = Means used: dates, channels, results
form-submission-difficulties = Difficulties, actions
form-submission-partners = Talks with partners
form-submission-prepared_on = Ready on
form-submission-prepared_on-hint = Empty while the file is a draft
form-submission-verified_by = Checked by
form-submission-verified_by-hint = The action manager at the provider
form-submission-verified_on = Checked on
form-submission-opinion = Opinion
form-submission-opinion_text = Reasons of the opinion
form-submission-listed_on = On the agenda since
form-submission-listed_on-hint = Refused while anything is missing, unless overridden
form-submission-override_because = Override, why
form-submission-override_because-hint = Listed in spite of what is missing: your name goes with it
form-submission-override_by = Overridden by
form-decision-diagnosis_until = Until
form-decision-diagnosis_until-hint = 28 days at most after the session
form-decision-other_support = Other support
form-decision-other_support-hint = The action or measure proposed instead
form-decision-is_provisional = Provisional
form-decision-is_provisional-hint = Yes until the minutes confirm it
form-recommendation = recommendation
form-recommendation-title = To do
form-recommendation-due_on = By
form-recommendation-due_on-hint = +1m in one month, 30/6
form-recommendation-session_on = Session of
form-recommendation-done_on = Done on
form-recommendation-done_on-hint = Empty while it is to be done
form-recommendation-note = Result
code-ReviewGround-hors_parcours = no pathway for six months
code-ReviewGround-sans_entretien = no interview for two months
code-ReviewGround-sans_etape = no step for two months
code-ReviewGround-interet = interest of the support to be assessed
code-ReviewGround-trois_ans = three years of pathway
code-ReviewGround-date_fixee = date set by the commission
code-ReviewGround-fin_suspension = end of a suspension
code-Opinion-favorable = favourable
code-Opinion-defavorable = unfavourable
code-SubmissionState-brouillon = draft
code-SubmissionState-incomplet = incomplete
code-SubmissionState-complet = complete, opinion awaited
code-SubmissionState-verifie = checked
code-SubmissionState-inscrit = on the agenda
code-SubmissionState-ajourne = adjourned
code-SubmissionState-decide = decided
code-SubmissionState-notifie = notified
code-Gap-diagnostic = the shared diagnosis
code-Gap-critere = a criterion of adhesion
code-Gap-categorie = the category of the re-examination
code-Gap-donnees_a_jour = that the file is up to date
code-Gap-lien_maintenu = the means used to keep the relation
code-Gap-difficultes = the difficulties and what is done
code-Gap-partenaires = the talks with partners
code-Gap-motif_sortie = the exit proposed
code-Gap-date_sortie = the day of the exit
code-Gap-sortie_non_qualifiee = the criterion of the exit, which does not hold on that day
code-Gap-preparation = the day on which the file is ready
code-Gap-verification = the check, with name and day
code-Gap-avis = the opinion
code-Gap-avis_motive = the reasons of the opinion
missing-in-diagnosis = diagnosis: { $what }
missing-document = { $what } ({ $standing })
missing-article = { $what } – art. { $article }
submission-complete = Nothing is missing: the file may be put on the agenda.
submission-lacks = { $number ->
        [one] Missing: { $first }.
       *[other] { $number } things are missing. First { $first }.
    }
out-submission = commission file
out-recommendation = recommendation
act-submission = commission file
act-recommendation = recommendation
action-submission-new = submit to the commission
violation-opinion-without-author = The opinion has no author.
violation-opinion-without-author-remedy = Add who checked the file, and when.
violation-override-without-author = The override has no author.
violation-override-without-author-remedy = Save from a station that has a name.
violation-incomplete-on-agenda = An incomplete file cannot be on the agenda: it would be adjourned.
violation-incomplete-on-agenda-remedy = Complete it, empty “On the agenda since”, or say why it is overridden.
violation-exit-before-last-interview = The exit comes before the last interview that was held.
violation-exit-before-last-interview-remedy = Correct the day of the exit.
violation-recommended-after-due = It is due before the session.
violation-recommended-after-due-remedy = Correct one of the two dates.
violation-done-before-recommended = It is done before the session that recommends it.
violation-done-before-recommended-remedy = Correct one of the two dates.
violation-other-support-missing = A refusal always proposes another support.
violation-other-support-missing-remedy = Add the action or measure proposed.
violation-adjournment-without-reason = An adjournment always has a reason.
violation-adjournment-without-reason-remedy = Add what the file lacked.
violation-diagnosis-end-missing = A reinforced diagnosis always has an end.
violation-diagnosis-end-missing-remedy = Add its last day, 28 days at most after the session.
violation-diagnosis-too-long = A reinforced diagnosis lasts 28 days at most.
violation-diagnosis-too-long-remedy = Bring its last day forward.
violation-diagnosis-ends-before-session = The reinforced diagnosis ends before the session.
violation-diagnosis-ends-before-session-remedy = Correct one of the two dates.
file-page-commission = Commission
file-no-commission = Nothing went to the commission. The key { $submission-new } submits the file.
commission-title = Commission
commission-held = { $count ->
        [0] No session over the last twelve months.
        [one] One session over the last twelve months.
       *[other] { $count } sessions over the last twelve months.
    }
commission-nothing = No file is submitted, and nothing calls for the commission. In a file, the key C submits it.
commission-session-on = Session of { $date }, { $span } – { $count ->
        [one] one file
       *[other] { $count } files
    }{ $noted ->
        [no] {" "}· attendance to note
       *[other] {""}
    }
commission-session-past = Past session of { $date }, { $span } – { $count ->
        [one] one decision to enter
       *[other] { $count } decisions to enter
    }{ $noted ->
        [no] {" "}· attendance to note
       *[other] {""}
    }
commission-waiting = To be submitted, on no agenda – { $count ->
        [one] one person
       *[other] { $count } people
    }
commission-call = { $why } – { $date }
commission-nothing-missing = nothing is missing
commission-lacks = { $number ->
        [one] lacks { $first }
       *[other] lacks { $number } things, first { $first }
    }
commission-ahead = Session of { $date } · { $business } · { $state }
commission-file = file
commission-overridden = overridden
commission-provisional = provisional
commission-adjourned = adjourned { $count } times
commission-due = by { $date }
commission-done = done on { $date }
commission-to-do = to do
commission-what = What
commission-session = Session
commission-state = Where it stands
commission-said = Details
action-commission-open = commission
action-recommendation-new = recommendation
action-prescriber-mail = e-mail to the prescriber
why-nothing-to-tell = The commission decided on no entry, or nobody referred this person.
mail-title = E-mail to the prescriber
mail-to = To: { $to }
mail-subject = Subject: PLIE – decision of the commission of { $date }
mail-told = Hello, { $person }, whom you referred to the PLIE, was submitted to the commission of { $date }. Decision: { $ruling }.
mail-other = Other support proposed: { $support }.
mail-until = Until { $date }.
mail-provisional = Until the minutes confirm it.
mail-end = Best regards, { $name }
mail-sent = Copy this text into your own mail: Jalon sends nothing. Enter notes that it left today.
commission-noted = { $count ->
        [one] One session noted
       *[other] { $count } sessions noted
    }
commission-attendance-lacks = to note: { $lacks }
violation-opinion-not-the-managers = The reasoned opinion is the action manager’s: you cannot give it in your own name.
violation-opinion-not-the-managers-remedy = Write the name of who gave it, or let the manager enter it on their station.
today-recommended = Recommendations of the commission ({ $count })
today-recommendation = { $title } – session of { $date }
today-recommendation-due = before { $due }: { $title }
today-recommendation-late = late since { $due }: { $title }
