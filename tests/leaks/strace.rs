//! What the program asks of the system, as `strace` tells it: every byte that it writes, to whom,
//! and every file that it opens to write.

use std::path::{Path, PathBuf};

/// How it is run. It is no parent of the program, so that signals reach the program itself.
pub const WORDS: [&str; 10] =
    ["strace", "-D", "-f", "-y", "-xx", "-s", "10000000", "--seccomp-bpf", "-e", CALLS];

const CALLS: &str = "trace=write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg,sendfile,splice,tee,\
vmsplice,copy_file_range,process_vm_writev,open,openat,openat2,creat,mkdir,mkdirat,mknod,mknodat,link,linkat,\
symlink,symlinkat,rename,renameat,renameat2,mmap,memfd_create,connect,bind,shmget,msgsnd,execve,ioctl,\
io_uring_setup,setxattr,fsetxattr,add_key";

/// One thing asked of the system.
#[derive(Debug)]
pub struct Call {
    /// Its name.
    pub name: String,
    /// What its first argument is open on.
    pub on: String,
    /// Every text among its arguments, as bytes.
    pub texts: Vec<Vec<u8>>,
    /// The line that tells it, without the texts.
    pub line: String,
}

/// Everything asked by one run of the program.
#[derive(Debug)]
pub struct Trace {
    /// In order.
    pub calls: Vec<Call>,
}

impl Trace {
    /// Reads what `strace` wrote.
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).expect("a trace");
        assert!(text.contains("+++ exited with"), "the program was not followed to its end");
        Self { calls: text.lines().filter_map(read_call).collect() }
    }

    /// What was written, by whatever call, to what is not a terminal.
    pub fn written_elsewhere(&self) -> impl Iterator<Item = &Call> {
        self.calls.iter().filter(|call| call.writes() && !call.is_on_terminal())
    }

    /// What was written to a terminal.
    pub fn shown(&self) -> impl Iterator<Item = &Call> {
        self.calls.iter().filter(|call| call.writes() && call.is_on_terminal())
    }
}

impl Call {
    fn writes(&self) -> bool {
        ["write", "send"].iter().any(|part| self.name.contains(part))
    }

    fn is_on_terminal(&self) -> bool {
        self.on.starts_with("/dev/pts/") || self.on == "/dev/tty"
    }

    /// The files that it makes, opens to write, or gives another name.
    pub fn makes(&self) -> Vec<PathBuf> {
        let opens = self.name.starts_with("open") || self.name == "creat";
        let to_write = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TMPFILE"].iter().any(|it| self.line.contains(it));
        let names = ["mk", "link", "symlink", "rename", "creat"].iter().any(|it| self.name.starts_with(it));
        let is_memory = self.name.starts_with("memfd");
        if (opens && to_write) || (names && !is_memory) {
            self.texts.iter().map(|text| PathBuf::from(String::from_utf8_lossy(text).into_owned())).collect()
        } else {
            Vec::new()
        }
    }
}

/// `12 write(1<\x2f…>, "\x41…", 3) = 3`; everything that is text is in hexadecimal digits.
fn read_call(line: &str) -> Option<Call> {
    let (_, rest) = line.split_once(' ')?;
    let (name, arguments) = rest.trim_start().split_once('(')?;
    let on = arguments.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map_or("", |(it, _)| it);
    let (mut texts, mut kept) = (Vec::new(), String::new());
    for (rank, piece) in arguments.split('"').enumerate() {
        if rank % 2 == 1 {
            texts.push(decoded(piece));
        } else {
            kept.push_str(piece);
        }
    }
    let on = String::from_utf8_lossy(&decoded(on)).into_owned();
    Some(Call { name: name.to_owned(), on, texts, line: format!("{name}({kept}") })
}

fn decoded(digits: &str) -> Vec<u8> {
    let byte = |digits: &str| u8::from_str_radix(digits, 16).ok();
    digits.split("\\x").skip(1).filter_map(|digits| byte(digits.get(..2)?)).collect()
}
