# The frame of the screens: actions, keys, messages of the status line, help, palette.

# Actions: action-<id>
action-home-open = today
action-caseload-open = caseload
action-due-open = due
action-import-open = import files
action-import-complete = complete
action-import-take = import
action-import-partial = take the right lines
action-import-same = same person
action-import-mapping = write the mapping
action-import-again = read again
action-import-leave = back
action-exit-open = exit
action-screen-back = back
action-quick-open = quick entry
action-quick-save = save
action-quick-form = full form
action-interview-new = interview
action-appointment-came = came
action-appointment-no-show = no-show
action-appointment-accept = accept the proposed appointment
action-appointment-new = appointment
action-step-new = step
action-employment-new = contract
action-training-new = training
action-contact-new = contact
action-person-new = new person
action-person-edit = identity
action-enrolment-edit = enrolment
action-decision-new = decision
action-diagnosis-edit = diagnosis
action-skill-new = skill (booklet)
action-positioning-new = positioning
action-case-edit = case of its own
action-entry-new = add
action-entry-edit = change
action-entry-read = read
action-entry-withdraw = withdraw
action-entry-duplicate = duplicate
action-entry-undo = undo
action-entry-redo = redo
action-form-accept = next
action-search-open = search
action-list-up = row above
action-list-down = row below
action-list-page-up = previous page
action-list-page-down = next page
action-list-first = start
action-list-last = end
action-list-open = open
action-list-search = search
action-people-mark = mark
action-people-mark-all = mark all
action-people-list-out = take the list out
action-view-open = views
action-view-rename = rename the view
action-view-remove = remove the view
action-list-sort = sort
action-list-facet = filter
action-due-why = why
action-as-of-later = later
action-as-of-earlier = earlier
action-as-of-day = choose the day
action-as-of-today = back to today
action-page-next = next tab
action-page-previous = previous tab
action-locked-accept = go on
action-form-next = next field
action-form-back = back
action-form-save = save
action-form-list = show the list
action-search-leave = see everyone
action-form-leave = keep as draft
action-form-drop = discard the draft
action-overlay-accept = accept
action-overlay-close = close
action-app-help = help
action-app-palette = palette
action-app-lock = lock
action-app-discreet = discreet mode
action-app-language = français
action-app-tour = guided tour
action-app-quit = quit
action-terminal-signs = other signs

# Headings of the help
category-places = Go
category-entry = Record
category-lists = Lists
category-lists-move = move
category-forms = Forms
category-forms-move = move from field to field
category-program = Program
category-signs = Signs

# Names of keys
key-enter = Enter
key-esc = Esc
key-tab = Tab
key-shift-tab = Shift-Tab
key-space = Space
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-home = Home
key-end = End
key-page-up = PgUp
key-page-down = PgDn
key-delete = Del
key-f2 = F2
key-f3 = F3
key-f4 = F4
key-f5 = F5
key-f6 = F6
key-f7 = F7
key-f8 = F8
key-f9 = F9

# Top line
top-demo = DEMO
top-discreet = discreet
top-unsent = { $count } to send

# Status line
status-doubt = Warning:
status-refusal = Refused:
paste-cut = The pasted text is too long: only its beginning is taken.
window-too-small = The window is too small: at least 40 columns and 12 rows. Nothing is lost.

# Why an action is not done here
why-elsewhere = not on this screen
why-locked = the station is locked
why-nothing-to-undo = nothing to undo
why-nothing-to-redo = nothing to redo
why-first-screen = this is the first screen
why-too-many-screens = too many screens are open: close one with Esc

# Acts, for undo and redo
act-erasure = erasure
act-legal_hold = legal hold
act-station = station
act-person = identity
act-enrolment = enrolment
act-interview = interview
act-appointment = appointment
act-step = step
act-contact = contact
act-decision = decision
act-employment = employment
act-training = training
act-diagnosis = diagnosis
act-barrier = barrier
act-goal = goal
act-skill = skill
act-positioning = positioning
act-special_case = case of its own
act-import = import of { $count } things
act-other = entry
act-several = { $count ->
    [one] { $what } and { $count } other entry
   *[other] { $what } and { $count } other entries
}
act-people = { $what }, { $count } people
act-dated = { $what } of { $date }
done-undone = Undone: { $act }
done-redone = Redone: { $act }

# Help, palette, notices
help-title = The keys that work here
palette-title = Every action
palette-named = { $action }: { $act }
notice-failure = It failed
err-worker-stopped = An operation stopped in an unexpected way. It saved nothing.
err-worker-stopped-remedy = Quit and open Jalon again: your drafts are kept. If it happens again, run “jalon doctor”.
pick-nothing = Nothing matches.
confirm-how = Enter confirms, Esc gives up.
day-title = Choose a day
day-not-understood = A day, such as 12/3, 12 mars, lu or -3.
day-no-such-day = There is no such day: { $length }.

# Forms
answer-yes = yes
answer-no = no
form-again-keeps = The same key again keeps it.
form-draft-kept = Draft kept: it waits for you in “Today”.
form-last-field = This is the last field: F2 saves.
form-no-list = This field has no list.
form-nothing-to-repeat = Nothing to repeat in this field.
typed-required = { $field }: to be filled in.
typed-too-long = { $field }: { $limit } characters at most.
typed-date = { $field }: a day, such as 12/3, 1203, 12 mars, lu, -3 or +4s.
typed-no-such-day = { $field }: there is no such day, { $length }.
typed-time = { $field }: a time, such as 14, 1430 or 14h30.
typed-hours = { $field }: a number of hours, { $limit } at most, such as 35, 24.5 or 24h30.
typed-minutes = { $field }: a duration of { $limit } minutes at most, such as 45 or 1h15.
typed-integer = { $field }: a number ({ $limit }).
typed-choice = { $field }: one of the answers of the list.
typed-commune = { $field }: a commune of the Métropole, by its name or its code.
typed-phone = { $field }: a telephone number, such as 06 12 34 56 78.
typed-social-security-number = This text holds a social security number, which Jalon never keeps. The same key again removes it.
problem-config-name = “{ $value }” is not the name of a theme or keymap file.
problem-config-language = “{ $value }” is not a language: fr or en.
problem-config-lock = The lock delay goes from 1 to 15 minutes, not { $value }.

# The user's files: keys, themes, configuration
problem-syntax = this is not TOML ({ $detail })
problem-keymap-inherits = only “{ $expected }” can be inherited
problem-keymap-scope = “{ $found }” is not a table of keys; expected: { $expected }
problem-keymap-table = “{ $found }” is a table: write [{ $found }], then one key per line
problem-keymap-key = “{ $found }” is not a key
problem-keymap-twin = “{ $found }”: terminals cannot tell it from { $twin }
problem-keymap-action = “{ $found }” is not an action
problem-keymap-elsewhere = the action “{ $found }” does not exist in [{ $scope }]
problem-keymap-typed = “{ $found }” is typed in a field of [{ $scope }]: add ctrl, or take a function key
problem-keymap-hides = “{ $found }” hides “{ $hidden }”, which starts the same way
problem-keymap-essential = the action “{ $found }” must keep a key
problem-theme-inherits = “{ $found }” is not a theme that comes with Jalon
problem-theme-table = “{ $found }”: expected [palette] and [roles]
problem-theme-role = “{ $found }” is not a role
problem-theme-style = “{ $found }”: expected, between braces, fg = "…", bg = "…" or bold = true
problem-theme-attribute = “{ $found }” is not an attribute; expected: fg, bg, bold, dim, italic, underline, reverse
problem-theme-yes-no = “{ $found }”: expected true or false
problem-theme-color = “{ $found }” is not a colour
problem-theme-missing = roles are missing: { $missing }

# The guided tour
tour-place = Tour, { $rank } of { $count } (Esc leaves it).
tour-today = Today says who needs you, and why. “{ $caseload-open }” opens the caseload.
tour-caseload = Everybody is here, to be searched, sorted, filtered. “{ $list-open }” opens the file chosen.
tour-file = A file starts with its summary. “{ $page-next }” turns to the page of its interviews.
tour-quick = “{ $quick-open }” records an interview in one line, wherever you are.
tour-entry = Type 45 p d CV workshop (45 minutes, on site, signed by both), then “{ $quick-save }” saves it.
tour-undo = It is on the disk. “{ $entry-undo }” takes it back, by its name.
tour-due = “{ $due-open }” lists what is overdue by rule.
tour-why = “{ $due-why }” says why: the article, the dates, and what clears the alert.
tour-over = The tour is over: “{ $app-help }” tells the keys of a place, “{ $app-palette }” finds any action by its name.
tour-left = Tour left. “{ $app-tour }” starts it again.
why-demo-only = the guided tour is that of the demonstration
