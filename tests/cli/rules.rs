//! `rules`: the table of the rules, for people, programs and spreadsheets, without a station.

use crate::support::station::Station;

#[test]
fn the_rules_are_listed_without_a_station() {
    let nowhere = Station::nowhere();
    let all = nowhere.run(&["rules", "--format", "json"]).json();
    assert_eq!(all.as_array().map(Vec::len), Some(142));
    let one = nowhere.run(&["rules", "r9.3.4-06", "--format", "json"]).json();
    assert_eq!((&one[0]["rule"], &one[0]["served"]), (&"R9.3.4-06".into(), &"calculé".into()));
    let article = nowhere.run(&["rules", "R9.3.4", "--lang", "fr"]);
    assert!(article.out.lines().count() == 7 && article.out.contains("R9.3.4-01"), "{}", article.out);
    assert!(nowhere.run(&["rules", "--format", "csv"]).out.contains("R7-14;"));
    assert_eq!(nowhere.run(&["rules", "R99"]).code, 1);
}
