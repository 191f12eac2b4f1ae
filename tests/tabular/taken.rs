//! What each table gives.

use chrono::{NaiveDate, NaiveTime};
use jalon::domain::body::Body;
use jalon::domain::codes::{
    ContactKind, Criterion, Lot, Modality, Outcome, Priority, Ruling, Sector, Sex, StepCategory, StepStatus,
};
use jalon::domain::interview::Signature;
use jalon::tabular::Table;

use super::{NADIA, ignored, read_texts, refusals};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date")
}

fn only_body(sheets: &[(&str, &str)]) -> Body {
    let reading = read_texts(sheets);
    assert_eq!(refusals(&reading), Vec::<String>::new());
    reading.rows.last().expect("a row").body.clone()
}

#[test]
fn a_person_with_every_column_in_any_order() {
    let text = "Commune;QPV;Prénom *;NOM;Naissance;réf;sexe;secteur;code_postal;telephone;courriel;\
                nom naissance;adresse;commune_naissance;id_france_travail;Remarque\n\
                Rouen;QN07601M;Nadia;Belkacem;1985-03-12;A1;f;Rive gauche;76100;06 12 34 56 78;n@ex.fr;\
                Haddad;3, rue des Arts;Oran;1234567A;vue\n";
    let reading = read_texts(&[("personnes.csv", text)]);
    assert_eq!(refusals(&reading), Vec::<String>::new());
    assert_eq!(ignored(&reading, 0), ["Remarque"]);
    let Body::Person(person) = &reading.rows[0].body else { panic!("a person") };
    assert_eq!((person.family_name.as_str(), person.given_name.as_str()), ("Belkacem", "Nadia"));
    assert_eq!(person.birth_date, day(1985, 3, 12));
    assert_eq!(person.reference.as_deref(), Some("A1"));
    assert_eq!(person.sex, Some(Sex::Female));
    assert_eq!(person.sector, Some(Sector::LeftBank));
    assert_eq!(person.commune.as_deref(), Some("76540"));
    assert_eq!(person.qpv.as_deref(), Some("QN07601M"));
    assert_eq!(person.postal_code.as_deref(), Some("76100"));
    assert_eq!(person.birth_name.as_deref(), Some("Haddad"));
    assert_eq!(person.france_travail_id.as_deref(), Some("1234567A"));
}

#[test]
fn an_enrolment_with_its_lists() {
    let text = "ref;orientation;type_prescripteur;adhesion;type_entree;lot;public;criteres;\
                critere_principal;priorites;niveau;sortie;motif_sortie\n\
                1;02/01/2024;PE;05/02/2024;nouvelle;l3;adulte;DELD | rsa|DELD;RSA;QPV|parent isolé;3;;\n";
    let Body::Enrolment(it) = only_body(&[NADIA, ("adhesions.csv", text)]) else { panic!("an enrolment") };
    assert_eq!(it.enrolled_on, Some(day(2024, 2, 5)));
    assert_eq!(it.lot, Some(Lot::L3));
    assert_eq!(it.criteria, [Criterion::LongTermJobseeker, Criterion::Rsa]);
    assert_eq!(it.main_criterion, Some(Criterion::Rsa));
    assert_eq!(it.priorities, [Priority::Qpv, Priority::SingleParent]);
    assert_eq!(it.level, Some(3));
    assert_eq!(it.exit_reason, None);
}

#[test]
fn an_interview_with_its_record_on_two_lines() {
    let text = "ref;date;issue;heure;duree_min;modalite;compte_rendu;signature_adherent;signature_conseiller\n\
                1;12/3/2026;tenu;14h30;45;présentiel;\"CV à jour ; revoir\r\nle \"\"projet\"\"\";13/03/2026;refus\n";
    let Body::Interview(it) = only_body(&[NADIA, ("entretiens.csv", text)]) else { panic!("an interview") };
    assert_eq!((it.date, it.outcome), (day(2026, 3, 12), Outcome::Held));
    assert_eq!(it.start, NaiveTime::from_hms_opt(14, 30, 0));
    assert_eq!((it.duration_min, it.modality), (Some(45), Some(Modality::OnSite)));
    assert_eq!(it.record, "CV à jour ; revoir\nle \"projet\"");
    assert_eq!(it.participant_signature, Signature::Paper { on: day(2026, 3, 13) });
    assert_eq!(it.counsellor_signature, Signature::Refused { on: None, reason: String::new() });
}

#[test]
fn a_step_a_decision_and_a_contact() {
    let steps = "ref,categorie,intitule,statut,action_plie,debut,fin\n1,Recherche emploi,Atelier CV,En cours,Oui,01/02/2026,\n";
    let Body::Step(step) = only_body(&[NADIA, ("etapes.csv", steps)]) else { panic!("a step") };
    assert_eq!((step.category, step.status), (StepCategory::JobSearch, StepStatus::Running));
    assert!(step.plie_action);
    let decisions =
        "ref\tseance\tobjet\tdecision\tsuspension_jusquau\n1\t05/03/2026\treexamen\tsuspension\t30/04/2026\n";
    let Body::Decision(it) = only_body(&[NADIA, ("decisions.csv", decisions)]) else { panic!("a decision") };
    assert_eq!((it.ruling, it.suspended_until), (Ruling::Suspended, Some(day(2026, 4, 30))));
    let contacts = "ref;date;type;resultat\n1;05/03/2026;tentative;Message laissé\n";
    let Body::Contact(it) = only_body(&[NADIA, ("contacts.csv", contacts)]) else { panic!("a contact") };
    assert_eq!((it.kind, it.result.as_str()), (ContactKind::Attempt, "Message laissé"));
}

#[test]
fn times_are_read_as_they_are_written() {
    for (told, hour, minute) in
        [("14:30", 14, 30), ("14h30", 14, 30), ("9H05", 9, 5), ("14h", 14, 0), ("8:05:00", 8, 5)]
    {
        let text = format!("ref;date;issue;heure\n1;12/03/2026;planifie;{told}\n");
        let Body::Interview(it) = only_body(&[NADIA, ("entretiens.csv", &text)]) else { panic!("one") };
        assert_eq!(it.start, NaiveTime::from_hms_opt(hour, minute, 0), "{told}");
    }
}

#[test]
fn the_table_is_told_from_the_name() {
    for (name, table) in [
        ("personnes.csv", Some(Table::People)),
        ("reprise/2026/Étapes.csv", Some(Table::Steps)),
        ("C:\\reprise\\ENTRETIENS 2026.CSV", Some(Table::Interviews)),
        ("export-adhesions-2026", Some(Table::Enrolments)),
        ("personnes et contacts.csv", None),
        ("feuille1.csv", None),
        ("personnes/liste.csv", None),
    ] {
        assert_eq!(Table::from_file_name(name), table, "{name}");
    }
}

#[test]
fn people_come_first_and_lines_keep_their_number() {
    let interviews = "ref;date;issue\n\n\n1;12/03/2026;tenu\n1;13/03/2026;tenu\n";
    let reading = read_texts(&[("entretiens.csv", interviews), NADIA]);
    let seen: Vec<_> = reading.rows.iter().map(|row| (row.table, row.sheet, row.line)).collect();
    assert_eq!(seen, [(Table::People, 1, 2), (Table::Interviews, 0, 4), (Table::Interviews, 0, 5)]);
}

#[test]
fn a_person_of_the_caseload_needs_no_line() {
    use jalon::tabular::{Lookups, Sheet, read};
    let sheet =
        Sheet { table: Some(Table::Contacts), ..Sheet::new("x", b"ref;date;type\n7;1/2/2026;appel\n") };
    let lookups = Lookups::new(super::today(), &|reference| reference == "7");
    let reading = read(&[sheet], &lookups);
    assert_eq!((reading.rows.len(), reading.refusals.len()), (1, 0));
}

#[test]
fn communes_are_told_in_many_ways() {
    use jalon::domain::codes::Sector;
    for (told, code, sector, warnings) in [
        ("76540", "76540", None, 0),
        ("ROUEN", "76540", None, 0),
        ("Rouen rive droite", "76540", Some(Sector::RightBank), 0),
        ("St Etienne du Rouvray", "76575", None, 0),
        ("Oissel", "76484", None, 0),
        // Outside the territory: someone who moved. Taken, and told.
        ("27229", "27229", None, 1),
    ] {
        let text = format!("ref;nom;prenom;naissance;commune\n1;Roy;Léa;1/1/1985;{told}\n");
        let reading = read_texts(&[("personnes.csv", &text)]);
        assert_eq!(refusals(&reading), Vec::<String>::new(), "{told}");
        assert_eq!(reading.warnings.len(), warnings, "{told}");
        let Body::Person(person) = &reading.rows[0].body else { panic!("a person") };
        assert_eq!((person.commune.as_deref(), person.sector), (Some(code), sector), "{told}");
    }
}

#[test]
fn a_main_criterion_alone_is_one_that_holds() {
    let Body::Enrolment(it) = only_body(&[NADIA, ("adhesions.csv", "ref;critere_principal\n1;RSA\n")]) else {
        panic!("an enrolment")
    };
    assert_eq!((it.criteria, it.main_criterion), (vec![Criterion::Rsa], Some(Criterion::Rsa)));
}

#[test]
fn a_header_tells_its_table_when_the_name_does_not() {
    for (header, table) in [
        ("ref;nom;prenom;naissance", Some(Table::People)),
        ("date;ref;issue;motif_du_refus", Some(Table::Interviews)),
        ("Réf;Catégorie;Intitulé;Statut", Some(Table::Steps)),
        ("ref;date;type", Some(Table::Contacts)),
        ("ref;adhesion;lot", Some(Table::Enrolments)),
        ("ref;nom", None),
        ("ref;rien;autre;encore", None),
        ("date;type;resultat", None),
    ] {
        let reading = super::read_texts(&[("refus.csv", &format!("{header}\n"))]);
        assert_eq!(reading.sheets[0].table, table, "{header}");
    }
}
