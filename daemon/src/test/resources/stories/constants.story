== constants depend on constants
--- src/main.arena
const A: i32 = B + 1;
const B: i32 = C + 1;
const C: i32 = 1;
const D: i32 = 7;
usesA(): i32 => { return A; }
usesD(): i32 => { return D; }
> elaborated: main.A, main.B, main.C, main.D, main.usesA, main.usesD
== the last one changes, and all that follow from it
--- src/main.arena
const A: i32 = B + 1;
const B: i32 = C + 1;
const C: i32 = 2;
const D: i32 = 7;
usesA(): i32 => { return A; }
usesD(): i32 => { return D; }
> elaborated: main.A, main.B, main.C, main.usesA
== it is written differently and is worth the same
--- src/main.arena
const A: i32 = B + 1;
const B: i32 = C + 1;
const C: i32 = 1 + 1;
const D: i32 = 7;
usesA(): i32 => { return A; }
usesD(): i32 => { return D; }
> elaborated: main.C
== a circle, entered from anywhere
--- src/main.arena
const A: i32 = B + 1;
const B: i32 = C + 1;
const C: i32 = A + 1;
const D: i32 = 7;
usesA(): i32 => { return A; }
usesD(): i32 => { return D; }
> elaborated: main.A, main.B, main.C, main.usesA
> src/main.arena:3:16 E0109
== the circle is opened at another place
--- src/main.arena
const A: i32 = 5;
const B: i32 = C + 1;
const C: i32 = A + 1;
const D: i32 = 7;
usesA(): i32 => { return A; }
usesD(): i32 => { return D; }
> elaborated: main.A, main.B, main.C, main.usesA
