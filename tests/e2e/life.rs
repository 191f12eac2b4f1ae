//! A person followed from the referral to the validated exit through the screens, in French at 80 × 24,
//! as a counsellor would: with how many keys, and the station killed three times on the way.
//!
//! What is counted are the keys that the program asks for: the words and the days that only the
//! counsellor knows are typed besides.

use jalon::clock;
use jalon::domain::candidature::{CandidatureStage, stage_of};
use jalon::domain::codes::{Outcome, Ruling};
use jalon::domain::state::State;

use super::kit;
use crate::support::pty::Pty;
use crate::support::station::Station;

const NAME: &str = "Zerrouki";

/// A counsellor at work.
struct Work {
    station: Station,
    pty: Pty,
    /// Keys of words and days that only the counsellor knows, in the job that is being done.
    own: usize,
}

impl Work {
    fn begin() -> Self {
        let station = kit::station();
        let pty = kit::unlocked(&station);
        Self { station, pty, own: 0 }
    }

    /// Presses keys, then waits for what the screen must show.
    #[track_caller]
    fn press(&mut self, keys: &str, shown: &str) -> &mut Self {
        self.pty.press(keys);
        // Spaces that do not break a line are spaces all the same.
        self.pty.wait_until(shown, |screen| screen.replace(['\u{a0}', '\u{202f}'], " ").contains(shown));
        self
    }

    /// Types what only the counsellor knows: it is not counted.
    #[track_caller]
    fn write(&mut self, text: &str) -> &mut Self {
        self.own += text.chars().count();
        self.pty.type_text(text).wait_for(text);
        self
    }

    /// Saves the form, and waits until it is on the disk.
    #[track_caller]
    fn save(&mut self, what: &str) -> &mut Self {
        self.press("f2", &format!("Enregistré : {what}"))
    }

    /// The job is done: says in how many keys, and holds it to its budget.
    #[track_caller]
    fn job(&mut self, what: &str, budget: usize) -> &mut Self {
        let keys = self.pty.take_keys() - std::mem::take(&mut self.own);
        kit::show(&format!("{what}, in keys (at most {budget})"), keys);
        assert!(keys <= budget, "{what}: {keys} keys, at most {budget}\n{}", self.pty.screen());
        self
    }

    /// What was done is no job of a counsellor: it is not counted.
    fn skip(&mut self) -> &mut Self {
        (self.own, _) = (0, self.pty.take_keys());
        self
    }

    /// Nothing of the program is left but the disk; it starts again there.
    fn kill_and_return(&mut self) -> &mut Self {
        self.pty.kill();
        self.pty = kit::unlocked(&self.station);
        self.pty.settle();
        // What the engine had not yet is put back from the segments, and told.
        if self.pty.screen().contains("À l’ouverture") {
            self.pty.press("esc").wait_until("home", |screen| !screen.contains("À l’ouverture"));
        }
        self.skip();
        self.press("/ z e", "ZERROUKI").press("enter", "ZERROUKI Karim ·").job("find and open a person", 4)
    }

    fn refer(&mut self) -> &mut Self {
        self.press("g o", "› Nom").write(NAME).press("enter", "› Prénom").write("Karim");
        self.press("enter", "› Date de naissance").write("20/01/1985").press("enter enter", "› Commune");
        self.write("cleon").press("enter", "› Orientation").write("-400").press("enter", "› Prescripteur");
        self.press("a", "CCAS").press("f2", "Candidature : orientée").job("referral of an unknown person", 10)
    }

    fn receive(&mut self) -> &mut Self {
        self.press("space", "Candidature : accueillie");
        self.press("down space", "[x] sait ce qui est noté");
        for item in ["2. notions", "3. difficultés", "4. intérêt", "5. volonté", "6. parcours"] {
            self.press("down space", &format!("[x] {item}"));
        }
        self.job("reception and its checklist", 13);
        // The year that follows is lived in a minute: its first day is said.
        self.press("home enter", "› 1. Accueil").write("-390").save("adhésion");
        self.skip()
    }

    fn diagnose(&mut self) -> &mut Self {
        self.press("down down down down down down down down", "› [ ] un critère");
        self.press("enter", "› Critères").press("r", "RSA").save("adhésion").job("criterion", 11);
        self.press("space", "oui veut").press("down space", "oui a besoin").press("down space", "oui sans");
        self.job("three conditions", 5);
        self.press("down enter", "› Freins périphériques").write("Garde d’enfants le mercredi");
        self.press("tab", "› Capacités").write("Cariste, motivé");
        self.press("tab", "› Étapes réalistes").write("Permis, puis CACES").save("diagnostic");
        self.press("enter", "› Plan d’action").write("Permis, CACES, emploi");
        self.press("tab", "› Première étape").write("Code de la route").save("diagnostic");
        self.job("shared diagnosis and first step", 8)
    }

    fn prove(&mut self) -> &mut Self {
        self.press("space", "reçue, à contrôler").press("space", "reçue et contrôlée");
        self.job("a document received and checked", 2);
        for (at, claim) in [("down", "résidence"), ("down", "RSA")] {
            self.press(at, &format!("› [ ] {claim}")).press("space", "sans date");
            self.press("enter", "› Daté du").write("-10").press("f2", "reçue, à contrôler");
            self.pty.press("space");
            self.pty.wait_until(claim, |screen| screen.contains(&format!("› [x] {claim}")));
            self.job("a document that bears a date", 5);
        }
        self
    }

    fn propose(&mut self) -> &mut Self {
        self.press("down enter", "› Proposition").press("i", "intégrer au PLIE");
        self.press("down down", "› Motifs").write("Volonté claire, appui nécessaire");
        self.press("f2", "Rien ne manque").job("proposal", 6);
        self.press("C", "› Séance visée").write("-360").press("f2", "présentée à la séance");
        self.job("submission to the commission, day apart", 2)
    }

    fn admit(&mut self) -> &mut Self {
        self.press("d", "› Décision").press("i", "intégration").press("f2", "Candidature : intégrée");
        self.job("decision of entry", 3);
        self.press("h", "› Acte d’engagement signé").write("-350").save("adhésion");
        self.job("deed of engagement, day apart", 2)
    }

    fn accompany(&mut self) -> &mut Self {
        self.press("e", "Saisie rapide").pty.type_text("45pd").press("enter").wait_for("Enregistré");
        self.job("interview, from the file", 8);
        self.press("i", "› Date").write("-30").press("tab tab tab tab tab tab tab", "› Compte rendu");
        self.write("Point sur le permis").press("tab", "› Signatures").press("d", "les deux ont signé");
        self.save("entretien").job("interview on its form, another day", 11);
        self.press("s", "› Catégorie").press("f", "formation").press("enter", "› Intitulé");
        self.write("Code de la route").save("étape").job("step", 8);
        self.press("q", "› Offre ou action")
            .write("Cariste, Seine Logistique")
            .save("positionnement")
            .job("positioning", 3)
    }

    fn agree(&mut self) -> &mut Self {
        self.press("right right right", "[Diagnostic").press("y", "› Thème").press("m enter", "› Situation");
        self.write("Pas de permis").save("frein").job("barrier, and its page", 7);
        self.press("right", "[Objectifs").press("y", "› Objectif").write("Permis B");
        self.save("objectif").job("goal, and its page", 3);
        self.press("esc", "Chercher").press("tab esc", "1 coché").press("y", "› Thème");
        self.press("c", "CV").press("f2", "Enregistré").job("workshop, for one", 7);
        self.press("a", "Rendez-vous du").skip();
        self.press("/ z e", "ZERROUKI").press("enter", "ZERROUKI Karim ·").job("find and open a person", 4)
    }

    fn employ(&mut self) -> &mut Self {
        self.press("c", "› Contrat").pty.type_text("miss");
        self.press("enter", "› Début").write("-300").press("enter", "› Fin prévue").write("-220");
        self.press("enter", "› Employeur").write("Seine Intérim").press("enter", "› Heures de la mission");
        self.write("320").save("emploi").job("assignment of an agency", 10);
        self.press("c", "› Contrat").pty.type_text("cdi");
        self.press("enter", "› Début").write("-200").press("enter", "› Employeur").write("Seine Logistique");
        self.press("enter", "› Heures par semaine").write("20").press("enter", "› Motif si moins de 24 h");
        self.write("Accord de branche").save("emploi").job("contract of 20 h under an agreement", 9)
    }

    fn gather(&mut self) -> &mut Self {
        self.press("x", "P1 tient").press("p", "contrat de travail").press("esc", "P1 tient");
        self.job("exits that hold, and what they ask for", 3);
        self.press("esc", "ZERROUKI Karim ·");
        for page in ["[Entretiens", "[Étapes", "[Diagnostic", "[Objectifs", "[Emploi", "[Pièces"] {
            self.pty.press("right").wait_for(page);
        }
        self.skip();
        for document in ["contrat de travail", "bulletins de salaire"] {
            self.press("y", document).press("tab", "› Daté du").write("-3").save("pièce justificative");
            self.job("a document of the exit received", 3);
        }
        self
    }

    fn leave(&mut self) -> &mut Self {
        self.press("x enter", "› Séance visée").press("a f2", "La sortie est proposée à la commission");
        self.job("exit proposed, proofs apart", 6);
        self.press("enter", "› Décision")
            .press("s", "sortie")
            .press("f2", "La commission a validé la sortie");
        self.job("decision of exit", 3)
    }
}

#[test]
fn a_person_is_followed_from_the_referral_to_the_validated_exit_whatever_is_killed() {
    let mut work = Work::begin();
    work.refer().receive().diagnose().prove().propose().kill_and_return().admit().kill_and_return();
    work.accompany().agree().employ().gather().leave();
    work.pty.kill();

    let today = kit::today();
    let file = kit::file(&work.station.open(clock::now()), NAME);
    let state = State::of(&file, today);
    assert_eq!(stage_of(&state), CandidatureStage::Admitted);
    assert_eq!(state.period.exited_on, Some(today));
    let rulings: Vec<Ruling> = file.decisions.iter().map(|it| it.value.ruling).collect();
    assert_eq!(rulings, [Ruling::Admitted, Ruling::Exited]);
    let held = file.interviews.iter().filter(|it| it.value.outcome == Outcome::Held).count();
    assert_eq!((held, file.steps.len(), file.goals.len(), file.barriers.len()), (2, 2, 1, 1));
    assert_eq!((file.employments.len(), file.positionings.len(), file.evidence.len()), (2, 1, 5));
}
