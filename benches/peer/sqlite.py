# One transaction for each line read: a row of so many bytes, durable once it is committed (WAL,
# synchronous=FULL). Answers with the nanoseconds of the transaction on the disk, then of the same one on a
# database in memory: what Python and SQLite themselves cost. Nothing of the pipe is counted.
import sqlite3
import sys
import time

path, size = sys.argv[1], int(sys.argv[2])
row = bytes(b"\x5a" * size)


def open_at(place):
    database = sqlite3.connect(place, isolation_level=None)
    mode = database.execute("pragma journal_mode=wal").fetchone()[0]
    database.execute("pragma synchronous=full")
    database.execute("create table journal (number integer primary key, entry blob not null)")
    return database, mode


def transaction(database):
    start = time.perf_counter_ns()
    database.execute("begin immediate")
    database.execute("insert into journal (entry) values (?)", (row,))
    database.execute("commit")
    return time.perf_counter_ns() - start


disk, mode = open_at(path)
memory, _ = open_at(":memory:")
assert mode == "wal", mode
print(sqlite3.sqlite_version, flush=True)
for _ in sys.stdin:
    print(transaction(disk), transaction(memory), flush=True)
