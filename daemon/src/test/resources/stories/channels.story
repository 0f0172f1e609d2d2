== two modules agree
--- src/main.arena
import worker;
main(): void => { Thread.spawn(worker.run); Channel<i32, "jobs">.send(1); }
--- src/worker.arena
export run(): void => { const [a, job] = Channel<i32, "jobs">.recv(); a.free(); }
> elaborated: main.main, worker.run
== the later module names another type
--- src/worker.arena
export run(): void => { const [a, job] = Channel<i64, "jobs">.recv(); a.free(); }
> elaborated: worker.run
> src/worker.arena:1:42 E0406
== the first place moves, and nothing is elaborated
--- src/main.arena
// A line.
import worker;
main(): void => { Thread.spawn(worker.run); Channel<i32, "jobs">.send(1); }
> elaborated: nothing
> src/worker.arena:1:42 E0406
== restarted
--- restart
> elaborated: nothing
> src/worker.arena:1:42 E0406
== the first place follows
--- src/main.arena
import worker;
main(): void => { Thread.spawn(worker.run); Channel<i64, "jobs">.send(1); }
> elaborated: main.main
== a module that comes before both names a third type
--- src/a.arena
other(): void => { Channel<bool, "jobs">.send(true); }
> elaborated: a.other
> src/main.arena:2:45 E0406
== one function goes before another in it
--- src/a.arena
first(): void => { Channel<char, "jobs">.send('c'); }
other(): void => { Channel<bool, "jobs">.send(true); }
> elaborated: a.first
> src/a.arena:2:20 E0406
> src/main.arena:2:45 E0406
== they change places
--- src/a.arena
other(): void => { Channel<bool, "jobs">.send(true); }
first(): void => { Channel<char, "jobs">.send('c'); }
> elaborated: nothing
> src/a.arena:2:20 E0406
> src/main.arena:2:45 E0406
== the first one has a mistake of syntax, and names nothing
--- src/a.arena
other(): void => { Channel<bool, "jobs">.send(true; }
first(): void => { Channel<char, "jobs">.send('c'); }
> elaborated: a.other
> src/a.arena:1:51 E0001
> src/main.arena:2:45 E0406
== a type error keeps what it names
--- src/a.arena
other(): void => { Channel<bool, "jobs">.send(1); }
first(): void => { Channel<char, "jobs">.send('c'); }
> elaborated: a.other
> src/a.arena:1:47 E0201
> src/a.arena:2:20 E0406
> src/main.arena:2:45 E0406
== the module goes
--- src/a.arena
> elaborated: nothing
== struct and reference are two types
--- src/main.arena
import worker;
struct Job { n: i64; }
main(): void => { Thread.spawn(worker.run); Channel<i64, "jobs">.send(1); Channel<Job, "more">.send(Job(1)); }
again(): void => { Channel<&Job, "more">.tryRecv(); }
> elaborated: main.Job, main.again, main.main
> src/main.arena:4:20 W0322
> src/main.arena:4:20 E0406
== a field that cannot be sent makes every use of the channel a mistake
--- src/main.arena
import worker;
struct Job { n: i64; a: Arena; }
main(): void => { Thread.spawn(worker.run); Channel<i64, "jobs">.send(1); }
again(): void => { Channel<Job, "more">.tryRecv(); }
> elaborated: main.Job, main.again
> src/main.arena:4:28 E0405
== what is spawned gets a parameter
--- src/worker.arena
export run(n: i32): void => { const [a, job] = Channel<i64, "jobs">.recv(); a.free(); }
> elaborated: main.main, worker.run
> src/main.arena:3:32 E0410
> src/main.arena:4:28 E0405
== and loses it
--- src/worker.arena
export run(): void => { const [a, job] = Channel<i64, "jobs">.recv(); a.free(); }
> elaborated: nothing
> src/main.arena:4:28 E0405
