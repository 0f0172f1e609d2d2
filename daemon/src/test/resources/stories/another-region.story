== two regions
--- src/main.arena
region ext;
region tmp < ext;
struct Node { v: i32; }
sum(a: ref(ext) Node, b: ref(tmp) Node): i32 => { return a.v + b.v; }
main(): void => {
  let root = Arena.newRoot(); defer root.free();
  let sub = root.newSub();
  print(sum(root.new(Node(1)), sub.new(Node(2))));
}
> elaborated: main.Node, main.main, main.sum
== the second parameter is of the first region now
--- src/main.arena
region ext;
region tmp < ext;
struct Node { v: i32; }
sum(a: ref(ext) Node, b: ref(ext) Node): i32 => { return a.v + b.v; }
main(): void => {
  let root = Arena.newRoot(); defer root.free();
  let sub = root.newSub();
  print(sum(root.new(Node(1)), sub.new(Node(2))));
}
> elaborated: main.main, main.sum
> src/main.arena:8:32 E0306
