# store: errors
err-store-missing = There is no Jalon station in { $path }.
err-store-missing-remedy = Check the folder, or make a station with “jalon init”.
err-store-already-there = The folder { $path } is not empty.
err-store-already-there-remedy = Choose another folder: Jalon never writes over what exists.
err-store-held = The station is already open (process { $pid }, terminal { $tty }, since { $since }).
err-store-held-remedy = Close the other Jalon window, or go back to it.
err-store-full = The disk is full: nothing was saved. { $needed } bytes are needed.
err-store-full-remedy = Make room, then save again: what you typed is still on screen.
err-store-read-only = The disk is read-only: { $path } cannot be written.
err-store-read-only-remedy = Ask the administrator to make the disk writable.
err-store-forbidden = The system refuses access to { $path }.
err-store-forbidden-remedy = Open Jalon with the account that made the station, or ask the administrator.
err-store-not-ours = { $path } belongs to another account.
err-store-not-ours-remedy = Open Jalon with the account that made the station.
err-store-too-open = Other accounts can read { $path } (mode { $mode }).
err-store-too-open-remedy = Take these rights away with “chmod -R go-rwx” and the folder of the station, then open again.
err-store-symlink = The way to the station goes through a symbolic link: { $path }.
err-store-symlink-remedy = Give the real folder with “--data-dir”.
err-store-disk = The disk answered with an error on { $path }: { $reason }.
err-store-disk-remedy = Try again. If the error comes back, make a backup and tell the administrator.
err-store-wrong-passphrase = That is not the right passphrase.
err-store-wrong-passphrase-remedy = Try again. Nothing is deleted, but the wait grows from the fourth failure on.
err-store-wait = Too many attempts: wait { $seconds } s more.
err-store-wait-remedy = Meanwhile check Caps Lock and the keyboard layout.
err-store-newer-format = This station was made by a newer version of Jalon (format { $found }).
err-store-newer-format-remedy = Install the latest version of Jalon.
err-store-damaged = { $path } is damaged, and so are its copies.
err-store-damaged-remedy = Restore a backup with “jalon restore”.
err-store-bad-backup = { $path } is not a sound backup.
err-store-bad-backup-remedy = Try another backup. The present station was not touched.
err-store-too-large = That is too long: { $bytes } bytes for a limit of { $limit }.
err-store-too-large-remedy = Shorten the text, or share it over several notes.
err-store-erased = This person was erased: nothing more can be written in that file.
err-store-erased-remedy = Make a new file if the person comes back.
err-store-memory = There is not enough memory to open the station.
err-store-memory-remedy = Close other programs, then try again.
err-store-crypto = Encryption failed: the system gives no random numbers.
err-store-crypto-remedy = Restart the machine. If the error comes back, tell the administrator.

# store: what an opening put right
repair-torn-tail = An interrupted save, never confirmed, was removed ({ $bytes } bytes).
repair-engine-behind = After a sudden stop, { $entries } { $entries ->
        [1] entry was
        *[other] entries were
    } put back in the database.
repair-engine-rebuilt = The database was rebuilt from the journal ({ $entries } entries). Nothing is lost.
repair-engine-mended = { $entries } damaged { $entries ->
        [1] entry was
        *[other] entries were
    } repaired in the database.
repair-engine-stopped = The database no longer answers: Jalon reads the journal itself and will rebuild it at the next opening.
repair-segment-mended = { $entries } damaged { $entries ->
        [1] entry was
        *[other] entries were
    } repaired in the journal.
repair-taken-from-backup = { $entries } { $entries ->
        [1] entry was
        *[other] entries were
    } taken from a backup.
repair-copy-mended = One of the two copies of { $file } was damaged: it was made again.
repair-keyring-from-backup = The keyring was taken from a backup: files made since can no longer be read.
repair-shelf-damaged = A draft or a setting is damaged and cannot be read ({ $file }).
repair-rolled-back = This station is older than expected: last entry { $found }, while { $known } was known. An old copy has taken its place.
repair-anchor-damaged = The outside mark of the station could not be read: it was made again.
repair-lost-entry = Entry { $entry }{ $date ->
        [none] {""}
        *[other] {" "}(about { $date })
    } is damaged everywhere.
repair-chain-broken = Entry { $entry } does not follow the one before: the journal may have been changed outside Jalon.
