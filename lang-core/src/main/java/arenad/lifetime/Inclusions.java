package arenad.lifetime;

import arenad.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Solves inclusions between sets of [Element]s, by work list over bit sets: variables and
/// constraints are ints, each element passes each constraint once.
///
/// What a reference leads to is a set of cells, so a read or a write of a field is a constraint that
/// finds its slots while it is solved.
public final class Inclusions {

  /// The variable that is always empty: what holds no reference lives for ever.
  public static final int STATIC = 0;

  /// @param seen the type of the references that lead to the objects
  private record PartOf(Type seen, int offset, Type type, Shape shape) {}

  /// A slot of what references of a type lead to.
  ///
  /// @param seen null where all of them lead to objects made as of that type
  private record SlotOf(@Nullable Type seen, int leaf) {}

  private final LoopNest loops;
  private final List<Element> elements = new ArrayList<>();
  private final List<PartOf> parts = new ArrayList<>();
  private final Numbering<SlotOf> slots = new Numbering<>(new HashMap<>());
  private final Numbering<Renaming> renamings = new Numbering<>(new IdentityHashMap<>());
  private final Heap heap;
  private final @Nullable Arrivals arrivals;
  private final BitRow cells = new BitRow();

  private @Nullable BitRow[] sets = new BitRow[64];
  private @Nullable BitRow[] waiting = new BitRow[64];
  private int[] loopOfSlot = new int[64];
  private int variables;

  private final Edges edges = new Edges();
  private final LongSet flows = new LongSet();
  private final IntQueue queue = new IntQueue();

  private static final int NO_SLOT = -1;

  /// @param tracing whether to remember how each element came to each variable
  public Inclusions(LoopNest loops, Shapes shapes, boolean tracing) {
    this.loops = loops;
    heap = new Heap(this, shapes, loops);
    arrivals = tracing ? new Arrivals() : null;
    newVariable();
  }

  public Heap heap() {
    return heap;
  }

  public LoopNest loops() {
    return loops;
  }

  /// How elements came where they are; only when tracing.
  public Arrivals arrivals() {
    return Objects.requireNonNull(arrivals);
  }

  public int newVariable() {
    return newVariable(NO_SLOT);
  }

  /// A variable of what stands in memory that is made in a turn of `loop`.
  int newSlot(int loop) {
    return newVariable(loop);
  }

  private int newVariable(int loop) {
    if (variables == sets.length) {
      int size = variables * 2;
      sets = Arrays.copyOf(sets, size);
      waiting = Arrays.copyOf(waiting, size);
      loopOfSlot = Arrays.copyOf(loopOfSlot, size);
    }
    loopOfSlot[variables] = loop;
    return variables++;
  }

  int newElementId() {
    return elements.size();
  }

  <E extends Element> E add(E element) {
    elements.add(element);
    if (element instanceof Cell) {
      cells.add(element.id());
    }
    return element;
  }

  public Element element(int id) {
    return elements.get(id);
  }

  public int elementCount() {
    return elements.size();
  }

  /// The set of a variable; complete after [#solve].
  public BitRow set(int variable) {
    BitRow set = sets[variable];
    return set == null ? BitRow.EMPTY : set;
  }

  /// The atoms of a variable, in the order in which they were made.
  public void forEachAtom(int variable, Consumer<Atom> consumer) {
    set(variable)
        .forEach(
            id -> {
              if (elements.get(id) instanceof Atom atom) {
                consumer.accept(atom);
              }
            });
  }

  /// Puts an element into a variable.
  public void seed(int variable, Element element, int why) {
    if (put(variable, element.id()) && arrivals != null) {
      arrivals.begin(variable, element.id(), why);
    }
  }

  /// All of `from` is in `to`.
  public void flow(int from, int to, int why) {
    if (from != STATIC && from != to) {
      edge(Edges.Kind.FLOW, from, to, 0, why);
    }
  }

  /// What `from` lives in, `to` lives in: a fresh object in an arena.
  public void atoms(int from, int to, int why) {
    if (from != STATIC) {
      edge(Edges.Kind.ATOMS, from, to, 0, why);
    }
  }

  /// A flow along an edge of the control-flow graph, where names may change.
  public void rename(int from, int to, Renaming renaming, int why) {
    if (renaming.isPlain()) {
      flow(from, to, why);
    } else if (from != STATIC) {
      edge(Edges.Kind.RENAME, from, to, renamings.number(renaming), why);
    }
  }

  /// The same, of what can be there when control passes.
  void renameOld(int from, int to, Renaming renaming) {
    edge(Edges.Kind.RENAME_OLD, from, to, renamings.number(renaming), Arrivals.NO_REASON);
  }

  /// A flow against such an edge: what is put into memory under its new name is in it under its old.
  void restore(int from, int to, Renaming renaming) {
    edge(Edges.Kind.RESTORE, from, to, renamings.number(renaming), Arrivals.NO_REASON);
  }

  /// What is found in a slot of the objects of `reference`, a container, is in `to`.
  public void load(int reference, int leaf, int to, int why) {
    load(reference, null, leaf, to, why);
  }

  /// The same of a reference.
  ///
  /// @param type of the reference, which may lead to objects made as of another: of a variant of it
  public void load(int reference, @Nullable Type type, int leaf, int to, int why) {
    if (reference != STATIC) {
      edge(Edges.Kind.LOAD, reference, to, slots.number(new SlotOf(type, leaf)), why);
    }
  }

  /// What is in `value` is put into a slot of the objects of `reference`, a container.
  public void store(int reference, int leaf, int value, int why) {
    store(reference, null, leaf, value, why);
  }

  /// The same of a reference.
  ///
  /// @param type of the reference
  public void store(int reference, @Nullable Type type, int leaf, int value, int why) {
    if (reference != STATIC && value != STATIC) {
      edge(Edges.Kind.STORE, reference, value, slots.number(new SlotOf(type, leaf)), why);
    }
  }

  /// `to` refers to what lies inline in the objects of `reference`, from its leaf `offset` on.
  ///
  /// @param seen the type of the reference
  public void part(int reference, Type seen, int offset, Type type, Shape shape, int to, int why) {
    parts.add(new PartOf(seen, offset, type, shape));
    edge(Edges.Kind.PART, reference, to, parts.size() - 1, why);
  }

  /// Begins with nothing, ends with the least solution; may be called again after more was added.
  public void solve() {
    while (!queue.isEmpty()) {
      int variable = queue.take();
      BitRow news = waiting[variable];
      waiting[variable] = null;
      for (int edge = edges.first(variable);
          edge != Edges.NONE && news != null;
          edge = edges.next(edge)) {
        pass(edge, variable, news);
      }
    }
  }

  /// Told of a flow: from where, and why.
  public interface Flow {
    void from(int variable, int why);
  }

  /// All flows that bring an element straight to a variable under the same name, in the order in which
  /// they were written. Looks at every constraint, so it is for explanations.
  public void forEachFlowOf(int id, int to, Flow flow) {
    for (int from = 0; from < variables; from++) {
      if (set(from).contains(id)) {
        for (int edge = edges.first(from); edge != Edges.NONE; edge = edges.next(edge)) {
          if (edges.target(edge) == to && edges.kind(edge).keepsNames()) {
            flow.from(from, edges.reason(edge));
          }
        }
      }
    }
  }

  private void edge(Edges.Kind which, int from, int to, int detail, int why) {
    int edge = edges.add(which, from, to, detail, why);
    BitRow already = sets[from];
    if (already != null) {
      pass(edge, from, already.copy());
    }
  }

  private void pass(int edge, int from, BitRow news) {
    int detail = edges.detail(edge);
    switch (edges.kind(edge)) {
      case FLOW -> news.forEach(id -> move(edge, from, id, id));
      case ATOMS ->
          news.forEach(
              id -> {
                if (!cells.contains(id)) {
                  move(edge, from, id, id);
                }
              });
      case RENAME -> {
        Renaming renaming = renamings.at(detail);
        news.forEach(id -> move(edge, from, id, heap.renamed(elements.get(id), renaming).id()));
      }
      case RENAME_OLD -> {
        Renaming renaming = renamings.at(detail);
        news.forEach(
            id -> {
              if (heap.canBeBefore(elements.get(id), renaming)) {
                move(edge, from, id, heap.renamed(elements.get(id), renaming).id());
              }
            });
      }
      case RESTORE -> {
        Renaming renaming = renamings.at(detail);
        news.forEach(id -> move(edge, from, id, heap.restored(elements.get(id), renaming).id()));
      }
      case LOAD -> news.forEach(id -> loadFrom(elements.get(id), edge));
      case STORE -> news.forEach(id -> storeTo(elements.get(id), edge));
      case PART -> {
        PartOf part = parts.get(detail);
        news.forEach(
            id -> {
              Element inside = partOf(elements.get(id), part);
              if (inside != null) {
                move(edge, from, id, inside.id());
              }
            });
      }
    }
  }

  private void loadFrom(Element container, int edge) {
    if (container instanceof Cell cell) {
      int leaf = leafIn(cell, slots.at(edges.detail(edge)));
      if (leaf >= 0) {
        flowOnce(heap.found(cell, leaf), edges.target(edge), edges.reason(edge));
      }
    }
  }

  private void storeTo(Element container, int edge) {
    if (container instanceof Cell cell) {
      int leaf = leafIn(cell, slots.at(edges.detail(edge)));
      if (leaf >= 0) {
        flowOnce(edges.target(edge), heap.put(cell, leaf), edges.reason(edge));
      }
    }
  }

  /// Null where the object is of a variant that has no such part.
  private @Nullable Element partOf(Element element, PartOf part) {
    return switch (element) {
      case Atom atom -> atom;
      case Cell cell -> {
        int offset = leafIn(cell, new SlotOf(part.seen(), part.offset()));
        yield offset < 0 ? null : heap.part(cell, offset, part.type(), part.shape());
      }
    };
  }

  private int leafIn(Cell cell, SlotOf slot) {
    Type seen = slot.seen();
    return seen == null ? slot.leaf() : heap.shapes().slotIn(cell.type(), seen, slot.leaf());
  }

  private void flowOnce(int from, int to, int why) {
    if (from != to && flows.add((long) from << 32 | to)) {
      edge(Edges.Kind.FLOW, from, to, 0, why);
    }
  }

  private void move(int edge, int from, int id, int as) {
    int to = edges.target(edge);
    if (put(to, as) && arrivals != null) {
      arrivals.move(to, as, from, id, edges.reason(edge));
    }
  }

  private boolean put(int variable, int id) {
    if (variable == STATIC) {
      return false;
    }
    BitRow set = sets[variable];
    if (set == null) {
      set = new BitRow();
      sets[variable] = set;
    }
    if (!set.add(id)) {
      return false;
    }
    BitRow news = waiting[variable];
    if (news == null) {
      news = new BitRow();
      waiting[variable] = news;
      queue.add(variable);
    }
    news.add(id);
    if (loopOfSlot[variable] != NO_SLOT) {
      staysForLaterTurns(variable, elements.get(id));
    }
    return true;
  }

  /// What is put in one turn into memory made outside of the loop is found there in later turns too,
  /// where it is of an earlier turn.
  private void staysForLaterTurns(int slot, Element element) {
    int loop = element.loop();
    while (loop != LoopNest.NONE && !loops.isInside(loopOfSlot[slot], loop)) {
      int earlier = heap.earlier(element, loop).id();
      if (put(slot, earlier) && arrivals != null) {
        arrivals.move(slot, earlier, slot, element.id(), Arrivals.NO_REASON);
      }
      loop = loops.outside(loop);
    }
  }
}
