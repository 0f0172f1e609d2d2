== a generic function and struct, with instances in another module
--- src/main.arena
import { Box, twice, largest } from generic;
struct Card { value: i32; compareTo(self, other: Card): i32 => { return self.value - other.value; } }
main(): void => {
  print(twice(1).item);
  print(twice("a").item);
  print(largest(Card(1), Card(2)).value);
}
--- src/generic.arena
requirement Comparable<T> { has compareTo(other: T): i32; }
export struct Box<T> { item: T; get(self): T => { return self.item; } }
export twice<T>(x: T): Box<T> => { return Box { item: once(x).get() }; }
once<T>(x: T): Box<T> => { return Box { item: x }; }
export largest<T: Comparable>(a: T, b: T): T => { return a.compareTo(b) < 0 ? b : a; }
> elaborated: generic.Box, generic.Box.get, generic.Comparable, generic.largest, generic.once, generic.twice, main.Card, main.Card.compareTo, main.main
== the body of a generic function is another one; who calls it is left alone
--- src/generic.arena
requirement Comparable<T> { has compareTo(other: T): i32; }
export struct Box<T> { item: T; get(self): T => { return self.item; } }
export twice<T>(x: T): Box<T> => { return once(once(x).get()); }
once<T>(x: T): Box<T> => { return Box { item: x }; }
export largest<T: Comparable>(a: T, b: T): T => { return a.compareTo(b) < 0 ? b : a; }
> elaborated: generic.twice
== a caller asks for one more instance
--- src/main.arena
import { Box, twice, largest } from generic;
struct Card { value: i32; compareTo(self, other: Card): i32 => { return self.value - other.value; } }
main(): void => {
  print(twice(1).item);
  print(twice("a").item);
  print(twice(1.5).item);
  print(largest(Card(1), Card(2)).value);
}
> elaborated: main.main
== the struct gets another layout, and with it all its instances
--- src/generic.arena
requirement Comparable<T> { has compareTo(other: T): i32; }
export struct Box<T> { tag: i32 = 0; item: T; get(self): T => { return self.item; } }
export twice<T>(x: T): Box<T> => { return once(once(x).get()); }
once<T>(x: T): Box<T> => { return Box { item: x }; }
export largest<T: Comparable>(a: T, b: T): T => { return a.compareTo(b) < 0 ? b : a; }
> elaborated: generic.Box, generic.Box.get, generic.once, generic.twice, main.main
== the method that stands for a required one has another body
--- src/main.arena
import { Box, twice, largest } from generic;
struct Card { value: i32; compareTo(self, other: Card): i32 => { return other.value - self.value; } }
main(): void => {
  print(twice(1).item);
  print(twice("a").item);
  print(twice(1.5).item);
  print(largest(Card(1), Card(2)).value);
}
> elaborated: main.Card.compareTo
== it is gone, and the requirement is not met
--- src/main.arena
import { Box, twice, largest } from generic;
struct Card { value: i32; }
main(): void => {
  print(twice(1).item);
  print(twice("a").item);
  print(twice(1.5).item);
  print(largest(Card(1), Card(2)).value);
}
> elaborated: main.main
> src/main.arena:7:9 E0404
== the requirement asks for nothing any more, but the body does
--- src/generic.arena
requirement Comparable<T> { }
export struct Box<T> { tag: i32 = 0; item: T; get(self): T => { return self.item; } }
export twice<T>(x: T): Box<T> => { return once(once(x).get()); }
once<T>(x: T): Box<T> => { return Box { item: x }; }
export largest<T: Comparable>(a: T, b: T): T => { return a.compareTo(b) < 0 ? b : a; }
> elaborated: generic.Comparable, generic.largest, main.main
> src/generic.arena:5:60 E0106
== nor does the body
--- src/generic.arena
requirement Comparable<T> { }
export struct Box<T> { tag: i32 = 0; item: T; get(self): T => { return self.item; } }
export twice<T>(x: T): Box<T> => { return once(once(x).get()); }
once<T>(x: T): Box<T> => { return Box { item: x }; }
export largest<T: Comparable>(a: T, b: T): T => { return b; }
> elaborated: generic.largest, main.main
== a method breaks the promise of the one that is required
--- src/main.arena
import { Node, ownerOf } from nodes;
main(): void => {
  let root = Arena.newRoot();
  defer root.free();
  let node = root.new(Node { });
  ownerOf(node);
}
--- src/nodes.arena
requirement Owner<T> { has owner(): T; }
export struct Node { next: &Node?; owner(self): &Node => { self.next = self; return self; } }
export ownerOf<T: Owner>(x: T): T => { return x.owner(); }
> elaborated: main.main, nodes.Node, nodes.Node.owner, nodes.Owner, nodes.ownerOf
> src/main.arena:6:3 E0404
== and another one
--- src/nodes.arena
requirement Owner<T> { has other(other: T): T; }
export struct Node { next: &Node?; other(self, other: &Node): &Node => { return other; } }
export ownerOf<T: Owner>(x: T): T => { return x.other(x); }
> elaborated: main.main, nodes.Node.other, nodes.Owner, nodes.ownerOf
> src/main.arena:6:3 E0404
== and keeps it
--- src/nodes.arena
requirement Owner<T> { has other(other: T): T; }
export struct Node { next: &Node?; other(self, other: &Node): &Node => { return self; } }
export ownerOf<T: Owner>(x: T): T => { return x.other(x); }
> elaborated: main.main, nodes.Node.other
== after a restart
--- restart
> elaborated: nothing
