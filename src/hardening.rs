//! What the process does so that nothing of a file outlives it in memory, dumps or modes.
//!
//! The only `unsafe` code of the crate is here. It must stay this short.

use std::alloc::{GlobalAlloc, Layout, System};

use rustix::process::{
    DumpableBehavior, Resource, Rlimit, dumpable_behavior, getrlimit, set_dumpable_behavior, setrlimit, umask,
};

/// The system's allocator, which zeroes what it gives back: names, texts and keys do not stay in
/// freed memory, whoever allocated them.
struct ZeroOnFree;

#[global_allocator]
static ALLOCATOR: ZeroOnFree = ZeroOnFree;

#[expect(unsafe_code, reason = "a global allocator cannot be written without; the proof stands beside it")]
// SAFETY: every block comes from `System` and goes back to it with the layout it was asked with,
// so the contract of `GlobalAlloc` holds because `System` holds it. `realloc` is the provided
// one: allocate, copy, `dealloc` here; it leaves no copy behind, which `System::realloc` may.
unsafe impl GlobalAlloc for ZeroOnFree {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller upholds the contract of `alloc`, which is that of `System`.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as above.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller gives a block that is still allocated and `layout.size()` bytes
        // long, and that nobody else uses any more: writing all of it is allowed.
        unsafe { block.write_bytes(0, layout.size()) };
        // Without this the compiler may leave out a write that nobody reads before the free.
        std::hint::black_box(block);
        // SAFETY: the block comes from `System` with this layout.
        unsafe { System.dealloc(block, layout) }
    }
}

/// Gives back to the system the memory that was freed. Opening a station and closing it free tens of
/// megabytes at once, which the allocator would keep for later on a machine that others share.
///
/// Takes some milliseconds. Elsewhere than under glibc it does nothing.
pub fn give_memory_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        #[expect(unsafe_code, reason = "glibc offers this to C only; the proof stands beside it")]
        // SAFETY: `malloc_trim` of <malloc.h>, whose signature this is.
        unsafe extern "C" {
            safe fn malloc_trim(pad: usize) -> std::ffi::c_int;
        }
        malloc_trim(0);
    }
}

/// Has every thread take memory from one place. Each has its own otherwise, where what it freed stays,
/// held and of no use to the others: a station that is locked and opened again would hold a third
/// more each time.
///
/// To be called before there is any other thread. Elsewhere than under glibc it does nothing.
fn share_memory() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        /// `M_ARENA_MAX` of <malloc.h>.
        const MOST_ARENAS: std::ffi::c_int = -8;
        #[expect(unsafe_code, reason = "glibc offers this to C only; the proof stands beside it")]
        // SAFETY: `mallopt` of <malloc.h>, whose signature this is; it may be called at any time.
        unsafe extern "C" {
            safe fn mallopt(param: std::ffi::c_int, value: std::ffi::c_int) -> std::ffi::c_int;
        }
        mallopt(MOST_ARENAS, 1);
    }
}

/// Most of the stack that one request uses, in bytes.
const STACK_BYTES: usize = 256 * 1024;

/// Overwrites the stack below the caller: what was called before left pieces of what it worked on
/// there, a passphrase among them, until something else happens to stand in the same place.
#[inline(never)]
pub fn wipe_stack() {
    let mut room = [0_u8; STACK_BYTES];
    // Without this nothing would be written, as nobody reads it.
    std::hint::black_box(&mut room);
}

/// Whether no image of the process can be written, and no other process may read its memory.
pub fn is_closed_to_others() -> bool {
    getrlimit(Resource::Core).current == Some(0)
        && matches!(dumpable_behavior(), Ok(DumpableBehavior::NotDumpable))
}

/// Hardens the process; to be called first thing, before any thread or file: files are created
/// for their owner only, no core dump is written, no other process of the same account may read the
/// memory of this one, and what a station held can be given back when it is locked.
///
/// What the system refuses is left as it is: a station that cannot be hardened still works, and
/// `doctor` says so.
pub fn harden_process() {
    share_memory();
    umask(rustix::fs::Mode::from_raw_mode(0o077));
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let _ = setrlimit(Resource::Core, none);
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}
