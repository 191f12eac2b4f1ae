//! A disk, as it is for who uses it and as a cut of the power may leave it: what was synced
//! stands; of the rest any part may be there and any part not.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use jalon::store::{Files as _, RealFiles};

use super::recorded::Step;

/// What was done to a file since it was synced.
#[derive(Debug, Clone)]
pub(super) enum Change {
    Append(Arc<[u8]>),
    Cut(usize),
}

/// What was done to the names of a folder since it was synced.
#[derive(Debug, Clone)]
pub(super) enum Naming {
    Put(String, usize),
    Drop(String),
    Move(String, String, usize),
    Swap((String, usize), (String, usize)),
}

pub(super) type Names = BTreeMap<String, usize>;

/// A file or a folder: what is durable, and what was done since and is not.
#[derive(Debug, Clone)]
pub(super) enum Node {
    File { durable: Vec<u8>, since: Vec<Change> },
    Folder { durable: Names, since: Vec<Naming> },
}

/// What is left of a file or folder that was not synced.
#[derive(Debug, Clone)]
pub(super) enum Left {
    Content(Arc<[u8]>),
    /// For each naming in turn, whether it is there.
    Names(Vec<bool>),
}

/// What is left of each file and folder that was not synced; of the others all is.
pub(super) type State = BTreeMap<usize, Left>;

#[derive(Clone)]
pub(super) struct Disk(Vec<Node>);

const ROOT: usize = 0;

/// The engine writes its own files, under the eyes of nobody.
fn is_the_engines(path: &Path) -> bool {
    path.iter().any(|name| ["db", "db.new", "db.bad"].iter().any(|it| name == *it))
}

pub(super) fn apply(names: &mut Names, naming: &Naming) {
    match naming {
        Naming::Put(name, node) => drop(names.insert(name.clone(), *node)),
        Naming::Drop(name) => drop(names.remove(name)),
        Naming::Move(from, to, node) => {
            if names.get(from) == Some(node) {
                names.remove(from);
            }
            names.insert(to.clone(), *node);
        }
        Naming::Swap((one, first), (other, second)) => {
            names.extend([(one.clone(), *second), (other.clone(), *first)]);
        }
    }
}

fn make(content: &mut Vec<u8>, change: &Change) {
    match change {
        Change::Append(bytes) => content.extend_from_slice(bytes),
        Change::Cut(length) => content.truncate(*length),
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}

impl Disk {
    /// Everything that stands in `base`, durable; the engine's files and the lock apart.
    pub(super) fn load(base: &Path) -> Self {
        let mut disk = Self(Vec::new());
        disk.load_node(base);
        disk
    }

    fn load_node(&mut self, path: &Path) -> usize {
        let id = self.0.len();
        self.0.push(Node::Folder { durable: Names::new(), since: Vec::new() });
        self.0[id] = if path.is_dir() {
            let names = RealFiles.list(path).expect("a folder").into_iter();
            let names = names.filter(|name| name != "lock" && !is_the_engines(Path::new(name)));
            let durable = names.map(|name| (name.clone(), self.load_node(&path.join(name)))).collect();
            Node::Folder { durable, since: Vec::new() }
        } else {
            Node::File { durable: std::fs::read(path).expect("a file"), since: Vec::new() }
        };
        id
    }

    fn names_now(&self, folder: usize) -> Names {
        let Node::Folder { durable, since } = &self.0[folder] else { unreachable!("a folder") };
        let mut names = durable.clone();
        since.iter().for_each(|naming| apply(&mut names, naming));
        names
    }

    fn find(&self, path: &Path) -> usize {
        let names = path.iter().map(|name| name.to_string_lossy().into_owned());
        names.fold(ROOT, |folder, name| self.names_now(folder)[&name])
    }

    fn folder_of(&self, path: &Path) -> usize {
        self.find(path.parent().expect("a folder"))
    }

    fn name(&mut self, folder: usize, naming: Naming) {
        let Node::Folder { since, .. } = &mut self.0[folder] else { unreachable!("a folder") };
        since.push(naming);
    }

    fn add(&mut self, path: &Path, node: Node) {
        let folder = self.folder_of(path);
        self.0.push(node);
        let id = self.0.len() - 1;
        self.name(folder, Naming::Put(name_of(path), id));
    }

    fn change(&mut self, path: &Path, change: Change) {
        let id = self.find(path);
        let Node::File { since, .. } = &mut self.0[id] else { unreachable!("a file") };
        since.push(change);
    }

    /// Does what was asked of it.
    pub(super) fn take(&mut self, step: &Step) {
        match step {
            Step::MakeFolder(path) | Step::Rename(path, _) | Step::Remove(path) if is_the_engines(path) => {}
            Step::MakeFolder(path) => {
                self.add(path, Node::Folder { durable: Names::new(), since: Vec::new() });
            }
            Step::Create(path) => self.add(path, Node::File { durable: Vec::new(), since: Vec::new() }),
            Step::Append(path, bytes) => self.change(path, Change::Append(bytes.as_slice().into())),
            Step::Cut(path, length) => {
                self.change(path, Change::Cut(usize::try_from(*length).expect("a length")));
            }
            Step::Sync(path) => {
                let id = self.find(path);
                let Node::File { durable, since } = &mut self.0[id] else { unreachable!("a file") };
                since.drain(..).for_each(|change| make(durable, &change));
            }
            Step::Rename(from, to) => {
                let (folder, node) = (self.folder_of(from), self.find(from));
                assert_eq!(folder, self.folder_of(to), "the store renames within a folder only");
                self.name(folder, Naming::Move(name_of(from), name_of(to), node));
            }
            Step::Exchange(one, other) => {
                let swap = Naming::Swap((name_of(one), self.find(one)), (name_of(other), self.find(other)));
                self.name(self.folder_of(one), swap);
            }
            Step::Remove(path) => self.name(self.folder_of(path), Naming::Drop(name_of(path))),
            Step::SyncFolder(path) => {
                let id = self.find(path);
                let Node::Folder { durable, since } = &mut self.0[id] else { unreachable!("a folder") };
                since.drain(..).for_each(|naming| apply(durable, &naming));
            }
            Step::Begun(_) | Step::Done(_) => {}
        }
    }

    /// What was not synced and may still be found under some name.
    pub(super) fn pending(&self) -> Vec<(usize, &Node)> {
        let mut reached = BTreeSet::from([ROOT]);
        let mut next = vec![ROOT];
        while let Some(id) = next.pop() {
            let Node::Folder { durable, since } = &self.0[id] else { continue };
            let named = since.iter().flat_map(|naming| match naming {
                Naming::Put(_, node) | Naming::Move(_, _, node) => vec![*node],
                Naming::Swap((_, one), (_, other)) => vec![*one, *other],
                Naming::Drop(_) => Vec::new(),
            });
            next.extend(durable.values().copied().chain(named).filter(|id| reached.insert(*id)));
        }
        let pending = reached.into_iter().map(|id| (id, &self.0[id]));
        pending
            .filter(|(_, node)| match node {
                Node::File { since, .. } => !since.is_empty(),
                Node::Folder { since, .. } => !since.is_empty(),
            })
            .collect()
    }

    /// Writes the disk as `state` says that the cut left it.
    pub(super) fn leave(&self, to: &Path, state: &State) {
        self.leave_node(ROOT, to, state);
    }

    fn leave_node(&self, id: usize, to: &Path, state: &State) {
        match (&self.0[id], state.get(&id)) {
            (Node::File { durable, .. }, left) => {
                let mut file = RealFiles.create(to).expect("a file");
                let content: &[u8] = if let Some(Left::Content(content)) = left { content } else { durable };
                file.append(content).expect("a write");
            }
            (Node::Folder { durable, since }, left) => {
                if !to.exists() {
                    RealFiles.make_folder(to).expect("a folder");
                }
                let mut names = durable.clone();
                if let Some(Left::Names(kept)) = left {
                    let kept = since.iter().zip(kept).filter(|(_, kept)| **kept);
                    kept.for_each(|(naming, _)| apply(&mut names, naming));
                }
                for (name, node) in names {
                    self.leave_node(node, &to.join(name), state);
                }
            }
        }
    }
}
