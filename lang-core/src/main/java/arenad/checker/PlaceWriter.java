package arenad.checker;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.Cell;
import arenad.lifetime.Contract;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Leaf;
import arenad.lifetime.Shape;
import arenad.text.Span;
import arenad.type.Owners;
import arenad.type.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Writes what it means to read, write and lend a place.
final class PlaceWriter {

  private final BodyWriter body;
  private final WrittenPaths paths;

  PlaceWriter(BodyWriter body) {
    this.body = body;
    paths = new WrittenPaths(body);
  }

  /// A temporary has been assigned, perhaps for a place that is written later.
  void settled(Instruction.Assign assign) {
    paths.note(assign);
  }

  /// Where a place is, once what leads to it has been evaluated.
  sealed interface Target {

    /// The leaves of a local from `offset` on.
    ///
    /// @param weak whether it is one of several elements that are known together
    record InLocal(IrFunction.Local local, int offset, boolean weak) implements Target {}

    /// The slots from `offset` on of what a variable refers to.
    ///
    /// @param type of the reference
    /// @param touched what is touched when the place is
    record InMemory(int reference, Type type, int offset, Value touched) implements Target {}
  }

  /// Evaluates what leads to the place.
  Target target(Place place) {
    return switch (place) {
      case Place.OfLocal(var local) -> new Target.InLocal(local, 0, false);
      case Place.Object(Value reference, _) ->
          new Target.InMemory(onlyLeaf(reference), leafType(reference), 0, reference);
      case Place.Member(Place container, int index, _, _) ->
          further(target(container), body.out().shapes.offset(container.type(), index), false);
      case Place.Payload(Place union, int tag, _) -> {
        Target target = target(union);
        yield further(target, body.out().shapes.offset(union.type(), tag - 1), false);
      }
      case Place.Slot(Place array, Value index, _) -> {
        Target target = target(array);
        body.values().write(index);
        yield further(target, 0, true);
      }
      case Place.Element(Value sequence, Value index, _) -> {
        int reference = onlyLeaf(sequence);
        body.values().touched(index);
        yield new Target.InMemory(
            reference, leafType(sequence), firstLeaf(sequence.type()), sequence);
      }
    };
  }

  /// The values of a map stand behind its keys.
  private int firstLeaf(Type sequence) {
    return sequence instanceof Type.Builtin(Type.Container container, List<Type> arguments)
            && container == Type.Container.MAP
        ? body.shapeOf(arguments.getFirst()).size()
        : 0;
  }

  private static Target further(Target target, int offset, boolean weak) {
    return switch (target) {
      case Target.InLocal(var local, int before, boolean already) ->
          new Target.InLocal(local, before + offset, already || weak);
      case Target.InMemory(int reference, Type type, int before, Value touched) ->
          new Target.InMemory(reference, type, before + offset, touched);
    };
  }

  private Type leafType(Value reference) {
    return body.shapeOf(reference.type()).leaf(0).type();
  }

  private int onlyLeaf(Value value) {
    int[] leaves = body.values().write(value);
    return leaves.length == 0 ? Inclusions.STATIC : leaves[0];
  }

  /// What the place holds.
  int[] read(Target target, Type type, Value read) {
    int count = body.shapeOf(type).size();
    return switch (target) {
      case Target.InLocal(var local, int offset, _) ->
          Arrays.copyOfRange(body.local(local), offset, offset + count);
      case Target.InMemory(int reference, Type seen, int offset, Value touched) -> {
        body.touch(reference, new Reason.Touched(touched));
        int[] leaves = new int[count];
        int why = count == 0 ? 0 : body.reason(new Reason.Found(read));
        for (int leaf = 0; leaf < count; leaf++) {
          leaves[leaf] = body.newVariable();
          body.system().load(reference, seen, offset + leaf, leaves[leaf], why);
        }
        yield leaves;
      }
    };
  }

  /// Puts leaves into the place.
  ///
  /// @param found the first event after the place was found
  void write(Target target, Place place, int found, int[] leaves, Reason reason) {
    // What is evaluated after the place was found may have written the unions that it is in.
    body.values().matched(place, reason.span());
    if (target instanceof Target.InMemory) {
      overwrite(place, reason);
    }
    Narrowing.Path path = paths.known(place, found);
    if (path != null) {
      body.forget(path);
      body.forget(path.matched());
    }
    switch (target) {
      case Target.InLocal(var local, int offset, boolean weak) -> {
        int[] held = body.local(local).clone();
        for (int leaf = 0; leaf < leaves.length; leaf++) {
          int at = offset + leaf;
          held[at] = weak ? either(held[at], leaves[leaf]) : leaves[leaf];
        }
        body.setLocal(local, held);
      }
      case Target.InMemory(int reference, Type seen, int offset, Value touched) -> {
        body.touch(reference, new Reason.Touched(touched));
        altered(reference, place);
        int why = leaves.length == 0 ? 0 : body.reason(reason);
        Shape shape = body.shapeOf(place.type());
        for (int leaf = 0; leaf < leaves.length; leaf++) {
          if (!Owners.isOwner(shape.leaf(leaf).type())) {
            body.system().store(reference, seen, offset + leaf, leaves[leaf], why);
          }
        }
      }
    }
  }

  /// What is in the memory of a container is no part of an object.
  private void altered(int reference, Place place) {
    if (!(place instanceof Place.Element)) {
      String shown = Narrowing.memberShown(place, body.out().shapes);
      String member = shown == null ? Contract.Altered.ANY : shown;
      body.out().altering.add(new Constraints.Altering(reference, member));
    }
  }

  /// What lies in the place may be known by other paths as well.
  private void overwrite(Place place, Reason reason) {
    overwrite(Narrowing.membersWritten(place, body.out().shapes), reason.span());
  }

  void overwrite(Set<String> written, Span span) {
    body.out().writes.addAll(written);
    var overwriting = new Narrowing.Overwriting(span, null, written, Set.of());
    body.event(Events.Kind.OVERWRITTEN, body.out().narrowing.number(overwriting), 0);
  }

  private int either(int one, int other) {
    if (one == other) {
      return one;
    }
    int both = body.newVariable();
    body.system().flow(one, both, 0);
    body.system().flow(other, both, 0);
    return both;
  }

  /// The address of a place for the length of one call.
  Lent lend(Value.Borrow borrow) {
    Target target = target(borrow.place());
    body.values().matched(borrow.place(), borrow.span());
    Shape shape = body.shapeOf(borrow.place().type());
    Type type = borrow.type();
    return switch (target) {
      case Target.InLocal inLocal -> lendLocal(borrow, inLocal, shape, type);
      case Target.InMemory(int reference, Type seen, int offset, Value touched) -> {
        body.touch(reference, new Reason.Touched(touched));
        int inside = body.newVariable();
        int why = body.reason(new Reason.Found(borrow));
        body.system().part(reference, seen, offset, type, shape, inside, why);
        yield new Lent(inside, null, null, null);
      }
    };
  }

  /// What is lent for a call.
  ///
  /// @param reference the variable of the address
  /// @param local of which it is the storage, or null
  record Lent(
      int reference, Target.@Nullable InLocal local, @Nullable Cell storage, @Nullable Atom atom) {

    /// Whether it is the storage of just what is borrowed, not of the local around it.
    boolean isOf(Value.Borrow borrow) {
      return storage != null && storage.type().equals(borrow.type());
    }
  }

  /// The address of the whole storage of a local that is lent more than once in one call: what the callee does
  /// through one address it finds through the others.
  Lent lendWhole(IrFunction.Local local, Value.Borrow first) {
    Target.InLocal whole = new Target.InLocal(local, 0, false);
    return lendLocal(first, whole, body.shapeOf(local.type()), addressOf(local));
  }

  private static Type addressOf(IrFunction.Local local) {
    return new Type.Ref(new Type.Tuple(List.of(local.type())));
  }

  /// The address of a part of a local whose storage is lent.
  int partOf(Lent whole, Value.Borrow borrow) {
    if (!(target(borrow.place()) instanceof Target.InLocal(var local, int offset, _))) {
      throw new IllegalArgumentException("not in a local: " + borrow);
    }
    int inside = body.newVariable();
    int why = body.reason(new Reason.Found(borrow));
    Shape shape = body.shapeOf(borrow.place().type());
    body.system()
        .part(whole.reference(), addressOf(local), offset, borrow.type(), shape, inside, why);
    return inside;
  }

  private Lent lendLocal(Value.Borrow borrow, Target.InLocal target, Shape shape, Type type) {
    Inclusions system = body.system();
    Reason reason = new Reason.Made(borrow);
    Atom atom = system.heap().atom(Atom.Kind.BORROW, body.loop(), Atom.NO_PARENTS, false);
    body.birth(atom, reason);
    Cell storage = system.heap().storage(type, body.loop());
    int[] held = body.local(target.local());
    for (int leaf = 0; leaf < shape.size(); leaf++) {
      system.flow(held[target.offset() + leaf], system.heap().put(storage, leaf), 0);
    }
    int reference = body.newVariable();
    int why = body.reason(reason);
    system.seed(reference, atom, why);
    system.seed(reference, storage, why);
    return new Lent(reference, target, storage, atom);
  }

  /// The call is over: its storage holds what the callee has left in it, and its address is gone.
  ///
  /// @param written whether it may have put something into a leaf
  /// @param dropped whether it may have put other handles in the place of those that were there
  void giveBack(Value.Borrow borrow, Lent lent, Predicate<Leaf> written, boolean dropped) {
    if (lent.atom() == null || lent.storage() == null || lent.local() == null) {
      return;
    }
    int why = body.reason(new Reason.GivenBack(borrow));
    body.event(Events.Kind.END, lent.atom().id(), why);
    IrFunction.Local local = lent.local().local();
    int[] held = body.local(local).clone();
    Shape shape = lent.storage().shape();
    boolean some = dropped || shape.leaves().stream().anyMatch(written);
    for (int leaf = 0; leaf < shape.size() && some; leaf++) {
      int at = lent.local().offset() + leaf;
      if (Owners.isOwner(shape.leaf(leaf).type())) {
        held[at] = body.values().owners().fresh(borrow);
      } else if (written.test(shape.leaf(leaf))) {
        held[at] = either(held[at], body.system().heap().found(lent.storage(), leaf));
      }
    }
    body.setLocal(local, held);
  }
}
