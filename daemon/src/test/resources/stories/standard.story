== a program uses a module of the library
--- src/main.arena
import { Random } from random;
main(): void => { let r = Random(1); print(r.range(0, 2)); }
> elaborated: main.main
== it names one in full, without an import
--- src/main.arena
import { Random } from random;
main(): void => { let r = std.random.Random(1); print(r.range(0, 2)); }
other(r: Random): u64 => { return r.next(); }
> elaborated: main.main, main.other
== a module of the program hides it
--- src/random.arena
export struct Random { seed: i32; range(self, a: i32, b: i32): i32 => { return a; } }
> elaborated: main.other, random.Random, random.Random.range
> src/main.arena:3:37 E0106
== and goes
--- src/random.arena
> elaborated: nothing
== another process
--- restart
> elaborated: nothing
== what the library keeps to itself is not there
--- src/main.arena
import { Random, rotated } from random;
main(): void => { let r: Random = std.random.Random(1); print(std.random.mixed(1)); print(r.range(0, 2)); }
> elaborated: main.main
> src/main.arena:1:18 E0101
> src/main.arena:2:74 E0101
== a file may not take its name
--- src/main.arena
import std.random as random;
main(): void => { let r = random.Random(1); print(r.range(0, 2)); }
--- src/std/random.arena
export struct Random { nothing: i32; }
> elaborated: main.main
> src/std/random.arena:1:1 E0105
== the file goes
--- src/std/random.arena
> elaborated: nothing
== the import goes
--- src/main.arena
main(): void => { print(std.nothing.at); }
> elaborated: main.main
> src/main.arena:1:29 E0103
