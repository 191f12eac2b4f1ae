# store: errors
err-store-missing = There is no Jalon station in { $path }.
err-store-missing-remedy = Check the folder, or make a station by running “jalon”.
err-store-already-there = The folder { $path } is not empty.
err-store-already-there-remedy = Choose another folder: Jalon never writes over what exists.
err-store-held = The station is already open (process { $pid }, terminal { $tty }, since { $since }).
err-store-held-remedy = Close the other Jalon window, or go back to it.
err-store-full =
    { $needed ->
        [0] The disk is full.
       *[other] The disk is full: { $needed } MB more are needed.
    }
err-store-full-remedy = Make room, then try again: what was saved still is, what is on screen stays there.
err-store-read-only = The disk is read-only: { $path } cannot be written.
err-store-read-only-remedy = Ask the administrator to make the disk writable.
err-store-forbidden = The system refuses access to { $path }.
err-store-forbidden-remedy = If it is your station, open it with the account that created it; otherwise choose a folder that you may write to.
err-store-not-ours = { $path } belongs to another account.
err-store-not-ours-remedy = Open Jalon with the account that made the station.
err-store-too-open = Other accounts can read { $path } (mode { $mode }).
err-store-too-open-remedy = Take these rights away with “chmod -R go-rwx” and the folder of the station, then open again.
err-store-symlink = The way to the station goes through a symbolic link: { $path }.
err-store-symlink-remedy = Give the real folder with “--data-dir”.
err-store-disk = The disk answered with an error on { $path }: { $reason }.
err-store-disk-remedy = Try again. If the error comes back, make a backup and tell the administrator.
err-wrong-passphrase = That is not the right passphrase.
err-wrong-passphrase-remedy = Try again. Nothing is deleted, but the wait grows from the fourth failure on.
err-wrong-passphrase-wait = Too many attempts: wait { $seconds } s more.
err-wrong-passphrase-wait-remedy = Meanwhile check Caps Lock and the keyboard layout.
err-store-newer-format = This station was made by a newer version of Jalon (format { $found }).
err-store-newer-format-remedy = Install the latest version of Jalon.
err-store-damaged = { $path } is damaged, and so are its copies.
err-store-damaged-remedy = Restore a backup with “jalon restore”.
err-store-bad-backup = { $path } is not a sound backup.
err-store-bad-backup-remedy = Try another backup. The present station was not touched.
err-store-too-large = That is too long: { $bytes } bytes for a limit of { $limit }.
err-store-too-large-remedy = Shorten the text, or share it over several notes.
err-store-out-of-place = Entry { $entry } does not follow what was already taken in from that station.
err-store-out-of-place-remedy = Ask that station for a whole bundle since the last receipt.
err-store-erased = This person was erased: nothing more can be written in that file.
err-store-erased-remedy = Make a new file if the person comes back.
err-store-memory = There is not enough memory to open the station.
err-store-memory-remedy = Close other programs, then try again.
err-store-crypto = Encryption failed: the system gives no random numbers.
err-store-crypto-remedy = Restart the machine. If the error comes back, tell the administrator.

# store: what an opening put right
repair-torn-tail = An interrupted save, never confirmed, was removed ({ $bytes } bytes).
repair-engine-behind = Entries put back in the database after a sudden stop: { $entries }.
repair-engine-rebuilt =
    { $entries ->
        [one] The database was rebuilt from the journal ({ $entries } entry). Nothing is lost.
       *[other] The database was rebuilt from the journal ({ $entries } entries). Nothing is lost.
    }
repair-engine-mended = Damaged entries repaired in the database: { $entries }.
repair-engine-stopped = The database no longer answers: Jalon reads the journal itself and will rebuild it at the next opening.
repair-segment-mended = Damaged entries repaired in the journal: { $entries }.
repair-taken-from-backup = Entries taken from a backup: { $entries }.
repair-copy-mended = One of the two copies of { $file } was damaged: it was made again.
repair-keyring-from-backup = The keyring was taken from a backup: files made since can no longer be read.
repair-shelf-from-backup = A setting, a draft or a key of the station was damaged: taken from a backup, as it was then ({ $file }).
repair-shelf-damaged = A draft or a setting is damaged and cannot be read ({ $file }).
repair-shelf-older = Settings, the ledger of bundles or the keys of the station are older than expected: an old copy has taken their place.
repair-rolled-back = This station is older than expected: last entry { $found }, while { $known } was known. An old copy has taken its place.
repair-anchor-damaged = The outside mark of the station could not be read: it was made again.
repair-lost-entry = Entry { $entry }{ $date ->
        [none] {""}
        *[other] {" "}(about { $date })
    } is damaged everywhere.
repair-chain-broken = Entry { $entry } does not follow the one before: the journal may have been changed outside Jalon.

# store: examination
check-segments-sound =
    { $segments ->
        [one] Journal: { $segments } file read again, sound.
       *[other] Journal: { $segments } files read again, all sound.
    }
check-segments-damaged =
    { $segments ->
        [one] Journal: { $bytes } damaged bytes in { $segments } file.
       *[other] Journal: { $bytes } damaged bytes in { $segments } files.
    }
check-segments-damaged-remedy = Close and open the station again: opening repairs what can be.
check-chain-sound = Entries: { $entries }, all readable and in order.
check-chain-broken = Entries: { $broken } of { $entries } do not follow the one before.
check-chain-broken-remedy = Tell the administrator: the journal may have been changed outside Jalon.
check-entries-lost = Entries: { $lost } unreadable, { $entries } readable.
check-entries-lost-remedy = Restore an older backup with “jalon restore”.
check-clock-behind = The last entry is dated { $date }, later than now.
check-clock-behind-remedy = Check the date and time of the machine.
check-engine-sound = Database: it answers.
check-engine-stopped = Database: it no longer answers, the journal answers in its place.
check-engine-stopped-remedy = Close and open the station again: it will be rebuilt.
check-backup-sound = Backup of { $date }: read again and sound.
check-backup-old = The last sound backup is of { $date }.
check-backup-old-remedy = Run “jalon backup”, or close the station: a backup is made then.
check-backup-none = There is no sound backup yet.
check-backup-none-remedy = Run “jalon backup”, or close the station: a backup is made then.
check-backup-old-passphrase = The backup { $path } still opens with the old passphrase.
check-backup-old-passphrase-remedy = Remove that folder: the next backup will replace it.
check-backup-damaged = The backup { $path } is damaged.
check-backup-damaged-remedy = Remove that folder: the next backup will replace it.
check-copies-sound = Small files: both copies are the same.
check-copies-differ = Small files: the two copies of { $path } differ.
check-copies-differ-remedy = Close and open the station again: the good copy will replace the other.
check-room-sound = Free room: { $free } MB.
check-room-little = Free room: only { $free } MB.
check-room-little-remedy = Make room on the disk.
check-room-none = Free room: { $free } MB, saves may fail.
check-room-none-remedy = Make room on the disk now.
check-disk-local = The station is on a disk of the machine.
check-disk-remote = The station is on a network share, less safe than a disk of the machine.
check-disk-remote-remedy = Put the station on a local disk with “--data-dir”, and keep the share for backups.
check-rights-sound = Rights: the folder of the station is open to you alone.
check-rights-open = Rights: { $path } is not yours alone.
check-rights-open-remedy = Take the rights of others away with “chmod -R go-rwx” and the folder of the station.
repair-config-problems =
    { $count ->
        [one] Your configuration, keymap or theme has { $count } error: Jalon uses its own. Run “jalon doctor”.
       *[other] Your configuration, keymap or theme has { $count } errors: Jalon uses its own. Run “jalon doctor”.
    }
