# What Jalon says of a bundle: “bundle-<code>”, then what to do.
bundle-verified = The bundle is whole, signed and authentic.
bundle-verified-remedy = Nothing to do: it can be handed over.
bundle-next = The bundle is whole, signed, authentic, and it is the next one.
bundle-next-remedy = It can be taken in.
bundle-already = This bundle was taken in before.
bundle-already-remedy = Nothing to do: its receipt goes out again with the next return.
bundle-gap = Bundles or entries are missing before this one.
bundle-gap-remedy = Keep it and ask the station for its latest bundle: it holds what is missing.
bundle-late = A later bundle was taken in already.
bundle-late-remedy = Nothing to do: the later one held everything.
bundle-fork = This station wrote two different histories under the same number.
bundle-fork-remedy = Take in nothing more from it. Call the person: the station was probably copied. On the right one of the two, a backup and its restoration unblock it.
bundle-revoked = The key that signed this bundle was revoked.
bundle-revoked-remedy = Do not take it in. If notes from before the revocation are missing, see the person.
bundle-unreadable = The medium cannot be read to the end.
bundle-unreadable-remedy = Copy the file again, or use another stick.
bundle-empty = The file is empty.
bundle-empty-remedy = Ask for a new copy of the bundle.
bundle-armored = This is an age file in text form: a bundle never has that form.
bundle-armored-remedy = Ask for the .age file as Jalon wrote it.
bundle-not-age = This is not a bundle.
bundle-not-age-remedy = Choose a “jalon-….age” file.
bundle-header-too-long = The header is longer than that of any bundle: the file was not opened.
bundle-header-too-long-remedy = This file does not come from Jalon. Find out where it comes from.
bundle-header-form = The header is damaged: the file was not opened.
bundle-header-form-remedy = Ask for a new copy of the bundle.
bundle-passphrase = This file is locked with a passphrase: a bundle never is.
bundle-passphrase-remedy = This file does not come from Jalon. Find out where it comes from.
bundle-no-key = This file is encrypted, and there is no key here to open it.
bundle-no-key-remedy = Give it to the operational team, who has the key.
bundle-not-for-us = No key of this station opens this bundle: it is for someone else, or its header is damaged.
bundle-not-for-us-remedy = Check for whom it is. If it is for you, ask for a new copy.
bundle-header-altered = The header was changed after the bundle was written.
bundle-header-altered-remedy = Ask for a new copy by another way.
bundle-damaged = The file is incomplete or damaged.
bundle-damaged-remedy = Ask for a new copy of the bundle.
bundle-manifest-missing = The file opens, but it is not a bundle.
bundle-manifest-missing-remedy = This file does not come from Jalon. Find out where it comes from.
bundle-signature-missing = The bundle is not signed.
bundle-signature-missing-remedy = Do not take it in: nothing tells who wrote it.
bundle-signature-form = The signature does not have the right form.
bundle-signature-form-remedy = Do not take it in: nothing tells who wrote it.
bundle-signature-kind = The signature is of a kind that Jalon does not accept.
bundle-signature-kind-remedy = Do not take it in: this bundle does not come from Jalon.
bundle-signature-namespace = The signature was made for something other than a bundle.
bundle-signature-namespace-remedy = Do not take it in, and tell the team: someone diverted a signature.
bundle-unknown-signer = The key that signed belongs to no enrolled station.
bundle-unknown-signer-remedy = Check that your trust.json is up to date, then call the sender.
bundle-signature-wrong = The signature does not match the contents: the bundle was changed.
bundle-signature-wrong-remedy = Do not take it in. Ask for a new copy by another way, and tell the team.
bundle-manifest-form = The bundle’s manifest does not have the right form.
bundle-manifest-form-remedy = Tell the team: the station that wrote it has a fault.
bundle-newer-format = This bundle was written by a newer version of Jalon.
bundle-newer-format-remedy = Update Jalon, then try again.
bundle-unknown-critical = This bundle follows a rule that this version of Jalon does not know.
bundle-unknown-critical-remedy = Update Jalon, then try again.
bundle-wrong-sender = The bundle claims another station than the one that signed it.
bundle-wrong-sender-remedy = Do not take it in, and tell the team.
bundle-not-addressed = The sender wrote this bundle for someone else, who passed it on.
bundle-not-addressed-remedy = Do not take it in: ask the one who wrote it.
bundle-foreign-journal = A station sent the journal of another.
bundle-foreign-journal-remedy = Do not take it in, and tell the team.
bundle-part-list = The list of the bundle’s parts breaks the rules.
bundle-part-list-remedy = Tell the team: the station that wrote it has a fault.
bundle-part-header = A part of the bundle is missing, in excess or out of place.
bundle-part-header-remedy = Ask for a new copy of the bundle, and tell the team if it happens again.
bundle-part-digest = A part of the bundle is not the one that was signed.
bundle-part-digest-remedy = Do not take it in. Ask for a new copy, and tell the team.
bundle-part-frame = A part of the bundle does not inflate to the announced size.
bundle-part-frame-remedy = Do not take it in, and tell the team.
bundle-line-form = An entry does not have the right form.
bundle-line-form-remedy = Tell the team: the station that wrote it has a fault.
bundle-entry-payload = The contents of an entry are not those that its header announces.
bundle-entry-payload-remedy = Do not take this bundle in, and tell the team.
bundle-characters = A text holds invisible or command characters.
bundle-characters-remedy = Ask the person to remove them from the text and to send a new bundle.
bundle-entry-chain = The entries do not follow each other: one is missing, or was changed.
bundle-entry-chain-remedy = Do not take this bundle in, and tell the team.
bundle-entry-count = There are not as many entries as announced.
bundle-entry-count-remedy = Do not take this bundle in, and tell the team.
bundle-archive-end = Something follows the end of the bundle, or the end is missing.
bundle-archive-end-remedy = Do not take it in. Ask for a new copy, and tell the team.
bundle-missing-numbers = Missing bundles: { $numbers }.
bundle-lost-numbers = Bundles lost on the way, which this one makes up for: { $numbers }.

# Keys, trust, writing a bundle.
err-fingerprint-count =
    { $count ->
        [one] There is { $count } word instead of 8.
       *[other] There are { $count } words instead of 8.
    }
err-fingerprint-count-remedy = Type the eight words, separated by spaces.
err-fingerprint-word = Word { $place } is not in the list.
err-fingerprint-word-remedy = Have that word repeated and type it in full; accents do not matter.
err-trust-form = This is not a signed file of the right form.
err-trust-form-remedy = Ask the team for a new copy.
err-trust-signature = The file’s signature does not hold: it was changed.
err-trust-signature-remedy = Do not use it. Ask for a new copy by another way.
err-trust-other-root = This file was not signed by the key whose words you typed.
err-trust-other-root-remedy = Read the card again. If the words are right, this file is not the team’s.
err-trust-newer = This file was written by a newer version of Jalon.
err-trust-newer-remedy = Update Jalon, then try again.
err-trust-older = This file is not newer than the one in force: nothing was changed.
err-trust-older-remedy = Ask the team for the latest trust.json.
err-trust-demo = Demonstration keys are worth nothing outside the demonstration, nor others inside it.
err-trust-demo-remedy = Use the team’s trust.json.
err-trust-other-words = The words typed are not those of this station: it was not enrolled.
err-trust-other-words-remedy = Have the eight words on its screen read again. If they still differ, the file was replaced on the way: ask for another.
err-trust-known = This station, its key or its code is in the list already.
err-trust-known-remedy = Choose another code, or revoke the old station first.
err-trust-code = The code of a station has 1 to 16 capitals, digits or hyphens.
err-trust-code-remedy = Take for instance “L3-2”.
err-trust-no-station = This station is not in the list.
err-trust-no-station-remedy = Check its code.
err-bundle-cannot-carry-entry = Entry { $entry } would not be accepted on arrival: nothing was sent.
err-bundle-cannot-carry-entry-remedy = Run “jalon doctor”.
err-bundle-too-much = There is more to send than a bundle can hold.
err-bundle-too-much-remedy = Have the previous bundle taken in first.
err-bundle-compression = The bundle could not be compressed: nothing was sent.
err-bundle-compression-remedy = Free some memory, then try again.
err-bundle-recipients = trust.json does not say for whom to encrypt: nothing was sent.
err-bundle-recipients-remedy = Ask the team for the latest trust.json.
err-bundle-attachment = An attachment is no longer the one that was saved: nothing was sent.
err-bundle-attachment-remedy = Run “jalon doctor”.
err-bundle-medium = The bundle could not be written: { $cause }.
err-bundle-medium-remedy = Check the room and the rights of the folder, or use another stick.
# The screen of exchanges
exchange-title = Exchanges
exchange-title-team = Team
scope-exchange = Exchanges
action-exchange-open = exchanges
action-exchange-folder = another folder
action-exchange-send = write it
action-exchange-receive = take in what came
why-no-team = this station does not know the team yet
exchange-no-team = This station does not know the keys of the team yet: nothing can leave.
exchange-no-team-remedy = Ask for trust.json and the card of eight words, then run “jalon key trust trust.json --words "…"”; “jalon key join” writes your request to be enrolled.
exchange-next =
    { $entries ->
        [0] Bundle { $number }: nothing new, it would only say where this station is.
        [one] Bundle { $number } to write: one entry, number { $to }, sealed for the team.
       *[other] Bundle { $number } to write: { $entries } entries, { $from } to { $to }, { $people ->
            [one] one person
           *[other] { $people } people
        }, sealed for the team.
    }
exchange-to-folder = Enter writes it into { $folder }
exchange-last-sent = Last bundle written: { $number }, up to entry { $entry }.
exchange-never-sent = No bundle was written yet.
exchange-receipt = The team has received up to entry { $entry } (bundle { $number }), it said on { $date }.
exchange-no-receipt = The team has acknowledged nothing yet: each bundle carries everything.
exchange-team = Enter writes into { $folder } a return for each station of which something came.
exchange-nobody = No bundle came yet.
exchange-nothing-sent = Nothing to answer: nothing came since the last returns.
exchange-sent =
    { $count ->
        [one] Written and read again: { $path }
       *[other] { $count } returns written and read again, the first: { $path }
    }
exchange-folder-title = Exchanges › folder
exchange-folder-question = Into which folder?
exchange-folder-how = Enter writes it there, encrypted, and remembers it for the next time.
exchange-receive-title = Exchanges › take in
exchange-receive-question = Which bundle or return? A folder means all those in it.
exchange-receive-how = Everything is verified before anything changes.
exchange-no-way = Nothing of the kind here.
exchange-receipt-came = Return taken in: the team has received up to entry { $entry } (bundle { $number }).
exchange-taken =
    { $count ->
        [one] Bundle taken in, { $entries } new entries.
       *[other] { $count } bundles read, { $entries } new entries.
    }
exchange-station = station
exchange-name = name
exchange-last = bundle
exchange-entries = entries
exchange-day = taken in
exchange-missing = never came
exchange-frozen = frozen: two histories
