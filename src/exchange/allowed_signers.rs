//! The list of trusted keys in the form of `ssh-keygen -Y verify -f allowed_signers`.

use super::signing::{Namespace, SignerKey};
use super::trust::{Standing, Trust};

/// Name of the root in the file; stations and the centre are called by their identity.
pub const ROOT: &str = "root";

/// One line for each key that is accepted, by what it may sign.
pub fn allowed_signers(trust: &Trust) -> String {
    let line = |name: &str, namespace: Namespace, key: &SignerKey| {
        format!("{name} namespaces=\"{}\" {key}\n", namespace.name())
    };
    let centres = trust.ops.iter().map(|it| (it.id, it.key, it.standing));
    let stations = trust.stations.iter().map(|it| (it.id, it.key, it.standing));
    let bundles = centres
        .chain(stations)
        .filter(|(_, _, standing)| *standing == Standing::Active)
        .map(|(id, key, _)| line(&id.to_string(), Namespace::Bundle, &key));
    std::iter::once(line(ROOT, Namespace::Trust, &trust.root)).chain(bundles).collect()
}
