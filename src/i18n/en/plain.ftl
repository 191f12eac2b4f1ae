# Line by line (--plain).
plain-welcome = Jalon, line by line. “?” says what can be done here.
plain-passphrase = Passphrase:
plain-locked = Locked.
plain-hint = a today, e interview, a name for a file, ? for everything, q to quit.
plain-not-understood = This letter does nothing here. “?” says what can be done.
plain-no-such-number = This number is not in the last list.
plain-nobody-yet = There is nobody on this station yet. n adds somebody, “jalon import” takes in a caseload.
plain-whose = Whose? Give a name after the letter, or open a file first.
plain-which = Several people:
plain-number = Number:
plain-more = ({ $count } more, Enter to go on)
plain-last-interview = last interview on { $date }
plain-question = { $label }:
plain-question-held = { $label } [{ $held }]:
plain-form-how = Enter accepts. ? help, - empties, = repeats, < goes back, > saves, . leaves a draft.
plain-text-how = As many lines as needed, then a full stop alone on a line.
plain-no-hint = Free text.
plain-quick-prompt = Enter saves, . leaves, or type the line again:
plain-help = A letter, with a name or a text behind it where that makes sense:
plain-help-more = A name opens the file, a number opens the line of the last list. “e nadia 45 p d CV à jour” logs an interview.
