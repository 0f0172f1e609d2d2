== the seed's example is built
--- src/main.arena
add(a: i32, b: i32): i32 => { return a + b; }
compute(): i32 => { return add(1, 2); }
unrelated(): i32 => { return 5; }
main(): void => { print(compute()); }
> elaborated: main.add, main.compute, main.main, main.unrelated
== the body of `add` changes
--- src/main.arena
add(a: i32, b: i32): i32 => { return b + a; }
compute(): i32 => { return add(1, 2); }
unrelated(): i32 => { return 5; }
main(): void => { print(compute()); }
> elaborated: main.add
== its return type changes, so who calls it is looked at, and who calls that is not
--- src/main.arena
add(a: i32, b: i32): i64 => { return b + a; }
compute(): i32 => { return add(1, 2); }
unrelated(): i32 => { return 5; }
main(): void => { print(compute()); }
> elaborated: main.add, main.compute
> src/main.arena:2:28 E0201
== comments, white space and the order of functions mean nothing
--- src/main.arena
// The sum.
add(a: i32,
    b: i32): i64 => {
  return b + a; // of both
}


main(): void => { print(compute()); }
compute(): i32 => { return add(1, 2); }
unrelated(): i32 => { return 5; }
> elaborated: nothing
> src/main.arena:9:28 E0201
== after a restart everything is read back
--- restart
> elaborated: nothing
> src/main.arena:9:28 E0201
== an undo finds what was there before
--- src/main.arena
add(a: i32, b: i32): i32 => { return b + a; }
compute(): i32 => { return add(1, 2); }
unrelated(): i32 => { return 5; }
main(): void => { print(compute()); }
> elaborated: nothing
