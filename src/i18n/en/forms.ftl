# Forms and the person's file.

code-Signing-deux = both signed
code-Signing-adherent = only the participant signed
code-Signing-conseiller = only the counsellor signed
code-Signing-aucune = nobody signed
code-Signing-refus = the participant refuses to sign

# After saving, drafts
saved-act = Saved: { $act } ({ $key } to undo)
draft-left = Draft kept.
doubt-again = The same key again saves it as it is.

# Quick line
quick-title = Quick entry
quick-codes = p h d v t e · signatures d a c n r · * usual
quick-empty = Type the start of a name, a duration, codes, then the record.
quick-nobody = Nobody matches “{ $words }”.
quick-which = Several people: Enter again for the marked one, ↑ ↓ for another.
quick-interview = interview of { $date }
quick-appointment = appointment of { $date } { $time }
quick-record = “{ $text }”

# Where a signature stands
signature-to-sign = to sign
signature-paper = signed on paper on
signature-electronic = signed online on
signature-refused = refused
signature-not-applicable = not applicable
value-yes = yes

# The person's file
file-title = file
file-page-summary = Summary
file-page-interviews = Interviews
file-page-steps = Steps
file-page-events = Events
file-page-history = History
file-draft = draft
file-enrolled = enrolled on { $date }
file-exited = exit on { $date }
file-referred = referred by: { $name }
file-referent = followed by: { $name }
file-appointment = Next appointment: { $when }
file-no-appointment = Next appointment: none ({ $key } to make one)
file-no-pathway = The pathway has no date yet.
file-findings = Findings, and the key that clears them
file-no-finding = No finding.
file-complete = complete
file-last-notes = Last notes
file-no-note = No written record.
file-no-interview = No interview. The i key records one, j makes an appointment.
file-no-step = No step. The s key adds one.
file-no-event = No event. The k key notes a call, a letter, a visit.
interviews-date = date
interviews-start = time
interviews-duration = length
interviews-modality = modality
interviews-outcome = outcome
interviews-signed = signed
interviews-justified = justification
why-file-gone = this file is no longer there: its creation was undone
pathway-years = pathway
pathway-steps = steps
pathway-interviews = interviews
pathway-months = 12 months
pathway-coverage = met
pathway-legend = ■ in person  □ remotely  · not met  - away from the pathway
month-initials = jfmamjjasond
steps-status = status
steps-category = category
steps-title = title
steps-from = from
steps-until = until
steps-partner = partner
signatures-awaited = to sign
signatures-done = signed
signatures-refused = refused
interview-justified = justified
interview-changed = changed
interview-changed-long = changed since signed: to be signed again
interview-no-record = No written record.
signed-participant = participant:
signed-counsellor = counsellor:
signed-code = code { $code }
lack-duration = duration
lack-record = record
lack-participant-signature = participant sign.
lack-participant-refused = refused to sign
lack-counsellor-signature = counsellor sign.
event-decision = decision: { $ruling }
history-reading = Reading the history…
history-version = { $date } { $time } · { $what } { $verb } · station { $station } no. { $number }
history-created = added
history-changed = changed
history-restored = restored
history-withdrawn = withdrawn
history-undone = undone since
history-nothing = (empty)
history-field = { $field }: { $after }
history-field-changed = { $field }: { $before } → { $after }
