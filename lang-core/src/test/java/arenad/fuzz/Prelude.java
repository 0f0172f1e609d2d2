package arenad.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The structs and one-line functions that generated programs are made with. Contracts are where
/// checkers err, so most steps of a program exist as a function too.
final class Prelude {

  private static final String STRUCTS =
      """
      struct Node { val: i32; next: &Node?; name: String = "";
        link(self, n: &Node?): void => { self.next = n; }
        rest(self): &Node? => { return self.next; }
        register(self, h: &Holder): void => { h.node = self; }
      }
      struct Holder { node: &Node?; text: String = "";
      }
      struct Keep { arena: Arena; node: &Node?;
        close(self): void => { self.arena.free(); }
        closeThenRead(self): i32 => { self.arena.free(); if (self.node != null) { return self.node.val; } return 0; }
      }
      struct Pair { link: &Node?; label: String = "";
        attach(self, n: &Node?): void => { self.link = n; }
        clear(self): void => { if (flip()) { self.attach(null); } }
        store(self, h: &Holder): void => { h.node = self.link; h.text = self.label; }
      }
      struct Bag { items: Array<&Node>; words: Array<String>;
        add(self, n: &Node): void => { self.items.push(n); }
        say(self, s: String): void => { self.words.push(s); }
        first(self): &Node? => { return self.items.get(0); }
      }
      struct Outer { inner: Pair; other: &Outer?;
      }
      """;

  private static final String FUNCTIONS =
      """
      flip(): bool => { return true; }
      setNext(n: &Node, v: &Node?): void => { n.next = v; }
      getNext(n: &Node): &Node? => { return n.next; }
      setName(n: &Node, s: String): void => { n.name = s; }
      getName(n: &Node): String => { return n.name; }
      id(n: &Node): &Node => { return n; }
      idMaybe(n: &Node?): &Node? => { return n; }
      make(a: Arena, v: i32): &Node => { return a.new(Node { val: v, next: null }); }
      cons(a: Arena, v: i32, tail: &Node?): &Node => { return a.new(Node { val: v, next: tail }); }
      named(a: Arena, s: String): &Node => { return a.new(Node { val: 1, next: null, name: s }); }
      pick(a: &Node, b: &Node): &Node => { if (flip()) { return a; } return b; }
      destroy(a: Arena): void => { a.free(); }
      maybeDestroy(a: Arena): void => { if (flip()) { a.free(); } }
      destroyLater(a: Arena): void => { destroy(a); }
      drop(a: Arena, n: &Node): i32 => { a.free(); return n.val; }
      readThenFree(a: Arena, n: &Node): i32 => { let v = n.val; a.free(); return v; }
      freeBoth(a: Arena, b: Arena): void => { a.free(); b.free(); }
      fresh(): Keep => { let a = Arena.newRoot(); return Keep { arena: a, node: a.new(Node { val: 7, next: null }) }; }
      freshFor(n: &Node): Keep => { let a = Arena.newRoot(); return Keep { arena: a, node: a.new(Node { val: 8, next: n }) }; }
      freshSub(p: Arena): Keep => { let a = p.newSub(); return Keep { arena: a, node: a.new(Node { val: 9, next: null }) }; }
      swapTails(a: &Node, b: &Node): void => { let t = a.next; a.next = b.next; b.next = t; }
      put(h: &Holder, n: &Node?): void => { h.node = n; }
      take(h: &Holder): &Node? => { return h.node; }
      move(from: &Holder, to: &Holder): void => { to.node = from.node; to.text = from.text; }
      forget(h: &Holder): void => { h.node = null; }
      maybeForget(h: &Holder): void => { if (flip()) { forget(h); } }
      label(h: &Holder, s: String): void => { h.text = s; }
      textOf(h: &Holder): String => { return h.text; }
      wrap(n: &Node?): Pair => { return Pair { link: n, label: "w" }; }
      open(p: Pair): &Node? => { return p.link; }
      wrapIn(a: Arena, n: &Node?): &Outer => { return a.new(Outer { inner: wrap(n), other: null }); }
      note(a: Arena, n: &Node?): i32 => { let x = a.new(Node { val: 3, next: n }); return count(x); }
      peek(p: Pair): i32 => { let m = p.link; if (m != null) { return m.val; } return 0; }
      peekAt(h: &Holder): i32 => { let m = h.node; if (m != null) { return m.val; } return 0; }
      sub(a: Arena): Arena => { return a.newSub(); }
      sameArena(a: Arena): Arena => { return a; }
      same(s: String): String => { return s; }
      both(s: String, t: String): String => { if (flip()) { return s; } return t; }
      decorated(s: String, a: Arena): String => { let t = f"<{s}>"; return t.clone(a); }
      last(n: &Node): &Node => { let at = n; for (i in 0..3) { let m = at.next; if (m == null) { return at; } at = m; } return at; }
      count(n: &Node?): i32 => { let at = n; let c = 0; for (i in 0..3) { if (at == null) { return c; } c += 1; at = at.next; } return c; }
      walk(a: Arena, up: &Node, k: i32): i32 => { if (k == 0) { return up.val; } let s = a.newSub(); defer s.free(); return walk(s, s.new(Node { val: k, next: up }), k - 1); }
      chain(a: Arena, k: i32): &Node => { if (k == 0) { return a.new(Node { val: 0, next: null }); } return a.new(Node { val: k, next: chain(a, k - 1) }); }
      descend(a: Arena, keep: &Holder, k: i32): void => { if (k == 0) { return; } let s = a.newSub(); defer s.free(); keep.node = cons(a, k, keep.node); descend(s, keep, k - 1); }
      early(n: &Node): &Node? => { let a = Arena.newRoot(); defer a.free(); let t = a.new(Node { val: 1, next: n }); if (flip()) { return t.next; } return n; }
      plant(n: &Node): void => { let a = Arena.newRoot(); defer a.free(); n.next = a.new(Node { val: 4, next: null }); }
      plantIn(a: Arena, h: &Holder): void => { a.useArena((s) => { h.node = s.new(Node { val: 4, next: null }); }); }
      stain(n: &Node): void => { n.name = f"t{n.val}"; }
      stainIf(n: &Node): void => { let t = f"t{n.val}"; if (flip()) { setName(n, t); } }
      leave(h: &Holder): void => { let n = Node { val: 5, next: null }; n.register(h); }
      lost(): &Node => { let a = Arena.newRoot(); defer a.free(); return a.new(Node { val: 6, next: null }); }
      gone(n: &Node): String => { if (flip()) { return f"t{n.val}"; } return n.name; }
      partOf(n: &Node): String => { let t = f"a,{n.val}"; let parts = t.split(","); return parts[0]; }
      freshPair(): [Arena, &Node] => { let a = Arena.newRoot(); return [a, a.new(Node { val: 2, next: null })]; }
      twoOf(a: &Node, b: &Node): [&Node, &Node] => { return [a, b]; }
      swapped(p: [&Node, &Node]): [&Node, &Node] => { const [a, b] = p; return [b, a]; }
      bag(a: Arena, b: Arena): Bag => { return Bag { items: Array<&Node>.new(a), words: Array<String>.new(b) }; }
      bagIn(a: Arena, b: Arena): &Bag => { return a.new(bag(b, b)); }
      addTo(xs: Array<&Node>, n: &Node): void => { xs.push(n); }
      firstOf(xs: Array<&Node>): &Node? => { return xs.get(0); }
      pickArena(a: Arena, b: Arena): Arena => { if (flip()) { return a; } return b; }
      destroyOne(a: Arena, b: Arena): void => { let h = a; if (flip()) { h = b; } h.free(); }
      nest(a: Arena): i32 => { let s = a.newSub(); let n = a.new(Node { val: 1, next: s.new(Node { val: 2, next: null }) }); s.free(); return n.val; }
      nestLong(a: Arena): i32 => { let s = a.newSub(); let n = s.new(Node { val: 1, next: a.new(Node { val: 2, next: null }) }); let v = n.val; s.free(); return v; }
      subThenFree(p: Arena, a: Arena): i32 => { let s = p.newSub(); let n = s.new(Node { val: 1, next: null }); a.free(); return n.val; }
      freeThenSub(p: Arena, a: Arena): i32 => { let s = p.newSub(); a.free(); return make(s, 3).val; }
      append(list: &Node, n: &Node?): void => { last(list).next = n; }
      linkUp(list: &Node, n: &Node?): void => { let m = list.next; if (m != null) { m.next = n; } }
      holdIn(a: Arena, n: &Node): &Node => { let x = a.new(Node { val: 1, next: n }); return x; }
      putBoth(h: &Holder, n: &Node?, s: String): void => { h.node = n; h.text = s; }
      holdReq(a: Arena, n: &Node): &Node requires Lifetime(n) >= Lifetime(a) => { return a.new(Node { val: 1, next: n }); }
      linkReq(n: &Node, v: &Node): void requires Lifetime(v) >= Lifetime(n) => { n.next = v; }
      setInner(o: &Outer, p: Pair): void => { o.inner = p; }
      freshWith(p: Arena, n: &Node): Keep => { let a = p.newSub(); return Keep { arena: a, node: a.new(Node { val: 8, next: n }) }; }
      mixed(): Keep => { let a = Arena.newRoot(); let b = Arena.newRoot(); if (flip()) { return Keep { arena: a, node: make(b, 1) }; } return Keep { arena: b, node: make(a, 2) }; }
      freshOfTurns(): Keep => { let k = fresh(); for (i in 0..2) { let o = fresh(); if (flip()) { k.node = o.node; } if (flip()) { k.arena = o.arena; } } return k; }
      endThenCopy(a: Arena, n: &Node, t: Arena): i32 => { let s = Arena.newRoot(); let x = s.new(Node { val: 1, next: n }); a.free(); let y = x.clone(t); return y.val; }
      endThenCopyAll(a: Arena, n: &Node, t: Arena): i32 => { let s = Arena.newRoot(); let xs = Array<&Node>.new(s); xs.push(n); a.free(); return xs.clone(t).length; }
      copyThenEnd(a: Arena, n: &Node, t: Arena): i32 => { let s = Arena.newRoot(); let x = s.new(Node { val: 1, next: n }); let y = x.clone(t); a.free(); return y.val; }
      """;

  /// A type, a function that is called or a region; methods, fields and variables bear what names they like.
  private static final Pattern USED =
      Pattern.compile(
          "\\bref\\((\\w+)\\)|< (ext);|(?<![.\\w])([A-Z]\\w*|[a-z]\\w*(?=[(<](?!self[,)])))");

  private static final Pattern DECLARED =
      Pattern.compile("^(?:struct |type |requirement |region )?(\\w+)");

  private static final Map<String, List<Piece>> BY_NAME = byName();

  private static final Map<String, Set<String>> WORDS =
      BY_NAME.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, entry -> wordsOf(entry.getValue())));

  private Prelude() {}

  /// The declarations that the program uses, directly or not.
  static List<Piece> usedBy(List<Piece> program) {
    Set<String> used = new HashSet<>();
    Deque<String> work = new ArrayDeque<>(wordsOf(program));
    while (!work.isEmpty()) {
      String word = work.pop();
      if (WORDS.containsKey(word) && used.add(word)) {
        work.addAll(WORDS.get(word));
      }
    }
    List<Piece> declarations = new ArrayList<>();
    BY_NAME.forEach(
        (name, pieces) -> {
          if (used.contains(name)) {
            declarations.addAll(pieces);
          }
        });
    return declarations;
  }

  private static Set<String> wordsOf(List<Piece> pieces) {
    Set<String> words = new HashSet<>();
    Matcher used = USED.matcher(Piece.render(pieces));
    while (used.find()) {
      for (int group = 1; group <= used.groupCount(); group++) {
        if (used.group(group) != null) {
          words.add(used.group(group));
        }
      }
    }
    return words;
  }

  private static Map<String, List<Piece>> byName() {
    Map<String, List<Piece>> pieces = new LinkedHashMap<>();
    for (String text :
        List.of(
            STRUCTS,
            FUNCTIONS,
            UnionGadgets.DECLARATIONS,
            TierGadgets.DECLARATIONS,
            TemplateGadgets.declarations())) {
      declare(text.lines().iterator(), pieces);
    }
    return pieces;
  }

  /// A declaration is a line, or a struct whose members have lines of their own.
  private static void declare(Iterator<String> lines, Map<String, List<Piece>> pieces) {
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.endsWith("}") || line.endsWith(";") && !line.startsWith("struct ")) {
        pieces.put(declared(line), List.of(Piece.line(line)));
        continue;
      }
      List<Piece> members = new ArrayList<>();
      for (String member = lines.next(); !member.equals("}"); member = lines.next()) {
        members.add(Piece.line(member.strip()));
      }
      pieces.put(declared(line), List.of(Piece.nest(line, members)));
    }
  }

  private static String declared(String line) {
    Matcher name = DECLARED.matcher(line);
    if (!name.find()) {
      throw new IllegalArgumentException(line);
    }
    return name.group(1);
  }
}
