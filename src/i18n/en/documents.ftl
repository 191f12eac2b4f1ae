# Documents: what is printed, and the mention of the European Social Fund.
document-head = PLIE of the Métropole Rouen Normandie
document-label = { $label }:
document-made = Made on { $date } – { $name }
document-emblem = [emblem of the European Union]
document-dossier = File for the commission – { $business } – session of { $date }
document-agenda = Agenda – commission of { $date }
document-attendance = Attendance sheet – commission of { $date }
document-review = Session file – commission of { $date }
document-adjourned = { $count ->
        [one] Already adjourned once.
       *[other] Already adjourned { $count } times.
    }
document-person = { $name }, born on { $birth } (ref. { $reference })
document-who = Identity and referral
document-name = Name and first name
document-pathway = Pathway
document-state = Situation
document-months = Time in the pathway
document-last-interview = Last interview
document-last-justified = Last justified follow-up
document-last-step = Last step
document-diagnosis = Shared diagnosis
document-no-diagnosis = No diagnosis is recorded.
document-review-blocks = Re-examination
document-exit = Exit proposed
document-barriers = Obstacles to remove
document-lacks = What the file lacks
document-lacks-nothing = Nothing is missing.
document-overridden = On the agenda all the same: { $because } ({ $by }).
document-opinion = Reasoned opinion of the action manager
document-decision = Decision of the commission
document-decision-lines =
    Date of the next examination: ____ /____ /________

    Reasons, recommendations:
    ______________________________________________________________________
    ______________________________________________________________________

    Signatures of the co-chairs:
document-agenda-count = { $count ->
        [0] No file.
        [one] One file.
       *[other] { $count } files.
    }
document-agenda-none = None.
document-agenda-lacks = Missing: { $lacks }
document-decided = Decision: { $ruling }
document-chairs = Co-chairs
document-members = Members
document-attendance-line = Name: ______________________________  Signature: ______________________
document-attendance-noted = { $names } – Signature: ______________________
document-attendance-lacks = Not noted: { $lacks }.
document-steps = Review of actions
document-steps-none = No step.
document-partner-review = partner’s review signed on { $date }
document-interviews = Interview records
document-interviews-since = Since the commission’s decision of { $date }.
document-interviews-none = No interview.
document-signed = signed by both
document-unsigned = to be signed
document-proofs = Evidence
document-proofs-none = No evidence.
document-dated = of { $date }
document-received = received on { $date }
document-checked = checked on { $date }
document-refused = refused
code-FseProgramme-2014_2020 = Ce projet est cofinancé par le Fonds social européen dans le cadre du programme opérationnel national « Emploi et Inclusion » 2014-2020
code-FseProgramme-2021_2027 = Cofinancé par l’Union européenne
code-Seat-copresidence_france_travail = Representative of France Travail (Pôle emploi)
code-Seat-copresidence_utas = Representative of the UTAS of Rouen and Boucles de Seine
code-Seat-responsables_action = Action managers of the providers
code-Seat-mission_accompagnement = Lead of the counsellors
code-Seat-relations_entreprises = Relations with companies
code-Seat-unite_adjointe = Deputy head of the unit
code-Seat-responsable_insertion = Head of the integration service
code-Seat-assistance_administrative = Administrative assistant
code-Seat-personne_competente = Any competent person
cli-print = Writes a document to print: text of 80 columns, with the mention of the ESF
cli-print-dossier = File of a person for the commission
cli-print-dossier-person = Name, reference or identity of the person
cli-print-dossier-out = File to make; never overwritten
cli-print-agenda = Agenda of a session
cli-print-agenda-session = Date of the session; the next one by default
cli-print-agenda-out = File to make; never overwritten
cli-print-attendance = Attendance sheet of a session
cli-print-attendance-session = Date of the session; the next one by default
cli-print-attendance-out = File to make; never overwritten
cli-print-email = E-mail that tells the prescriber of the decision
cli-print-email-person = Name, reference or identity of the person
cli-print-email-out = File to make; never overwritten
cli-print-session = Session file: actions, interview records and evidence of each person
cli-print-session-session = Date of the session; the next one by default
cli-print-session-out = File to make; never overwritten
err-print-names = A document always names people: there is none without names.
err-print-names-remedy = Take --no-names away.
err-print-not-submitted = This person is not submitted to the commission: there is no file to print.
err-print-not-submitted-remedy = Submit them first, with the key C in their file.
err-print-nothing-to-tell = There is nothing to tell: no decision on entry, or no prescriber.
err-print-no-session = No session is ahead.
err-print-no-session-remedy = Give its date.
action-session-new = note a session
action-document-print = print
scope-commission = Commission
why-nothing-to-print = There is nothing to print: no file submitted, no decision to tell, no session.
print-title = Which document?
print-question = Into which file?
print-how = A new text file, which nothing protects any more. Enter writes it.
print-done = { $limited ->
        [0] Document written: { $path }. Nothing protects it any more.
        [one] Document written without one person whose processing is limited: { $path }. Nothing protects it any more.
       *[other] Document written without { $limited } people whose processing is limited: { $path }. Nothing protects it any more.
    }
code-DocumentKind-dossier = file for the commission
code-DocumentKind-ordre-du-jour = agenda
code-DocumentKind-presence = attendance sheet
code-DocumentKind-courriel = e-mail to the prescriber
code-DocumentKind-seance = session file
code-DocumentKind-proces-verbal = minutes
document-minutes = Minutes – commission of { $date }
document-minutes-decisions = Decisions
document-minutes-count = Decisions noted: { $decided }. Files without any decision noted: { $open }.
document-minutes-undecided = No decision is noted.
document-minutes-signatures = Signatures of the co-chairs:
cli-print-minutes = Minutes of a session, on the team’s station: attendance and decisions of every station
cli-print-minutes-session = Date of the session; the last one by default
cli-print-minutes-out = File to make; never overwritten
err-print-minutes-elsewhere = The minutes are made on the operational team’s station, which knows every file.
err-print-minutes-elsewhere-remedy = Here, print the agenda or the attendance sheet.
