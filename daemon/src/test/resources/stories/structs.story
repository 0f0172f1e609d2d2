== structs and methods
--- src/main.arena
struct P { x: i32; y: i32;
  sum(self): i32 => { return self.x + self.y; }
}
struct Q { p: P; }
use(q: Q): i32 => { return q.p.sum(); }
other(): i32 => { return 3; }
> elaborated: main.P, main.P.sum, main.Q, main.other, main.use
== a method's body changes
--- src/main.arena
struct P { x: i32; y: i32;
  sum(self): i32 => { return self.y + self.x; }
}
struct Q { p: P; }
use(q: Q): i32 => { return q.p.sum(); }
other(): i32 => { return 3; }
> elaborated: main.P.sum
== a method is added
--- src/main.arena
struct P { x: i32; y: i32;
  sum(self): i32 => { return self.y + self.x; }
  less(self): i32 => { return self.y - self.x; }
}
struct Q { p: P; }
use(q: Q): i32 => { return q.p.sum(); }
other(): i32 => { return 3; }
> elaborated: main.P.less
== a field is added
--- src/main.arena
struct P { x: i32; y: i32; z: i64;
  sum(self): i32 => { return self.y + self.x; }
  less(self): i32 => { return self.y - self.x; }
}
struct Q { p: P; }
use(q: Q): i32 => { return q.p.sum(); }
other(): i32 => { return 3; }
> elaborated: main.P, main.P.less, main.P.sum, main.Q, main.use
== a struct comes to contain itself
--- src/main.arena
struct P { x: i32; y: i32; q: Q;
  sum(self): i32 => { return self.y + self.x; }
  less(self): i32 => { return self.y - self.x; }
}
struct Q { p: P; }
use(q: Q): i32 => { return q.p.sum(); }
other(): i32 => { return 3; }
> elaborated: main.P, main.P.less, main.P.sum, main.Q, main.use
> src/main.arena:1:28 E0110
> src/main.arena:5:12 E0110
== a mistake of syntax costs one function
--- src/main.arena
struct P { x: i32; y: i32;
  sum(self): i32 => { return self.y + self.x; }
}
struct Q { p: P; }
use(q: Q): i32 => { return q.p.sum( }
other(): i32 => { return 3; }
> elaborated: main.use
> src/main.arena:5:37 E0001
== and goes away with it
--- src/main.arena
struct P { x: i32; y: i32;
  sum(self): i32 => { return self.y + self.x; }
}
struct Q { p: P; }
use(q: Q): i32 => { return q.p.sum(); }
other(): i32 => { return 3; }
> elaborated: nothing
== a file is deleted with all that was wrong in it
--- src/bad.arena
wrong(): i32 => { return "text"; }
> elaborated: bad.wrong
> src/bad.arena:1:26 E0201
== gone
--- src/bad.arena
> elaborated: nothing
