== a program of two modules
--- src/main.arena
import { Point, length } from points;
main(): void => {
  let p = Point { x: 1, y: 2 };
  print(length(p));
}
--- src/points.arena
export struct Point { x: i32; y: i32; }
export length(p: Point): i32 => { return p.x + p.y; }
> elaborated: main.main, points.Point, points.length
== lines move, code does not
--- src/points.arena
// One more line.

export struct Point { x: i32; y: i32; }
export length(p: Point): i32 => { return p.x + p.y; }
> elaborated: nothing
== a layout changes, and with it the code of who uses it
--- src/points.arena
export struct Point { x: i32; y: i64 = 0; z: i32 = 0; }
export length(p: Point): i32 => { return p.x + p.z; }
> elaborated: main.main, points.Point, points.length
== a field trades places with another: the caller's text and graph may stay
--- src/points.arena
export struct Point { y: i64 = 0; x: i32; z: i32 = 0; }
export length(p: Point): i32 => { return p.x + p.z; }
> elaborated: main.main, points.Point, points.length
== a test is added before another
--- src/points.arena
export struct Point { y: i64 = 0; x: i32; z: i32 = 0; }
export length(p: Point): i32 => { return p.x + p.z; }
test "one" => { assert(length(Point { x: 1 }) == 1); }
> elaborated: points.one
== its number changes
--- src/points.arena
export struct Point { y: i64 = 0; x: i32; z: i32 = 0; }
export length(p: Point): i32 => { return p.x + p.z; }
test "zero" => { assert(length(Point { x: 0 }) == 0); }
test "one" => { assert(length(Point { x: 1 }) == 1); }
> elaborated: points.zero
== after a restart
--- restart
> elaborated: nothing
