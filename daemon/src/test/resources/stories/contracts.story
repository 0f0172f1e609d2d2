== a contract is inferred from a body
--- src/main.arena
struct Foo { name: String; }
keep(obj: &Foo, name: String): void => { obj.name = name; }
middle(obj: &Foo, name: String): void => { keep(obj, name); }
main(): void => {
  let root = Arena.newRoot();
  defer root.free();
  let foo = root.new(Foo { name: "" });
  let text = f"{1 + 1}";
  middle(foo, "fixed");
  print(text);
}
> elaborated: main.Foo, main.keep, main.main, main.middle
== the body stores nothing any more: the contract changes, and so do those of callers
--- src/main.arena
struct Foo { name: String; }
keep(obj: &Foo, name: String): void => { print(name); }
middle(obj: &Foo, name: String): void => { keep(obj, name); }
main(): void => {
  let root = Arena.newRoot();
  defer root.free();
  let foo = root.new(Foo { name: "" });
  let text = f"{1 + 1}";
  middle(foo, "fixed");
  print(text);
}
> elaborated: main.keep, main.main, main.middle
== a temporary is passed, which is fine now
--- src/main.arena
struct Foo { name: String; }
keep(obj: &Foo, name: String): void => { print(name); }
middle(obj: &Foo, name: String): void => { keep(obj, name); }
main(): void => {
  let root = Arena.newRoot();
  defer root.free();
  let foo = root.new(Foo { name: "" });
  let text = f"{1 + 1}";
  middle(foo, text);
  print(text);
}
> elaborated: main.main
== the body stores again: an error far away
--- src/main.arena
struct Foo { name: String; }
keep(obj: &Foo, name: String): void => { obj.name = name; }
middle(obj: &Foo, name: String): void => { keep(obj, name); }
main(): void => {
  let root = Arena.newRoot();
  defer root.free();
  let foo = root.new(Foo { name: "" });
  let text = f"{1 + 1}";
  middle(foo, text);
  print(text);
}
> elaborated: main.main
> src/main.arena:9:15 E0306
== a recursive group is solved together
--- src/main.arena
struct Foo { name: String; }
keep(obj: &Foo, name: String): void => { if (name.length > 3) { middle(obj, name); } }
middle(obj: &Foo, name: String): void => { keep(obj, name); }
main(): void => {
  let root = Arena.newRoot();
  defer root.free();
  let foo = root.new(Foo { name: "" });
  let text = f"{1 + 1}";
  middle(foo, text);
  print(text);
}
> elaborated: main.keep, main.middle
== one of the group stores
--- src/main.arena
struct Foo { name: String; }
keep(obj: &Foo, name: String): void => { if (name.length > 3) { middle(obj, name); } obj.name = name; }
middle(obj: &Foo, name: String): void => { keep(obj, name); }
main(): void => {
  let root = Arena.newRoot();
  defer root.free();
  let foo = root.new(Foo { name: "" });
  let text = f"{1 + 1}";
  middle(foo, text);
  print(text);
}
> elaborated: main.keep, main.middle
> src/main.arena:9:15 E0306
== it stores no more: the group may not remember
--- src/main.arena
struct Foo { name: String; }
keep(obj: &Foo, name: String): void => { if (name.length > 3) { middle(obj, name); } }
middle(obj: &Foo, name: String): void => { keep(obj, name); }
main(): void => {
  let root = Arena.newRoot();
  defer root.free();
  let foo = root.new(Foo { name: "" });
  let text = f"{1 + 1}";
  middle(foo, text);
  print(text);
}
> elaborated: nothing
== a group forms again, and stores
--- src/main.arena
struct Foo { name: String; }
keep(obj: &Foo, name: String): void => { if (name.length > 3) { middle(obj, name); } obj.name = name; }
middle(obj: &Foo, name: String): void => { keep(obj, name); }
main(): void => {
  let root = Arena.newRoot();
  defer root.free();
  let foo = root.new(Foo { name: "" });
  let text = f"{1 + 1}";
  middle(foo, text);
  print(text);
}
> elaborated: nothing
> src/main.arena:9:15 E0306
== one leaves the group and stores no more: the other was judged together with it
--- src/main.arena
struct Foo { name: String; }
keep(obj: &Foo, name: String): void => { print(name); }
middle(obj: &Foo, name: String): void => { keep(obj, name); }
main(): void => {
  let root = Arena.newRoot();
  defer root.free();
  let foo = root.new(Foo { name: "" });
  let text = f"{1 + 1}";
  middle(foo, text);
  print(text);
}
> elaborated: nothing
