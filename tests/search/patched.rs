//! A patched index finds what an index built anew finds.

use jalon::search::Index;
use proptest::prelude::{Strategy, any, proptest};

use super::{PEOPLE, id, index, person};

#[test]
fn a_person_who_changes_is_found_by_the_new_name_only() {
    let mut index = index();
    let mut nadia = person(0);
    nadia.family_name = "Roussel".to_owned();
    index.put(id(0), Some(&nadia));
    assert_eq!(index.find("roussel", 9).len(), 1);
    assert!(index.find("belkacem", 9).is_empty());
    index.put(id(0), None);
    assert!(index.find("roussel", 9).is_empty());
    assert_eq!(index.len(), PEOPLE.len() - 1);
}

fn typed() -> impl Strategy<Value = String> {
    proptest::string::string_regex("[a-eé1-3 /'-]{0,8}").expect("a pattern")
}

proptest! {
    #[test]
    fn patching_and_building_anew_agree(
        changes in proptest::collection::vec((0..13usize, any::<bool>()), 0..40), typed in typed()
    ) {
        let mut patched = index();
        let mut present = [true; 13];
        for (at, is_present) in changes {
            present[at] = is_present;
            patched.put(id(at), is_present.then(|| person(at)).as_ref());
        }
        let mut anew = Index::default();
        for at in (0..13).filter(|at| present[*at]) {
            anew.put(id(at), Some(&person(at)));
        }
        assert_eq!(patched.find(&typed, 99), anew.find(&typed, 99));
    }

    #[test]
    fn anything_can_be_typed(typed in any::<String>()) {
        let index = index();
        assert!(index.find(&typed, 5).len() <= 5);
        for part in jalon::search::highlight(&typed, &typed) {
            assert!(typed.is_char_boundary(part.start) && typed.is_char_boundary(part.end));
        }
    }
}
