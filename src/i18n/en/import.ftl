# Import of tables. $found is what stands in the cell: for the terminal only.
import-at-file = { $sheet }: { $reason }
import-at-line = { $sheet }, line { $line }: { $reason }
import-at-cell = { $sheet }, line { $line }, column { $column }: “{ $found }”. { $reason }
import-at-empty-cell = { $sheet }, line { $line }, column { $column }: { $reason }
import-sheet =
    { $lines ->
        [one] { $sheet }: table { $table }, { $lines } line ({ $how })
       *[other] { $sheet }: table { $table }, { $lines } lines ({ $how })
    }
import-format-csv = { $encoding }, separator { $separator }
import-format-xlsx = XLSX workbook
import-format-ods = ODS workbook
import-dates-day = dates dd/mm/yyyy
import-dates-year = dates yyyy-mm-dd
import-dates-both = dates dd/mm/yyyy and yyyy-mm-dd
import-mapping-kept = mapping already kept for these titles
import-column = { $letter } “{ $title }”
import-column-mapped = { $letter } “{ $title }” ({ $column })
import-above =
    { $count ->
        [one] { $sheet }: the line above the titles is passed over.
       *[other] { $sheet }: the { $count } lines above the titles are passed over.
    }
import-renamed = “{ $title }” → { $column }
import-mapped = { $sheet }: titles recognised: { $columns }
import-like = { $sheet }: “{ $title }” is like { $column }. If it is that column, say so in the mapping.
import-month-first =
    { $count ->
        [one] { $sheet }: one date can only be read month first. If the file writes them so, put dates = "mm/jj/aaaa" in the mapping.
       *[other] { $sheet }: { $count } dates can only be read month first. If the file writes them so, put dates = "mm/jj/aaaa" in the mapping.
    }
import-columns = { $sheet }: columns read: { $columns }
import-line = { $sheet }, line { $line }: { $cells }
import-twin-known = { $sheet }, line { $line }: { $reference } seems to be in the caseload already: { $other }. If it is the same person, add --same { $reference }.
import-twin-line = { $sheet }, line { $line }: { $reference } has the same name and birth date as line { $other }.
import-passed-over = { $sheet }, line { $line }: left aside, as the processing of { $name } is limited (GDPR, article 18). What is kept has not changed; once the limitation is lifted, the same file takes this line in.
import-hidden = { $sheet }: hidden sheet, left aside.
import-no-table = { $sheet }: left aside, as neither its name nor its titles tell a table.
import-separator-semicolon = semicolon
import-separator-comma = comma
import-separator-tab = tab
import-ignored = { $sheet }: columns ignored: { $columns }
import-by-mapping = A mapping says these titles and values without touching the files: --map-out FILE writes the one that Jalon guesses, --map FILE reads it corrected.
import-consequences =
    { $count ->
        [one] And { $count } line that will follow once its person is corrected.
       *[other] And { $count } lines that will follow once their person is corrected.
    }
import-plan = To create: { $new }; to change: { $changed }; unchanged: { $unchanged }; refused: { $refused }. Nothing has changed yet.
import-done = Imported: { $new } created, { $changed } changed, { $unchanged } unchanged, { $refused } refused.
import-refused-file = Refused lines, to correct and import again: { $path }

err-import-table = Neither the name nor the titles tell which table it is.
err-import-table-remedy = Name the file or the sheet personnes, adhesions, decisions, etapes, entretiens, contacts, emplois or formations (for example personnes.csv), or give the table with --table.
err-import-not-empty = The file is empty.
err-import-not-empty-remedy = Check the export of the original tool, then start again.
err-import-text = It is not a text file.
err-import-text-remedy = In the spreadsheet, save the sheet as “CSV UTF-8”, then import that file.
err-import-workbook = It is neither a CSV file, nor an XLSX or ODS workbook.
err-import-workbook-remedy = Open it in the program that made it, save it as XLSX, ODS or CSV, then import that file.
err-import-newer-workbook = It is a workbook of a format that Jalon does not read (.xls or .xlsb), whatever its name.
err-import-newer-workbook-remedy = Open it in the spreadsheet, save it as XLSX or ODS, then import that file.
err-import-unlocked = The workbook is protected by a password: Jalon cannot read it.
err-import-unlocked-remedy = Open it in the spreadsheet with the password, save it without a password on this machine, import it, then delete that copy.
err-import-whole = The file is damaged or incomplete.
err-import-whole-remedy = Ask for it or download it again. If it opens in the spreadsheet, save it under another name and import that copy.
err-import-no-definitions = The workbook holds definitions that no spreadsheet writes: it is not read.
err-import-no-definitions-remedy = Ask where it comes from. If it is yours, open it in the spreadsheet, save it under another name and import that copy.
err-import-not-a-page = It is a web page or XML under the name of a spreadsheet.
err-import-not-a-page-remedy = Open it in the spreadsheet, save it as XLSX, ODS or CSV, then import that file.
err-import-smaller-workbook = The workbook holds more than { $limit } MiB once inflated, or more cells than Jalon reads at once.
err-import-smaller-workbook-remedy = Keep the sheets to import, delete pictures and the others, or split it into several workbooks.
err-import-smaller-cell = A cell holds more than { $limit } MiB.
err-import-smaller-cell-remedy = Look for it after the last line read and shorten it.
err-import-smaller-file = The file is larger than { $limit } MiB.
err-import-smaller-file-remedy = Split it into several files, each with the header line.
err-import-closing-quote = A quote is opened here and never closed.
err-import-closing-quote-remedy = Add the missing quote at the end of the cell, or remove the one at its start; a quote inside a text is written twice.
err-import-column = The column “{ $column }” is needed and is not there.
err-import-column-remedy = Add it to the header line, or give this name to the column that stands for it.
err-import-column-like = Column “{ $column }” is needed and is not there. “{ $like }” is like it.
err-import-column-like-remedy = If it is that one, name it { $column }, or say so in the mapping.
err-import-column-once = The column “{ $column }” is there several times.
err-import-column-once-remedy = Keep one, or rename the other.
err-import-cells =
    { $cells ->
        [one] The line has { $cells } cell for { $columns } columns.
       *[other] The line has { $cells } cells for { $columns } columns.
    }
err-import-cells-remedy = Look for a separator too many or too few; a cell that contains the separator is written in quotes.
err-import-something = The cell is empty and the column is needed.
err-import-something-remedy = Fill it in.
err-import-computed = The cell is a formula whose result was not saved.
err-import-computed-remedy = Open the workbook in the spreadsheet, let it compute, save it, then import it again.
err-import-no-formula-error = The cell shows the error of a formula instead of a value.
err-import-no-formula-error-remedy = Correct the formula or type the value.
err-import-not-merged = The cell is merged with another: whether its value holds for this line cannot be told.
err-import-not-merged-remedy = Unmerge it, and repeat the value on every line that it is about.
err-import-date = It is not a date.
err-import-date-remedy = Write it dd/mm/yyyy (12/03/2026) or yyyy-mm-dd (2026-03-12).
err-import-date-alone = The cell also holds a time.
err-import-date-alone-remedy = Keep the date alone; the time of an interview goes in column heure.
err-import-date-not-number = It is the number of a day in a spreadsheet, not a date.
err-import-date-not-number-remedy = Give the column the Date format in the spreadsheet, or put dates = "numero" in the mapping.
err-import-four-digit-year = The year does not have four digits: the century would be a guess.
err-import-four-digit-year-remedy = Write the whole year, for example 12/03/1985.
err-import-existing-day = There is no such day.
err-import-existing-day-remedy = Check the day and the month, in this order: dd/mm/yyyy.
err-import-likely-year = The year is not between { $from } and { $to }.
err-import-likely-year-remedy = Check the year.
err-import-yes-no = It is neither oui nor non.
err-import-yes-no-remedy = Write oui or non, or leave the cell empty.
err-import-code = It is not a value of the list.
err-import-code-remedy = Possible values: { $allowed }.
err-import-code-like = It is not a value of the list; it is like { $like }.
err-import-code-like-remedy = Write { $like } if that is it, or say so in the mapping. Possible values: { $allowed }.
err-import-number = It is not a whole number from { $min } to { $max }.
err-import-number-remedy = Write the number alone, without unit or decimals (45 for three quarters of an hour).
err-import-hours = It is not a number of hours of { $max } at most.
err-import-hours-remedy = Write 35, 24.5 or 24h30.
err-import-time = It is not a time.
err-import-time-remedy = Write it 14:30 or 14h30.
err-import-commune = This commune is not known.
err-import-commune-remedy = Write its INSEE code (76540) or its official name (Rouen); the postal code is not enough.
err-import-postal-code = It is not a postal code of five digits.
err-import-postal-code-remedy = Write the five digits, a leading zero included.
err-import-qpv = It is neither oui, nor non, nor the code of a priority neighbourhood.
err-import-qpv-remedy = Write oui, non, or the code of the neighbourhood (for example QN07601M).
err-import-signature = It is neither the date of a signature nor “refus”.
err-import-signature-remedy = Write the date of the signature (12/03/2026), refus, or leave it empty until it is signed.
err-import-shorter-cell = The text is longer than { $limit } characters.
err-import-shorter-cell-remedy = Shorten it, or check that a forgotten quote did not join several cells.
err-import-plain-text = The text has an invisible character that is not allowed.
err-import-plain-text-remedy = Clear the cell and type it again.
err-import-only-once = This reference is also that of line { $other }.
err-import-only-once-remedy = Give each person a reference; if it is the same person, keep one line.
err-import-known-person = Nobody has this reference, neither in this import nor in the caseload.
err-import-known-person-remedy = Check the reference, or add the person to the table personnes.
err-import-person-taken = The person is refused, line { $other } of personnes.
err-import-person-taken-remedy = Correct that line first: this one will follow.
err-import-period-taken = Another period of the same person is refused, line { $other }: which is which could not be told.
err-import-period-taken-remedy = Correct that line first: this one will follow.
err-import-not-before = This date comes before that of the column “{ $other }”.
err-import-not-before-remedy = Check both dates.
violation-phone-lost-zero = This number lost its first zero in a spreadsheet.
violation-phone-lost-zero-remedy = Jalon gives it back; check that it is a French number.
err-import-not-a-twin = { $reference } is not a reference that the import proposes to be that of somebody of the caseload.
err-import-not-a-twin-remedy = Try with --dry-run first: it names the references proposed.
err-mapping-syntax = The mapping is not TOML, line { $line }.
err-mapping-syntax-remedy = Compare it with the one that --map-out writes: texts stand between straight quotes.
err-mapping-key = The mapping holds “{ $key }”, which has no place there or is not a text.
err-mapping-key-remedy = A sheet (feuille) has nom, table (needed), dates, colonnes, constantes and valeurs.
err-mapping-table = The mapping names table “{ $found }”, which does not exist.
err-mapping-table-remedy = Possible tables: { $allowed }.
err-mapping-column = Table { $table } has no column “{ $found }”.
err-mapping-column-remedy = Write rather: { $allowed }.
err-mapping-dates = The mapping writes dates “{ $found }”, which is not foreseen.
err-mapping-dates-remedy = Possible ways: { $allowed }.
err-mapping-value = Column { $column } cannot hold “{ $found }”.
err-mapping-value-remedy = Correct that value in the mapping; leave it empty to take nothing.

# The import screen
importing-title = import
importing-question = Which file, or folder of files, to take in?
importing-how = CSV, XLSX or ODS. Nothing changes before two strokes.
importing-no-way = Nothing such here: neither a folder nor a file that Jalon can read.
importing-reading = Reading; nothing has changed yet.
importing-taking = Importing…
importing-plan = To create: { $new }; to change: { $changed }; unchanged: { $unchanged }; refused: { $refused }
importing-errors =
    { $count ->
        [one] { $count } error
       *[other] { $count } errors
    }
importing-unlikely = To check ({ $count })
importing-passed-over = Not taken: processing limited ({ $count })
importing-sheets = What is read ({ $count })
importing-aside = Left aside ({ $count })
importing-twin = { $sheet }, line { $line }: { $reference } has the same names and birth date as { $other }. If it is the same person, say so: these lines will go to that file.
importing-confirm = Import
importing-partial-said = The refused lines will be written to a file beside this one, to correct and import again.
importing-partial-done = The right lines are imported
importing-nothing-new = Nothing new: nothing has changed.
importing-mapping = Mapping written
importing-mapped = Correct { $path } in a text editor, then read again: this screen follows it as long as it is there.
why-import-not-read = nothing is read yet
why-import-errors = there are errors: correct them, or take the right lines
why-import-no-error = nothing is refused
why-import-unreadable = a file could not be read to its end
why-import-nothing = there is nothing new to take
why-import-no-twin = the selected line proposes nobody
