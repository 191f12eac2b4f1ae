# Today, caseload, due, first run, lock, closing page.

# Today
today-title = Today
today-notices = On opening
today-nothing-due = Nothing is overdue.
today-soon = { $count ->
    [one] { $count } soon
   *[other] { $count } soon
}
today-appointments = Appointments of { $date } ({ $count })
today-no-appointments = No appointment today, { $date }
today-to-act-on = To act on ({ $count })
today-to-sign = Signatures to ask for ({ $count })
today-drafts = Drafts ({ $count })
today-sign-participant = interview of { $date }, by the participant
today-sign-counsellor = interview of { $date }, by you
today-sign-both = interview of { $date }, by both
today-sign-again = interview of { $date }, again: changed since
today-draft = { $form } to take up again
today-draft-line = quick line: { $text }
today-draft-nobody = (new person)
today-draft-group = (a group)
today-draft-unnamed = (nobody yet)
today-empty =
    There is nobody on this station yet.

    To begin:
    { $person-new } in the caseload (key { $caseload-open }): open the file of a first person.
    { $referral-new } in the caseload: note the referral of somebody you do not follow yet.
    { $import-open }: take in an existing caseload from CSV, XLSX or ODS files (people, adhesions, interviews, steps…).

# A person at a glance
pane-born = born { $birth }, aged { $age } · { $commune }
pane-months = { $months ->
    [one] { $months } month in pathway
   *[other] { $months } months in pathway
}
pane-last = Last interview: { $date }
pane-next = Next appointment: { $date }
pane-proposed = Appointment proposed: { $date }

# Signs
sign-critical = commission
sign-high = overdue
sign-medium = follow-up
sign-low = to plan
signs-in-order = seize the commission, overdue, follow-up, to plan
sign-others = two other alerts
sign-marked = marked
sign-all = three alerts in all
sign-pathway-steps = step; ═ several, ╌ planned, ░ suspension
sign-pathway-interviews = interview; ┃ several, × missed, ○ to come
sign-pathway-today = today
sign-coverage = seen in the month; □ remotely, · not at all, - out of pathway

# Lateness
lateness-due = for { $span }
lateness-today = today
lateness-soon = in { $span }

# Came, did not come, appointment proposed
came-title = Came: { $name }, { $moment }
came-said = The interview was held, both signed on paper. Duration in minutes:
came-refusal = A duration goes from 1 to 600 minutes.
missed-title = No-show: { $name }, { $moment }
missed-said = The no-show is recorded. New appointment on (n: none):
missed-again = new appointment { $date }
missed-none = no new appointment
missed-refusal = This is not a day to come.
appointment-held = Saved: { $name }, interview of { $date }.
appointment-record-missing = Enter: its record.
appointment-missed = Saved: { $name }, no-show of { $date }.
appointment-missed-again = Saved: { $name }, no-show; appointment { $moment }.
appointment-planned = Saved: { $name }, appointment { $moment }.
moment-at = { $date } at { $hour }
why-nobody-selected = nobody is selected
why-no-appointment = no appointment to complete on this line
why-appointment-to-come = this appointment is still to come
why-appointment-already = there is already an appointment to come
why-one-by-one = an interview is recorded for one person at a time: Esc unmarks
why-no-finding = nothing is due on this line

# Why
why-title = Why: { $name }
why-rule = Rule
why-rule-is = { $rule }, article { $article } ({ $alert })
why-start = Starts
why-due-date = Due
why-late = Late
why-late-strict = from the day after the last day allowed, { $date }
why-late-inclusive = from the due day itself
why-clears = Cleared by
why-thresholds = Thresholds
why-several = { $rank } of { $count } for this person (↑ ↓)

# Caseload
caseload-title = Caseload
caseload-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
caseload-marked = { $count ->
    [one] { $count } marked
   *[other] { $count } marked
}
caseload-marked-state = { $marked }{ $hidden ->
    [0] {""}
   *[other] , { $hidden } of them not in the list
} ({ $key } unmarks)
caseload-sorted = by { $sort }
caseload-sorted-back = by { $sort }, reversed
caseload-search = Search:
caseload-found = { $count ->
    [0] nobody
    [one] { $count } person
   *[other] { $count } people
}
caseload-nobody = Nobody answers to this search. Esc to see everyone again.
caseload-narrow = Nobody is in this filter. { $list-facet }, then “remove all”, to see everyone again.
caseload-empty =
    There is nobody on this station yet.

    { $person-new }: open the file of a first person.
    { $import-open }: take in an existing caseload from files.
column-name = Name
column-silence = Seen on
column-next = Next
column-state = State
column-months = Mths
column-age = Age
column-commune = Lot, commune
column-commune-only = Town
sort-title = Sort by
sort-silence = silence, longest first
sort-name = name
sort-alerts = alert, most pressing first
sort-next = next appointment
sort-months = months in pathway
sort-age = age
sort-lot = lot
sort-commune = commune
sort-state = state
facet-title = Filter (the same choice removes it)
facet-none = remove all
facet-now = followed
facet-everyone = everyone, those who left or were refused included
facet-choice = { $kind }: { $label } ({ $count })
facet-state = state
facet-lot = lot
facet-commune = commune
facet-alert = alert

# Views
view-title = Views (a new name keeps the list as it stands)
view-label = view “{ $name }”
view-silent = not heard of for the longest
view-pressing = most pressing first
view-appointments = by next appointment
view-everyone = everyone, those who left included
view-keep = Keep the present list: “{ $name }”
view-replace = Replace “{ $name }” by the present list
view-kept = View kept: “{ $name }”.
view-renamed = View renamed: “{ $name }”.
view-rename-title = New name of “{ $name }”
view-nameless = Type a name.
view-taken = Another view is called “{ $name }” already.
view-remove-again = The same key removes the view “{ $name }” for good.
view-removed = View removed: “{ $name }”.
view-too-many = There are forty views already: remove one.
why-view-not-own = only a view that you kept is renamed or removed

# Due
due-title = Due
due-today = Today, { $date }
due-turning = On { $date }: counting…
due-ahead = On { $date } (in { $span })
due-back = On { $date } ({ $span } ago)
due-rule = { $alert }, art. { $article }: { $due ->
    [0] {""}
   *[other] { $due } overdue{ $soon ->
        [0] {""}
       *[other] ,{" "}
    }
}{ $soon ->
    [0] {""}
   *[other] { $soon } soon
}
due-soon-on = on { $date }, { $lateness }
due-nothing = Nothing is overdue or soon due on this day. { $as-of-later } and { $as-of-earlier } change the day, { $as-of-day } chooses one, for instance that of the next commission.

# First run
first-title = First run
first-progress = { $rank } of 6 · Enter to go on, ↑ to go back
first-language = Welcome to Jalon · Bienvenue dans Jalon
first-language-said =
    Jalon speaks English. Enter to go on.
    Pour le français, F3 (ou ctrl-t), puis Entrée.
first-name = Who works on this station?
first-name-said = Your first and last name, or the name of the team. They appear on records and bundles.
first-name-empty = Type a name: it appears on records.
first-role = What is this station for?
first-role-said = Choose with ↓ ↑ or the figure, then Enter.
first-lots = Which lots are followed here?
first-lots-said = For instance: L3, or L3 M1. Leave it empty if you do not know yet.
first-lots-unknown = Lots go from L1 to L9 and from M1 to M6.
first-kind = The passphrase
first-kind-said = It encrypts the whole station. Nobody can find it again for you: without it, files do not open any more. Choose with ↓ ↑ or the figure, then Enter.
first-kind-words = eight words drawn by Jalon (advised)
first-kind-own = a phrase of your own, at least 14 characters
first-words = Your eight words
first-words-said = Write them down by hand and keep the paper away from the computer. They will not be shown again. Enter once they are written.
first-proof = Type the eight words again
first-proof-said = From the paper: this proves that they are written down. Accents and capitals do not count. ↑ to draw eight others.
first-proof-differs = These are not the same words. Try again, or ↑ to draw others.
first-own = Your phrase
first-own-said = At least 14 uncommon characters. Neither it nor its length is shown.
first-own-empty = Type a phrase.
first-own-again = Type your phrase again
first-own-again-said = The same, exactly.
first-own-differs = The two are not the same. Try again.
first-secret-empty = (nothing typed yet)
first-summary = Everything is ready
first-summary-said = Enter makes the station. ↑ to change something.
first-summary-is =
    Name: { $name }
    Role: { $role }
    Lots: { $lots }
    Folder of the station: { $place }

    Everything in it is encrypted. A backup is made each time it closes.
    Then: “jalon import FILES” takes in an existing caseload, or the key { $person-new } of the caseload opens a first file.
first-making = Making the station… a few seconds.

# Locked station
unlock-title = Locked
unlock-heading = Jalon is locked
unlock-looking = Looking for the station…
unlock-prompt = Passphrase, then Enter. Nothing shows while you type.
unlock-typing = Being typed. Enter to try it, ctrl-u to erase it all.
unlock-demo = Demonstration: the passphrase is “{ $passphrase }”.
unlock-trying = Trying it… (about a second, on purpose)
unlock-doctor = If that is not enough, “jalon doctor”, in a terminal, examines the station and says what to do.

# Closing page
closing-title = Before closing
closing-said = Nothing is lost by closing: quit again to close, Esc to go back.
closing-unsent = { $count ->
    [one] { $shown } entry has not been sent to the team yet (jalon export).
   *[other] { $shown } entries have not been sent to the team yet (jalon export).
}
closing-all-sent = Everything entered has gone to the team.
closing-outcomes = Appointments of which nothing is said ({ $count })
closing-unsigned = Records to sign ({ $count })
closing-drafts = Drafts, kept and taken up at the next opening ({ $count })
closing-overdue = Overdue by { $date }, if nothing is done ({ $count })

# Alerts, counted
alert-count-AL-01 = { $count } without a visit
alert-count-AL-02 = { $count } without interview
alert-count-AL-03 = { $count } without step
alert-count-AL-04 = { $count } out of pathway
alert-count-AL-05 = { $count ->
    [one] { $count } review due
   *[other] { $count } reviews due
}
alert-count-AL-06 = { $count ->
    [one] { $count } review set
   *[other] { $count } reviews set
}
alert-count-AL-07 = { $count ->
    [one] { $count } diagnosis due
   *[other] { $count } diagnoses due
}
alert-count-AL-08 = { $count ->
    [one] { $count } suspension over
   *[other] { $count } suspensions over
}
alert-count-AL-09 = { $count ->
    [one] { $count } interview to complete
   *[other] { $count } interviews to complete
}
alert-count-AL-10 = { $count ->
    [one] { $count } deed to sign
   *[other] { $count } deeds to sign
}
alert-count-AL-11 = { $count ->
    [one] { $count } prescriber to tell
   *[other] { $count } prescribers to tell
}
alert-count-AL-12 = { $count ->
    [one] { $count } exit to propose
   *[other] { $count } exits to propose
}
alert-count-AL-13 = { $count ->
    [one] { $count } exit being lost
   *[other] { $count } exits being lost
}
alert-count-AL-14 = { $count ->
    [one] { $count } post-training over
   *[other] { $count } post-trainings over
}
alert-count-AL-15 = { $count ->
    [one] { $count } set of objectives to send
   *[other] { $count } sets of objectives to send
}
alert-count-AL-16 = { $count ->
    [one] { $count } partner’s review
   *[other] { $count } partners’ reviews
}
alert-count-AL-17 = { $count ->
    [one] { $count } about to end
   *[other] { $count } about to end
}
alert-count-AL-18 = { $count ->
    [one] { $count } CV to update
   *[other] { $count } CVs to update
}
alert-count-AL-19 = { $count ->
    [one] { $count } file without its documents
   *[other] { $count } files without their documents
}
alert-count-AL-25 = { $count ->
    [one] { $count } destination to arrange
   *[other] { $count } destinations to arrange
}

# The terminal tried out
terminal-title = Terminal
terminal-heading = Does this terminal show all of this as it is?
terminal-fine = If everything reads well, Enter is enough.
terminal-letters = Accents
terminal-lines = Lines
terminal-colours = Colours
terminal-colour-good = in order
terminal-colour-soon = soon
terminal-colour-late = overdue
terminal-colour-key = key
terminal-colour-chosen = chosen
terminal-window = Window
terminal-window-enough = { $columns } × { $rows }
terminal-window-small = { $columns } × { $rows }: 80 × 24 would be more comfortable
terminal-keys = Keys
terminal-key-try = { $key }: not tried yet
terminal-key-came = { $key }: received
terminal-wrong = Squares, question marks, odd letters? The { $terminal-signs } key changes the signs. Now: { $signs }.
terminal-signs-all = all of them
terminal-signs-letters = accented letters and single lines
terminal-signs-ascii = without accents or lines (what is typed keeps them)
terminal-later = “jalon doctor --terminal” tries it again.
terminal-depth-none = no colours
terminal-depth-eight = 8 colours
terminal-depth-sixteen = 16 colours
terminal-depth-indexed = 256 colours
terminal-depth-full = all colours

list-out-title = Take the list out: { $count ->
    [one] { $count } person
   *[other] { $count } people
}{ $limited ->
    [0] {""}
    [one] {" "}· without { $limited } limited
   *[other] {" "}· without { $limited } limited
}
list-out-question = Where to write the list? “.csv” for a spreadsheet, “.json” for a program
list-out-how = Enter writes it, unsealed: keep it to yourself. The journal notes that it left.
list-out-no-way = No other file here.
list-out-file = list
list-out-next = Next appointment
list-out-done = List written: { $count ->
    [one] { $count } person
   *[other] { $count } people
}{ $limited ->
    [0] {""}
    [one] {" "}(without { $limited } limited)
   *[other] {" "}(without { $limited } limited)
}, { $path }
why-discreet = discreet mode hides names: leave it first
err-list-format = { $path } does not say how to write the list.
err-list-format-remedy = End the name with “.csv” (spreadsheet) or “.json” (program).
