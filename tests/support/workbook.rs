//! Workbooks made by hand, tag by tag: nothing here is shared with what reads them.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use chrono::{NaiveDate, NaiveTime, Timelike as _};
use zip::write::SimpleFileOptions;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// A number, with the format of numbers in general.
    Number(f64),
    /// A number shown with at least so many digits.
    Padded(u64, usize),
    /// A day.
    Date(NaiveDate),
    /// A day and a time.
    Moment(NaiveDate, NaiveTime),
    /// A time of day.
    Time(NaiveTime),
    /// A duration in minutes.
    Elapsed(u64),
    /// A box, ticked or not.
    YesNo(bool),
    /// A formula and the text that was kept of it, if any was.
    Formula(&'static str, Option<&'static str>),
    /// The error of a formula.
    Error(&'static str),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

/// A sheet.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// Its lines.
    pub lines: Vec<Vec<Cell>>,
    /// A merged cell: column and line of its first cell, column and line of the last, from 0.
    pub merged: Option<[usize; 4]>,
}

impl Sheet {
    /// A sheet of this name with these lines.
    pub fn new(name: &str, lines: Vec<Vec<Cell>>) -> Self {
        Self { name: name.to_owned(), lines, ..Self::default() }
    }

    /// A sheet of texts: lines of cells with `;` between.
    pub fn of_texts(name: &str, text: &str) -> Self {
        Self::new(name, text.lines().map(|line| line.split(';').map(Cell::from).collect()).collect())
    }
}

/// A workbook.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// Its sheets.
    pub sheets: Vec<Sheet>,
    /// Whether its days are counted from 1904.
    pub is_1904: bool,
}

impl Book {
    /// A workbook of these sheets.
    pub fn new(sheets: Vec<Sheet>) -> Self {
        Self { sheets, is_1904: false }
    }

    /// As XLSX, texts shared, as Excel writes it.
    pub fn xlsx(&self) -> Vec<u8> {
        let mut texts: Vec<String> = Vec::new();
        let mut parts = xlsx_frame(self);
        for (rank, sheet) in self.sheets.iter().enumerate() {
            let xml = xlsx_sheet(sheet, self.is_1904, &mut texts);
            parts.push((format!("xl/worksheets/sheet{}.xml", rank + 1), xml));
        }
        let shared: String = texts
            .iter()
            .map(|text| format!("<si><t xml:space=\"preserve\">{}</t></si>", escaped(text)))
            .collect();
        parts.push(("xl/sharedStrings.xml".to_owned(), format!("{XML}<sst>{shared}</sst>")));
        let parts: Vec<(&str, &[u8])> =
            parts.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())).collect();
        archive(&parts)
    }

    /// As ODS, as LibreOffice writes it.
    pub fn ods(&self) -> Vec<u8> {
        let sheets: String = self.sheets.iter().map(ods_sheet).collect();
        ods_of(&format!(
            "<office:automatic-styles><style:style style:name=\"ta2\" style:family=\"table\">\
             <style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>\
             <office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
        ))
    }
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// An archive of parts, deflated.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(bytes).expect("a part");
    }
    archive.finish().expect("an archive").into_inner()
}

/// An ODS workbook with this content.
pub fn ods_of(content: &str) -> Vec<u8> {
    let content = format!(
        "{XML}<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\">\
         {content}</office:document-content>"
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest xmlns:manifest=\"m\"/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// An XLSX workbook whose only sheet, `personnes`, is this XML.
pub fn xlsx_of(sheet: &str) -> Vec<u8> {
    let mut parts = xlsx_frame(&Book::new(vec![Sheet::new("personnes", Vec::new())]));
    parts.push(("xl/worksheets/sheet1.xml".to_owned(), sheet.to_owned()));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, xml)| (name.as_str(), xml.as_bytes())).collect();
    archive(&parts)
}

fn xlsx_frame(book: &Book) -> Vec<(String, String)> {
    const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut sheets, mut relations) = (String::new(), String::new());
    for (rank, sheet) in book.sheets.iter().enumerate() {
        let (name, rank) = (escaped(&sheet.name), rank + 1);
        let state = if sheet.is_hidden { " state=\"hidden\"" } else { "" };
        write!(sheets, "<sheet name=\"{name}\" sheetId=\"{rank}\"{state} r:id=\"rId{rank}\"/>")
            .expect("text");
        write!(
            relations,
            "<Relationship Id=\"rId{rank}\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet{rank}.xml\"/>"
        )
        .expect("text");
    }
    let is_1904 = if book.is_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
    vec![
        ("[Content_Types].xml".to_owned(), format!("{XML}<Types/>")),
        (
            "_rels/.rels".to_owned(),
            format!(
                "{XML}<Relationships><Relationship Id=\"rId1\" Type=\"{RELATION}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!("{XML}<workbook xmlns:r=\"{RELATION}\">{is_1904}<sheets>{sheets}</sheets></workbook>"),
        ),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("{XML}<Relationships>{relations}</Relationships>")),
        (
            "xl/styles.xml".to_owned(),
            format!(
                "{XML}<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\/mm\\/yyyy\"/>\
                 <numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy hh:mm\"/><numFmt numFmtId=\"166\" formatCode=\"00000\"/>\
                 <numFmt numFmtId=\"167\" formatCode=\"0#&quot; &quot;##&quot; &quot;##&quot; &quot;##&quot; &quot;##\"/>\
                 </numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>\
                 <xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"20\"/><xf numFmtId=\"46\"/>\
                 <xf numFmtId=\"166\"/><xf numFmtId=\"167\"/></cellXfs></styleSheet>"
            ),
        ),
    ]
}

fn xlsx_sheet(sheet: &Sheet, is_1904: bool, texts: &mut Vec<String>) -> String {
    let mut xml = format!("{XML}<worksheet><dimension ref=\"A1\"/><sheetData>");
    for (line, cells) in sheet.lines.iter().enumerate() {
        write!(xml, "<row r=\"{}\">", line + 1).expect("text");
        for (column, cell) in cells.iter().enumerate() {
            let at = format!("{}{}", letters(column), line + 1);
            xml.push_str(&xlsx_cell(cell, &at, is_1904, texts));
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData>");
    if let Some([first_column, first_line, last_column, last_line]) = sheet.merged {
        let (first, last) = (letters(first_column), letters(last_column));
        let (from, to) = (first_line + 1, last_line + 1);
        write!(xml, "<mergeCells count=\"1\"><mergeCell ref=\"{first}{from}:{last}{to}\"/></mergeCells>")
            .expect("text");
    }
    xml + "</worksheet>"
}

fn xlsx_cell(cell: &Cell, at: &str, is_1904: bool, texts: &mut Vec<String>) -> String {
    let number = |style: usize, value: f64| format!("<c r=\"{at}\" s=\"{style}\"><v>{value}</v></c>");
    let day = |date: NaiveDate| serial(date) - if is_1904 { 1462.0 } else { 0.0 };
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => {
            let rank = texts.iter().position(|it| it == text).unwrap_or_else(|| {
                texts.push(text.clone());
                texts.len() - 1
            });
            format!("<c r=\"{at}\" t=\"s\"><v>{rank}</v></c>")
        }
        Cell::Number(value) => number(0, *value),
        Cell::Padded(value, 10) => number(6, *value as f64),
        Cell::Padded(value, _) => number(5, *value as f64),
        Cell::Date(date) => number(1, day(*date)),
        Cell::Moment(date, time) => number(2, day(*date) + part_of_day(*time)),
        Cell::Time(time) => number(3, part_of_day(*time)),
        Cell::Elapsed(minutes) => number(4, *minutes as f64 / 1440.0),
        Cell::YesNo(yes) => format!("<c r=\"{at}\" t=\"b\"><v>{}</v></c>", u8::from(*yes)),
        Cell::Formula(formula, Some(kept)) => {
            format!("<c r=\"{at}\" t=\"str\"><f>{}</f><v>{}</v></c>", escaped(formula), escaped(kept))
        }
        Cell::Formula(formula, None) => format!("<c r=\"{at}\"><f>{}</f><v></v></c>", escaped(formula)),
        Cell::Error(error) => format!("<c r=\"{at}\" t=\"e\"><f>1/0</f><v>{error}</v></c>"),
    }
}

fn ods_sheet(sheet: &Sheet) -> String {
    let style = if sheet.is_hidden { " table:style-name=\"ta2\"" } else { "" };
    let mut xml = format!("<table:table table:name=\"{}\"{style}>", escaped(&sheet.name));
    for (line, cells) in sheet.lines.iter().enumerate() {
        xml.push_str("<table:table-row>");
        let mut column = 0;
        while column < cells.len() {
            // Neighbours that are the same are written once.
            let times = cells[column..].iter().take_while(|cell| **cell == cells[column]).count();
            let times = if sheet.merged.is_some() { 1 } else { times };
            let is_covered = sheet.merged.is_some_and(|[left, top, right, bottom]| {
                (left..=right).contains(&column)
                    && (top..=bottom).contains(&line)
                    && (column, line) != (left, top)
            });
            xml.push_str(&ods_cell(&cells[column], times, is_covered));
            column += times;
        }
        xml.push_str("</table:table-row>");
    }
    // What LibreOffice puts under the last line.
    xml.push_str("<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>");
    xml + "</table:table>"
}

fn ods_cell(cell: &Cell, times: usize, is_covered: bool) -> String {
    let name = if is_covered { "table:covered-table-cell" } else { "table:table-cell" };
    let repeated =
        if times > 1 { format!(" table:number-columns-repeated=\"{times}\"") } else { String::new() };
    let typed = |kind: &str, value: &str, text: &str| {
        format!("<{name}{repeated} office:value-type=\"{kind}\" {value}><text:p>{text}</text:p></{name}>")
    };
    let iso = |time: &NaiveTime| format!("PT{:02}H{:02}M{:02}S", time.hour(), time.minute(), time.second());
    match cell {
        Cell::Empty => format!("<{name}{repeated}/>"),
        Cell::Text(text) => {
            let paragraphs: String =
                text.split('\n').map(|line| format!("<text:p>{}</text:p>", escaped(line))).collect();
            format!(
                "<{name}{repeated} office:value-type=\"string\"><office:annotation><text:p>note</text:p></office:annotation>{paragraphs}</{name}>"
            )
        }
        Cell::Number(value) => typed("float", &format!("office:value=\"{value}\""), &value.to_string()),
        Cell::Padded(value, digits) => {
            typed("float", &format!("office:value=\"{value}\""), &format!("{value:0digits$}"))
        }
        Cell::Date(date) => typed("date", &format!("office:date-value=\"{date}\""), "le jour"),
        Cell::Moment(date, time) => {
            typed("date", &format!("office:date-value=\"{date}T{time}\""), "le moment")
        }
        Cell::Time(time) => typed("time", &format!("office:time-value=\"{}\"", iso(time)), "l’heure"),
        Cell::Elapsed(minutes) => typed(
            "time",
            &format!("office:time-value=\"PT{}H{}M00S\"", minutes / 60, minutes % 60),
            "la durée",
        ),
        Cell::YesNo(yes) => typed("boolean", &format!("office:boolean-value=\"{yes}\""), "la case"),
        Cell::Formula(formula, kept) => match kept {
            Some(kept) => format!(
                "<{name} table:formula=\"of:{0}\" office:value-type=\"string\" office:string-value=\"{1}\"><text:p>{1}</text:p></{name}>",
                escaped(formula),
                escaped(kept)
            ),
            None => format!("<{name} table:formula=\"of:{}\"/>", escaped(formula)),
        },
        Cell::Error(error) => format!(
            "<{name} table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>{error}</text:p></{name}>"
        ),
    }
}

/// The number of a day in a spreadsheet.
fn serial(date: NaiveDate) -> f64 {
    (date - NaiveDate::from_ymd_opt(1899, 12, 30).expect("a date")).num_days() as f64
}

fn part_of_day(time: NaiveTime) -> f64 {
    f64::from(time.num_seconds_from_midnight()) / 86_400.0
}

fn letters(column: usize) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).expect("a letter"));
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
