# People's rights over what is kept of them.
code-ErasureReason-demande = the person asked for it
code-ErasureReason-echeance = kept for as long as it may be
code-ErasureReason-erreur = file opened by mistake
code-AgeBand-moins_26 = under 26
code-AgeBand-26_49 = 26 to 49
code-AgeBand-50_plus = 50 and over
cli-person = Somebody’s rights over what is kept of them
cli-person-erase = Erases somebody for ever; without --yes, only says what would be done
cli-person-erase-person = Name, reference or identity
cli-person-erase-reason = Reason: demande, echeance or erreur
cli-person-erase-dry-run = Says what would be done and changes nothing (so does the command without --yes)
cli-person-erase-yes = Really erases; nothing undoes it
cli-person-certificate = Certificates of erasure: the list, or one, to be printed
cli-person-certificate-number = Start of the number of the person who was erased
cli-value-reason = REASON
out-erase-reason = Reason
out-erase-by = By
out-erase-entries = Entries
out-erase-would =
    Erasing { $name }: what would be done
      entries made unreadable: { $entries }
      attachments destroyed: { $attachments }
      drafts destroyed: { $drafts }
      copies on this disk, erased too: { $copies }
out-erase-kept = What stays, without a name or a day, for the counts:
out-erase-elsewhere =
    Out of this station’s reach: copies made with “jalon backup --to” and bundles handed to the team.
    Destroy the former; ask the team to erase from the latter.
out-erase-own-pages =
    A name typed in “My station” (meetings, workshops, needs, structures) is not erased: the station’s history keeps
    it, even corrected.
out-named = Their name is written there: { $places }.
out-named-elsewhere = Their name is written in the files of other people, where the erasure leaves it: { $places }.
out-named-on = { $what } of { $date }
out-erase-held =
    Before you erase: neither a lawsuit nor the duty to keep ESF evidence may forbid it. Jalon does not know.
out-erase-not-done = Nothing was done. To erase, add --yes: nothing undoes it.
out-residue = sex: { $sex }; interviews held: { $interviews }; steps: { $steps }
out-residue-period = lot { $lot }; { $age } at the entry; entry { $entered }; exit { $exited }; reason { $reason }
out-certificate =
    Certificate of erasure
      number: { $number }
      date: { $date }
      reason: { $reason }
      by: { $by }
      entries made unreadable: { $entries }
      attachments destroyed: { $attachments }
      digest of what they said: { $digest }
      digest of the journal before: { $chain }
      entry of the journal: { $entry }
err-no-certificate = No certificate of erasure, or several, start so.
err-no-certificate-remedy = “jalon person certificate” lists them all.
cli-person-export = Writes everything that is kept of somebody: to read, to take elsewhere, and the attachments
cli-person-export-person = Name, reference or identity
cli-person-export-out = Folder to make; it must not exist
out-dossier = Written to { $path }: { $versions } entries, { $attachments } attachments, { $left_out } left out. Nothing in it is encrypted: hand it over, then destroy it.
out-dossier-title =
    # File of { $name }

    Everything that Jalon keeps of this person, written on { $date } by { $by }. Number: { $number }.
    Attachments are in the folder “pieces”; “dossier.json” says the same to a program.
out-dossier-now = What holds today
out-dossier-history = All that was ever written, newest first
out-dossier-written = written on { $date }
out-dossier-withdrawn = withdrawn
code-ParameterKey-retention = time for which a file is kept after the last contact
code-ParameterKey-retention_notice = notice of the end of that time
cli-person-due = Files kept for too long, or soon (60 days ahead); erases nothing
out-last-contact = Last contact
out-keep-until = May be kept until
out-kept-too-long = to be erased
out-kept-soon = soon
cli-person-hold = Puts a legal hold on a file: it can no longer be erased (lawsuit, ESF evidence to be kept)
cli-person-hold-person = Name, reference or identity
cli-person-hold-until = Last day of the hold; without a date, until it is lifted
cli-person-hold-lift = Lifts the hold
out-hold-set = Hold noted: this file cannot be erased.
out-hold-lifted = Hold lifted.
err-legal-hold = This file is on hold: it cannot be erased.
err-legal-hold-remedy = Wait for the end of the hold, or lift it with “jalon person hold PERSON --lift” if nothing requires the file to be kept any more.

# Who follows the person, and who did.
act-referent = change of referent
out-referent = referent
form-referent = change of referent
form-referent-name = Followed by
form-referent-name-hint = Given name and name of who follows from now on
form-referent-since = From
form-referent-change = Why
form-referent-note = Details
form-referent-note-hint = What is handed over: a meeting of the three, a letter…
referent-ends = { $name } follows until { $date }
file-referent-since = followed by: { $name } since { $since }, before: { $before }
facet-referent = followed by
action-referent-new = change referent
code-ReferentChange-depart = left the structure
code-ReferentChange-absence_longue = long absence
code-ReferentChange-charge = files shared out anew
code-ReferentChange-secteur = other area or lot
code-ReferentChange-demande = asked by the person
code-ReferentChange-autre = another reason
violation-referent-missing = The name of who follows is missing.
violation-referent-missing-remedy = Type their given name and name.
violation-two-referents = Two referents would begin on the same day: there is one at a time.
violation-two-referents-remedy = Change the date, or correct the change written on that day (page Events).
violation-referent-already = That referent already follows the person on that date.
violation-referent-already-remedy = Change the name, or leave things as they are.
violation-referent-after-exit = The person left before that date: nobody follows any more.
violation-referent-after-exit-remedy = Change the date; for a return, first write the new referral.

# Rights, on screen.
code-HoldReason-litige = lawsuit
code-HoldReason-pieces_fse = ESF evidence to be kept
code-HoldReason-controle = audit or inspection
cli-person-hold-reason = Why: litige, pieces_fse or controle
action-rights-open = rights of the person
action-retention-open = retention of files
rights-title = rights of the person
rights-kept = Retention: last contact on { $last }, kept until { $until }.
rights-kept-too-long = Retention: last contact on { $last }; the time is over since { $until }.
rights-not-held = Hold: none. Nothing that Jalon knows of forbids erasing.
rights-held = On hold: this file cannot be erased ({ $how }).
rights-copy = Give a copy
rights-copy-said = everything that is kept: to read, to reuse
rights-copy-folder = file-copy
rights-copy-question = In which folder is the copy written?
rights-copy-how = A new folder is made that only you can read. Nothing in it is encrypted: hand it over, then destroy it.
rights-hold = Put on hold
rights-hold-said = forbids erasing, until a date or until it is lifted
rights-hold-reason = Why is this file put on hold?
rights-hold-until = Last day of the hold? Enter alone: until it is lifted.
rights-hold-until-refusal = A day to come is expected.
rights-hold-no-end = until it is lifted
rights-hold-to = until { $date }
rights-lift = Lift the hold
rights-lift-said = nothing requires it to be kept: it can be erased
rights-erase = Erase for ever
rights-erase-said = asks for a reason, then for the person’s name
rights-erase-plan = What an erasure would do
rights-erase-would = Would become unreadable: { $entries } entries, { $attachments } attachments, { $drafts } drafts, and what { $copies } copies on this disk say of them.
rights-erase-elsewhere = Out of reach: copies made elsewhere (destroy them) and bundles given to the team (ask it to erase). Their name typed in “My station” (meetings, workshops, needs) is not erased: the station’s history keeps it, even corrected.
rights-erase-reason = Why is this person erased?
rights-erase-type = Nothing undoes it. To erase, type the name { $name } then Enter; Esc gives up.
rights-erase-other-name = That is not this person’s name: nothing is erased.
rights-erased = Erased for ever. The certificate is in the journal.
why-held = This file is on hold: lift the hold first.
retention-title = Retention
retention-said = Two years after the last contact a file is erased. Jalon never does it alone.
retention-last = Contact
retention-until = Until
retention-held = on hold { $why }
retention-nobody = No file reaches the end of its retention within sixty days.
retention-certificate = certificate { $number }
retention-certificate-title = Certificate of erasure
retention-print = To print it: jalon person certificate { $number }

# Limited processing (GDPR, article 18).
act-limitation = limitation of processing
out-limitation = limitation of processing
form-limitation = limitation of processing
form-limitation-reason = Reason
form-limitation-since = Since
form-limitation-note = What the person says
form-limitation-note-hint = In a sentence: what they contest, what they need
form-limitation-lifted_on = Lifted on
form-limitation-lifted_on-hint = Empty while processing is limited
form-limitation-lifted_because = Lifted because
code-LimitationReason-exactitude = accuracy contested
code-LimitationReason-illicite = unlawful processing, erasure declined
code-LimitationReason-droits = needed for a claim
code-LimitationReason-opposition = objection being examined
violation-lifted-before-limited = The limitation would be lifted before it began.
violation-lifted-before-limited-remedy = Correct one of the two dates.
violation-lifted-without-reason = The reason for lifting it is missing.
violation-lifted-without-reason-remedy = Say in a few words why the limitation no longer holds.
err-processing-limited = Processing is limited at the person’s request: nothing more is written of them, and they stand on no list that goes out.
err-processing-limited-remedy = Wait, or lift the limitation in the rights of the person (“rights of the person”, in their file).
who-limited = (limited)
out-limited-left-out = { $count ->
    [one] { $count } person left out
   *[other] { $count } people left out
}, as the processing is limited (GDPR, article 18). “jalon list”, without --format, shows them.
out-limited-no-alert = The processing is limited (GDPR, article 18): no alert runs until the limitation is lifted.
file-limited = PROCESSING LIMITED since { $since }: { $reason }
rights-limit = Limit processing
rights-limit-said = everything is kept; no entry, no list, no alert
rights-unlimit = Lift the limitation
rights-unlimit-said = with its date and its reason

# Transfers of files
act-assignment = transfer of the file
out-assignment = transfer of the file
form-assignment = transfer of the file
form-assignment-phase = Where it stands
form-assignment-on = On
form-assignment-from = From the station of
form-assignment-to = To the station of
form-assignment-until = Until
form-assignment-reason = Reason
code-TransferPhase-demande = asked for by the team
code-TransferPhase-remis = handed over by the station
code-TransferPhase-confie = given to the new station
err-transfer-underway = This file is moving to another station: nothing is written in it until that station has it.
err-transfer-underway-remedy = Exchange with the team (“x”): the transfer ends by itself. Note on paper what cannot wait.
err-no-such-station = No other enrolled station has that name, or it has the file already.
err-no-such-station-remedy = “jalon status” gives the stations and their four characters.
cli-transfer = Moves a file from one station to another, on the team’s station
cli-transfer-person = Name, reference or identity
cli-transfer-to = Station that gets it: its four characters, its name or its identity
cli-transfer-until = Last day, if the file is only lent (recalled, never taken back by itself)
cli-transfer-lost = The station that had it is lost: gives at once what the team received of it
cli-value-station = STATION
transfer-demande = { $who }: asked of the station of { $from }, for the one of { $to }, on { $date }. Nothing is written in it meanwhile.
transfer-remis = { $who }: handed over by the station of { $from }, for the one of { $to }, on { $date }. The next return gives it.
transfer-confie = { $who }: given to the station of { $to } on { $date }. The next return brings it with its whole history.
why-limited = the processing is limited: here one reads; the limitation is lifted in the rights of the person
why-followed-elsewhere = another station follows this person: here one reads, and notes what the commission decides
why-transfer-underway = this file is moving to another station: nothing is written in it until that station has it
action-transfer-open = give to another station
transfer-title = give the file
transfer-followed = The station of { $who } follows this person.
transfer-own = The team has this file itself.
transfer-how = Enter: choose the station that will follow. All of it travels with the exchanges: send the returns (x), then take the bundles in.
transfer-files = files
transfer-to = Give to the station of { $to }
transfer-way-asked = ask: its station hands it over at the next exchange, nothing is lost
transfer-way-lost = lost station: give at once what the team received of it
why-no-other-station = no other station is enrolled: “jalon key enrol” enrols one
why-team-alone = the operational team gives the files of one station to another
exchange-underway-more = And { $count } more files on their way.
