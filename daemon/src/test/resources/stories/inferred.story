== results that are not written follow from bodies
--- src/main.arena
one() => { return 1; }
two() => { return one() + 1; }
three(): i64 => { return two(); }
far(): i64 => { return three(); }
> elaborated: main.far, main.one, main.three, main.two
== a body changes and not its type
--- src/main.arena
one() => { return 11; }
two() => { return one() + 1; }
three(): i64 => { return two(); }
far(): i64 => { return three(); }
> elaborated: main.one
== its type changes, as far as types are written
--- src/main.arena
one() => { return 11 as i64; }
two() => { return one() + 1; }
three(): i64 => { return two(); }
far(): i64 => { return three(); }
> elaborated: main.one, main.three, main.two
== each of a circle complains, whoever was asked first
--- src/main.arena
one() => { return two(); }
two() => { return one() + 1; }
three(): i64 => { return two(); }
far(): i64 => { return three(); }
> elaborated: main.one, main.three, main.two
> src/main.arena:1:19 E0209
> src/main.arena:2:19 E0209
== something else in the circle changes
--- src/main.arena
one() => { return two(); }
two() => { return one() + 2; }
three(): i64 => { return two(); }
far(): i64 => { return three(); }
> elaborated: main.two
> src/main.arena:1:19 E0209
> src/main.arena:2:19 E0209
== the circle is opened
--- src/main.arena
one() => { return 3; }
two() => { return one() + 2; }
three(): i64 => { return two(); }
far(): i64 => { return three(); }
> elaborated: main.one, main.two
