//! Bundles that are lost, doubled and out of order: what arrives in the end is what was written.

use jalon::domain::codes::Ruling;
use jalon::exchange::bundle::code::Verdict;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::super::stock_tools::say;
use super::deciding::{ruling, write};
use super::{Member, has_all_of, network, today};

/// How many stories are lived; `JALON_NETWORKS` says another number.
fn stories() -> u32 {
    std::env::var("JALON_NETWORKS").ok().and_then(|count| count.parse().ok()).unwrap_or(6)
}

/// What becomes of a bundle on its way.
#[derive(Debug, Clone, Copy)]
enum Fate {
    Delivered,
    Doubled,
    Lost,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![4 => Just(Fate::Delivered), 1 => Just(Fate::Doubled), 2 => Just(Fate::Lost)]
}

#[test]
fn whatever_the_order_and_the_losses_nothing_is_missing_in_the_end() {
    let mut runner = TestRunner::new_with_rng(
        Config { cases: stories(), failure_persistence: None, ..Config::default() },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    let story = prop::collection::vec((0..3_usize, fate(), 0..4_u8), 3..9);
    let bundles = std::cell::Cell::new(0);
    runner
        .run(&(story, any::<u64>()), |(sent, order)| {
            let (mut team, mut members) = network(3);
            let (mut underway, mut people) = (Vec::new(), Vec::new());
            for (rank, (who, fate, answered)) in sent.iter().enumerate() {
                let member = &mut members[*who];
                let person = member.add(&format!("Benali {rank}"));
                member.call(person, "Appel");
                let bundle = member.send();
                // Now and then the team decides of somebody; the answer that says it may be lost.
                if *answered == 1
                    && let Some(known) = people.iter().find(|it| team.session.owner(**it).is_some())
                {
                    write(&mut team.session, *known, None, ruling(Ruling::ALL[0]), today()).unwrap();
                    team.answer();
                }
                people.push(person);
                // Now and then it is brought at once, and the answer is brought back.
                if *answered == 0 {
                    team.take(&bundle);
                    for it in team.answer() {
                        if let Some(addressee) = members.iter_mut().find(|member| member.id() == it.station) {
                            let verdict = addressee.take(&it.path).seen.verdict();
                            prop_assert_eq!(verdict, Verdict::Accepted);
                        }
                    }
                }
                bundles.set(bundles.get() + 1);
                match fate {
                    Fate::Delivered => underway.push(bundle),
                    Fate::Doubled => underway.extend([bundle.clone(), bundle]),
                    Fate::Lost => {}
                }
            }
            shuffle(&mut underway, order);
            for bundle in &underway {
                let verdict = team.take(bundle).seen.verdict();
                let is_expected =
                    matches!(verdict, Verdict::Accepted | Verdict::Already | Verdict::Late | Verdict::Gap);
                prop_assert!(is_expected, "{verdict:?}");
            }
            // The last bundle of each says everything that the lost ones did.
            for member in &mut members {
                let last = member.send();
                prop_assert_eq!(team.take(&last).seen.verdict(), Verdict::Accepted);
            }
            for it in team.answer() {
                let addressee = members.iter_mut().find(|member| member.id() == it.station).unwrap();
                prop_assert_eq!(addressee.take(&it.path).seen.verdict(), Verdict::Accepted);
            }
            let team = team.again();
            for member in members.into_iter().map(Member::again) {
                prop_assert!(has_all_of(&team.session, &member.session));
            }
            Ok(())
        })
        .unwrap();
    say(&format!("{} networks of four stations, {} bundles sent", stories(), bundles.get()));
}

fn shuffle<T>(items: &mut [T], mut seed: u64) {
    for rank in (1..items.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from(seed >> 33).unwrap() % (rank + 1);
        items.swap(rank, other);
    }
}
