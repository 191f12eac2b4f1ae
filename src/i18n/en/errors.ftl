# What could not be done, and what to do.
err-refused = Something typed is impossible.
err-refused-remedy = Correct the field shown.
err-changed-meanwhile = This was changed meanwhile: nothing was saved.
err-changed-meanwhile-remedy = Open it again: what you typed is kept as a draft.
err-no-such-person = This person is not in the caseload.
err-no-such-person-remedy = Check the name, the reference or the identity.
err-no-such-entry = This version does not exist or can no longer be read.
err-no-such-entry-remedy = Run “jalon doctor”.
err-nothing-to-undo = There is nothing to undo.
err-nothing-to-redo = There is nothing to redo.
err-station-locked = The station is locked.
err-station-locked-remedy = Type the passphrase.
err-station-exists = There is a station here already: nothing was changed.
err-station-exists-remedy = Choose another folder with --data-dir, or open this station.
err-not-a-date = “{ $value }” is not a date.
err-not-a-date-remedy = Write yyyy-mm-dd or dd/mm/yyyy.
err-report-backwards = A period does not end before it begins: it would begin on { $from }.
err-report-backwards-remedy = Give --from before --as-of.
err-no-home = This account has no home folder for the station.
err-no-home-remedy = Give a folder with --data-dir.
err-passphrase-file-unreadable = The passphrase file cannot be read.
err-passphrase-file-unreadable-remedy = Check its name and mode.
err-passphrase-file-open = The passphrase file can be read by others (mode { $mode }).
err-passphrase-file-open-remedy = Run “chmod 600” on this file.
err-passphrase-empty = The passphrase is empty.
err-passphrase-empty-remedy = Type it, or put it on the first line of the file.
err-passphrases-differ = The two passphrases differ.
err-passphrases-differ-remedy = Try again.
err-passphrase-weak = This passphrase is too easy to guess.
err-passphrase-weak-remedy = Take at least 14 uncommon characters, or the 8 words that Jalon proposes.
err-no-terminal = There is no terminal to ask for the passphrase.
err-no-terminal-remedy = Give a file with --passphrase-file.
err-nobody-found = Nobody answers to this search.
err-nobody-found-remedy = Try part of the name, the import reference or the date of birth.
err-rule-unknown = No rule begins with { $rule }.
err-rule-unknown-remedy = “jalon rules” lists them all.
err-several-found = { $count } people answer to this search:
err-several-found-remedy = Tell them apart by reference or identity.
err-no-station = There is no station here.
err-no-station-remedy = Run “jalon” to set it up, or give its folder with --data-dir.
err-unknown-code = “{ $value }” is not a known value.
err-unknown-code-remedy = Possible values: { $codes }.
err-file-missing = There is nothing there: { $path }
err-file-missing-remedy = Check the name and the folder.
err-file-forbidden = The system refuses access to { $path }.
err-file-forbidden-remedy = Check the mode of the file and of its folder, or choose another folder.
err-file-exists = There is a file { $path } already: nothing was written.
err-file-exists-remedy = Choose another name or folder, or move this file.
err-file-full = The disk is full: nothing is kept in { $path }.
err-file-full-remedy = Make room, or choose another disk.
err-file-read-only = { $path } is on a read-only disk: nothing was written.
err-file-read-only-remedy = Choose another folder.
err-file-is-folder = { $path } is a folder, not a file.
err-file-is-folder-remedy = Give the file.
err-file-failed = { $path } can be neither read nor written.
err-file-failed-remedy = Try again, or use another stick or folder.
err-file-too-large = The file { $path } is larger than { $limit } MiB.
err-usage = The command is not understood.
err-usage-remedy = See “{ $command } --help”.
err-usage-unknown = “{ $what }” is not known here.
err-usage-unknown-remedy = See “{ $command } --help”.
err-usage-missing = { $what } is missing.
err-usage-missing-remedy = See “{ $command } --help”.
err-usage-value = “{ $value }” does not suit { $what }.
err-usage-value-remedy =
    { $possible ->
        [none] See “{ $command } --help”.
       *[other] Possible values: { $possible }.
    }
err-usage-together = { $what } and { $other } do not go together.
err-usage-together-remedy = Keep one of them.
err-import-refused =
    { $count ->
        [one] { $count } error: nothing was imported.
       *[other] { $count } errors: nothing was imported.
    }
err-import-refused-remedy = Correct the cells and try again, or import the rest with --accept-partial.
err-import-unreadable =
    { $count ->
        [one] { $count } error: nothing was imported, and a file could not be read to its end.
       *[other] { $count } errors: nothing was imported, and a file could not be read to its end.
    }
err-import-unreadable-remedy = Correct that file and try again.
err-import-no-file = No file there has a name that tells its table: nothing was imported.
err-import-no-file-remedy = Name the files personnes.csv, adhesions.csv, entretiens.csv, etapes.csv, decisions.csv, contacts.csv, emplois.csv or formations.csv.
err-no-trust = This station knows no key of the team yet: nothing was written.
err-no-trust-remedy = Take the team’s trust.json with “jalon key trust”.
err-not-a-team = Only the team’s station can do that.
err-not-a-team-remedy = Run this command on the team’s station.
err-demo-only = Demonstration keys are good for the demonstration only.
err-demo-only-remedy = Use the team’s trust.json.
err-config-refused =
    { $count ->
        [one] The file has { $count } error:
       *[other] The file has { $count } errors:
    }
err-config-refused-remedy = Correct the lines shown.
err-export-done =
    { $entries ->
        [one] Bundle no. { $number } written, { $entries } entry, copy read again: right.
       *[other] Bundle no. { $number } written, { $entries } entries, copy read again: right.
    }
err-keys-unreadable = The station’s keys can no longer be read.
err-keys-unreadable-remedy = Put the station back from a copy.
err-no-randomness = The system gives no randomness: no key can be made.
err-no-randomness-remedy = Tell whoever runs the machine.
err-words-needed = The first list is proved by the 8 words of the card.
err-words-needed-remedy = Add --words "…".
err-bundle-changed = The bundle changed while it was read: nothing of it is kept.
err-bundle-changed-remedy = Copy it to the disk of this station, then try again.
err-copy-differs = The copy reads otherwise than it was written: nothing is kept.
err-copy-differs-remedy = Use another stick or folder.
err-file-too-large-remedy = Split it into several files.
err-no-screen = There is no terminal to show the application on.
err-no-screen-remedy = Run “jalon” from a terminal, or see “jalon --help” for the commands.
err-terminal-unnamed = Nothing says which terminal shows the screen: TERM is not set.
err-terminal-unnamed-remedy = Run “jalon --plain”, which asks the same questions line by line; or give TERM the name of your terminal (“export TERM=xterm”).
err-dumb-terminal = This terminal shows no screen (TERM={ $term }).
err-dumb-terminal-remedy = Run “jalon --plain”, which asks the same questions line by line; or give TERM the name of your terminal (“export TERM=xterm”).
err-secret-unconfirmed = The import key opens every bundle that the team receives: nothing was written.
err-secret-unconfirmed-remedy = To really write it to { $path }, add --yes to the same command.
err-owned-elsewhere = This file belongs to another station: nothing was written.
err-owned-elsewhere-remedy = Ask whoever follows it to write it: it will come back to you with their next bundle.
