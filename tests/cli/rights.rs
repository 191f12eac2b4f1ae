//! Rights from the command line: what erasing would do, doing it, the certificate.

use jalon::domain::codes::StationRole;

use crate::support::station::Station;

fn with_nadia() -> Station {
    let station = Station::new(StationRole::Counsellor);
    station.write(
        "personnes.csv",
        "reference;nom;prenom;date_naissance;code_insee\nR1;Belkacem;Nadia;12/03/1988;76540\n\
         R2;Martin;Paul;12/03/1978;76540\n",
    );
    let taken = station.run(&["import", "personnes.csv"]);
    assert_eq!(taken.code, 0, "{}{}", taken.out, taken.err);
    station
}

#[test]
fn somebody_is_erased_once_it_is_confirmed_and_the_certificate_names_nobody() {
    let station = with_nadia();
    let would = station.run(&["person", "erase", "Belkacem", "--reason", "demande"]);
    assert_eq!(would.code, 0, "{}", would.err);
    assert!(would.out.contains("--yes") && would.out.contains("BELKACEM Nadia"), "{}", would.out);
    assert_eq!(station.run(&["show", "Belkacem"]).code, 0, "nothing was done");
    let done = station.run(&["person", "erase", "Belkacem", "--reason", "demande", "--yes"]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.out.contains("Certificat") && !done.out.to_lowercase().contains("belkacem"), "{}", done.out);
    assert_eq!(station.run(&["show", "Belkacem"]).code, 1);
    assert_eq!(station.run(&["show", "Martin"]).code, 0);
    let listed = station.run(&["person", "certificate", "--format", "json"]).json();
    let number = listed[0]["person"].as_str().expect("a number");
    assert_eq!(listed[0]["entries"], 1);
    let one = station.run(&["person", "certificate", &number[..8]]);
    assert!(one.out.contains(number) && one.out.contains("Claire Morin"), "{}", one.out);
    assert_eq!(station.run(&["person", "certificate", "ffff"]).code, 1);
    assert_eq!(station.run(&["doctor"]).code, 0);
    let again = station.run(&["import", "personnes.csv"]);
    assert!(!again.err.contains("panic"), "{}", again.err);
}
