//! Workbooks that nobody wrote by hand: each is refused, or read, quickly and in a bounded room.

use std::fmt::Write as _;

use jalon::tabular::{Expected, Table};

use super::refusals;
use super::workbook::read_bytes;
use crate::support::workbook::{Book, Sheet, archive, ods_of, xlsx_of};

const PEOPLE: &str = "ref;nom;prenom;naissance\n1;Belkacem;Nadia;12/03/1985";

fn expected(name: &str, bytes: &[u8]) -> Vec<String> {
    refusals(&read_bytes(&[(name, bytes)]))
}

/// A sheet of text cells as XLSX writes them in place.
fn inline(lines: &[(u64, &[(&str, &str)])]) -> String {
    let mut xml = String::from("<worksheet><sheetData>");
    for (line, cells) in lines {
        write!(xml, "<row r=\"{line}\">").expect("text");
        for (column, text) in *cells {
            write!(xml, "<c r=\"{column}{line}\" t=\"inlineStr\"><is><t>{text}</t></is></c>").expect("text");
        }
        xml.push_str("</row>");
    }
    xml + "</sheetData></worksheet>"
}

const TITLES: (u64, &[(&str, &str)]) =
    (1, &[("A", "ref"), ("B", "nom"), ("C", "prenom"), ("D", "naissance")]);
const LINE: &[(&str, &str)] = &[("A", "1"), ("B", "Roy"), ("C", "Léa"), ("D", "12/03/1985")];

#[test]
fn what_is_not_a_workbook_of_today_says_what_to_do() {
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let container = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    let locked = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            b"<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
        ),
        ("content.xml", b"\x01\x02\x03"),
    ]);
    let letter =
        archive(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")]);
    for (name, bytes, id) in [
        ("personnes.xlsx", [container.clone(), vec![0; 600]].concat(), "newer-workbook"),
        ("personnes.xlsx", [container, vec![0; 600], encrypted].concat(), "unlocked"),
        ("personnes.ods", locked, "unlocked"),
        ("personnes.ods", archive(&[("encrypted-package", b"x")]), "unlocked"),
        ("personnes.ods", letter, "workbook"),
        ("personnes.xlsx", archive(&[("word/document.xml", b"<w/>")]), "workbook"),
        ("personnes.xls", b"<html><table><tr><td>nom</td></tr></table>".to_vec(), "not-a-page"),
    ] {
        assert_eq!(expected(name, &bytes), [format!("0:- - {id}")], "{name}");
    }
}

#[test]
fn text_under_the_name_of_a_workbook_is_read_as_text() {
    let reading = read_bytes(&[("personnes.xls", PEOPLE.as_bytes())]);
    assert_eq!((reading.rows.len(), reading.refusals.len()), (1, 0));
}

#[test]
fn a_workbook_cut_anywhere_is_refused_or_read_but_never_crashes() {
    let book = Book::new(vec![Sheet::of_texts("personnes", PEOPLE)]);
    for bytes in [book.xlsx(), book.ods()] {
        for end in (0..bytes.len()).step_by(7) {
            let reading = read_bytes(&[("personnes", &bytes[..end])]);
            assert!(!reading.may_be_partial() && reading.rows.is_empty(), "{end}");
        }
    }
}

#[test]
fn a_workbook_with_any_byte_changed_never_crashes() {
    let book = Book::new(vec![Sheet::of_texts("personnes", PEOPLE)]);
    for bytes in [book.xlsx(), book.ods()] {
        for at in (0..bytes.len()).step_by(5) {
            let mut changed = bytes.clone();
            changed[at] ^= 0x41;
            let reading = read_bytes(&[("personnes", &changed)]);
            assert!(reading.rows.len() <= 1);
        }
    }
}

#[test]
fn a_part_that_ends_inside_a_tag_ends_the_reading() {
    let cut = "<office:body><office:spreadsheet><table:table table:name=\"personnes\"><table:table-row>";
    let content = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", cut.as_bytes()),
    ]);
    assert_eq!(expected("personnes.ods", &content), ["0:- - whole"]);
    let sheet = inline(&[TITLES, (2, LINE)]).replace("</sheetData></worksheet>", "");
    assert_eq!(expected("personnes.xlsx", &xlsx_of(&sheet)), ["0:2 - whole"]);
}

#[test]
fn definitions_are_refused_before_anything_is_expanded() {
    let laughs = "<!DOCTYPE lolz [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet><sheetData>\
                  <row r=\"1\"><c t=\"inlineStr\"><is><t>&b;</t></is></c></row></sheetData></worksheet>";
    assert_eq!(expected("personnes.xlsx", &xlsx_of(laughs)), ["0:- - no-definitions"]);
    let undefined = inline(&[(1, &[("A", "&b;")])]);
    assert_eq!(expected("personnes.xlsx", &xlsx_of(&undefined)), ["0:- - whole"]);
}

#[test]
fn lines_that_are_only_declared_cost_nothing() {
    let far = inline(&[TITLES, (2, LINE), (10_000_000, &[])]);
    let far = far.replace("<sheetData>", "<dimension ref=\"A1:XFD10000000\"/><sheetData>");
    let reading = read_bytes(&[("personnes.xlsx", &xlsx_of(&far))]);
    assert_eq!((reading.rows.len(), reading.refusals.len()), (1, 0));
    // Something that far is no line of a spreadsheet.
    let far = inline(&[TITLES, (10_000_000, LINE)]);
    assert_eq!(expected("personnes.xlsx", &xlsx_of(&far)), ["0:1 - whole"]);
}

/// An ODS sheet `personnes` whose only line stands `times` times, with `columns` like cells.
fn repeated(times: u64, columns: u64) -> Vec<u8> {
    ods_of(&format!(
        "<office:body><office:spreadsheet><table:table table:name=\"personnes\">\
         <table:table-row table:number-rows-repeated=\"{times}\"><table:table-cell office:value-type=\"string\" \
         table:number-columns-repeated=\"{columns}\"><text:p>{}</text:p></table:table-cell></table:table-row>\
         </table:table></office:spreadsheet></office:body>",
        "a".repeat(40)
    ))
}

#[test]
fn cells_that_are_only_repeated_are_counted() {
    for (times, columns, id) in [
        (1_000_000, 90, "smaller-workbook"),
        (1, 1_000_000_000, "whole"),
        (u64::MAX, 1, "whole"),
        (1_000_000, 16_384, "smaller-workbook"),
    ] {
        let refused = expected("personnes.ods", &repeated(times, columns));
        assert!(refused.last().is_some_and(|last| last.ends_with(id)), "{refused:?}");
    }
}

#[test]
fn cells_far_apart_are_counted() {
    let mut xml = String::from("<worksheet><sheetData>");
    for line in 1..=2000 {
        write!(xml, "<row r=\"{line}\"><c r=\"XFD{line}\"><v>1</v></c></row>").expect("text");
    }
    let reading = read_bytes(&[("personnes.xlsx", &xlsx_of(&(xml + "</sheetData></worksheet>")))]);
    assert!(matches!(
        reading.refusals[0].expected,
        Expected::Column { .. } | Expected::SmallerWorkbook { .. }
    ));
    assert!(!reading.may_be_partial());
}

#[test]
fn a_cell_of_a_hundred_megabytes_is_refused_where_it_stands() {
    let huge = "a".repeat(100 << 20);
    let sheet = inline(&[TITLES, (2, LINE), (3, &[("B", &huge)])]);
    assert_eq!(expected("personnes.xlsx", &xlsx_of(&sheet)), ["0:2 - smaller-cell"]);
}

#[test]
fn a_bomb_is_refused_once_it_has_inflated_enough() {
    // A thousand times smaller once deflated: what it declares of its size is not even looked at.
    let blank = format!("<a>{}</a>", " ".repeat(900 << 10));
    let bytes = xlsx_of(&format!("<worksheet>{}", blank.repeat(600)));
    assert!(bytes.len() < 1 << 20, "{}", bytes.len());
    assert_eq!(expected("personnes.xlsx", &bytes), ["0:- - smaller-workbook"]);
}

#[test]
fn an_archive_of_too_many_parts_is_refused_before_its_directory_is_read() {
    let parts: Vec<String> = (0..10_001).map(|rank| format!("p{rank}")).collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(expected("personnes.xlsx", &archive(&parts)), ["0:- - smaller-workbook"]);
}

#[test]
fn links_to_other_workbooks_are_not_followed() {
    let ods = ods_of(
        "<office:body><office:spreadsheet><table:table table:name=\"personnes\"><table:table-row>\
         <table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"2\"><text:p>ref</text:p>\
         </table:table-cell></table:table-row></table:table>\
         <table:table table:name=\"'file:///etc/passwd'#contacts\"><table:table-source xlink:href=\"file:///etc/passwd\"/>\
         <table:table-row><table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>\
         </table:table-row></table:table></office:spreadsheet></office:body>",
    );
    let reading = read_bytes(&[("a.ods", &ods)]);
    assert_eq!(reading.sheets.len(), 1);
    assert_eq!(reading.sheets[0].table, Some(Table::People));
    assert!(reading.left_aside.is_empty());
}

#[test]
fn deep_nesting_and_many_attributes_take_no_time() {
    let deep = format!("<worksheet>{}", "<a>".repeat(1 << 20));
    assert_eq!(expected("personnes.xlsx", &xlsx_of(&deep)), ["0:- - whole"]);
    let attributes: String = (0..60_000).map(|rank| format!(" a{rank}=\"\"")).collect();
    let wide = format!("<worksheet><sheetData><row{attributes}/></sheetData></worksheet>");
    assert_eq!(expected("personnes.xlsx", &xlsx_of(&wide)), ["0:- - not-empty"]);
}
