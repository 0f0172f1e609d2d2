package arenad.checker;

import arenad.ir.Place;
import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.Cell;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Shape;
import arenad.text.Span;
import arenad.type.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes what values mean: which variables their leaves are, what is touched and what is made.
final class ValueWriter {

  private final BodyWriter body;
  private final CallWriter calls;
  private final IntrinsicWriter intrinsics;
  private final OwnerWriter owners;
  private final ChannelWriter channels;
  private int copies;

  ValueWriter(BodyWriter body, Callees callees) {
    this.body = body;
    calls = new CallWriter(body, callees);
    intrinsics = new IntrinsicWriter(body);
    owners = new OwnerWriter(body);
    channels = new ChannelWriter(body);
  }

  OwnerWriter owners() {
    return owners;
  }

  ChannelWriter channels() {
    return channels;
  }

  private Inclusions system() {
    return body.system();
  }

  /// Evaluates; the result has a variable for each leaf of the type.
  int[] write(Value value) {
    return switch (value) {
      case Value.Constant constant -> new int[body.shapeOf(constant.type()).size()];
      case Value.Read(var place, Type type, var span) -> {
        PlaceWriter.Target target = body.places().target(place);
        matched(place, span);
        yield body.places().read(target, type, value);
      }
      case Value.Operate(_, var operands, _, _) -> {
        operands.forEach(this::compared);
        yield BodyWriter.NOTHING;
      }
      case Value.IsNull(Value operand, _, _, _) -> {
        write(operand);
        Narrowing.Path path = Narrowing.pathOf(operand);
        if (path != null) {
          body.forget(path);
        }
        yield BodyWriter.NOTHING;
      }
      case Value.Unwrap(Value operand, Value.Proof proof, _, _) -> {
        int[] leaves = write(operand);
        if (proof == Value.Proof.NARROWED) {
          narrowed(operand);
        }
        yield leaves;
      }
      case Value.Some(Value operand, _, _) -> write(operand);
      case Value.Inject(Value operand, int tag, Type type, _) ->
          injected(write(operand), operand.type(), tag, type);
      case Value.Project(Value operand, int tag, Value.Proof proof, Type type, _) -> {
        int[] leaves = write(operand);
        if (proof == Value.Proof.NARROWED) {
          matched(operand);
        }
        yield projected(leaves, operand.type(), tag, type);
      }
      case Value.Convert(Value operand, _, _) -> write(operand);
      case Value.Call call -> calls.write(call);
      case Value.Required required -> new RequiredWriter(body, calls).write(required);
      case Value.Borrow borrow -> new int[] {body.places().lend(borrow).reference()};
      case Value.Intrinsic intrinsic -> intrinsics.write(intrinsic);
      case Value.Aggregate(var members, Type type, _) -> aggregate(members, type);
      case Value.Fill(Value element, _, _) -> write(element);
      case Value.Format(var parts, _, _) -> {
        holes(parts);
        yield new int[] {temporary(value)};
      }
      case Value.New made -> made(made);
      case Value.Clone copy -> copied(copy);
      case Value.NewArena arena -> new int[] {arena(arena)};
    };
  }

  private void narrowed(Value operand) {
    Narrowing.Path path = Narrowing.pathOf(operand);
    if (path != null) {
      relied(path, operand);
    }
  }

  /// What was found at a path is taken to be there still.
  private void relied(Narrowing.Path path, Value operand) {
    if (!path.members().isEmpty()) {
      int why = body.reason(new Reason.Found(operand));
      body.event(Events.Kind.NARROWED, body.out().narrowing.number(path), why);
    }
  }

  /// A reference to an object of a variant is one to the union. Of a value the other variants hold
  /// nothing.
  private int[] injected(int[] variant, Type of, int tag, Type union) {
    if (of instanceof Type.Ref) {
      return variant;
    }
    int[] leaves = new int[body.shapeOf(union).size()];
    int offset = body.out().shapes.offset(union, tag - 1);
    System.arraycopy(variant, 0, leaves, offset, variant.length);
    return leaves;
  }

  private int[] projected(int[] leaves, Type union, int tag, Type variant) {
    if (union instanceof Type.Ref) {
      return leaves;
    }
    int offset = body.out().shapes.offset(union, tag - 1);
    return Arrays.copyOfRange(leaves, offset, offset + body.shapeOf(variant).size());
  }

  /// A match has found which variant it is.
  private void matched(Value operand) {
    Narrowing.Path path = Narrowing.pathOf(operand);
    if (path != null) {
      relied(path.matched(), operand);
    }
  }

  /// The same of the unions that a place is in.
  void matched(Place place, Span span) {
    for (Place.Payload payload : Narrowing.payloadsAround(place)) {
      matched(new Value.Read(payload.union(), payload.union().type(), span));
    }
  }

  /// Evaluates and touches what the leaves lead to: strings are compared by their bytes, references
  /// by their address.
  private void compared(Value value) {
    int[] leaves = write(value);
    Shape shape = body.shapeOf(value.type());
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      if (shape.leaf(leaf).type() instanceof Type.Text) {
        body.touch(leaves[leaf], new Reason.Touched(value));
      } else if (shape.leaf(leaf).type() instanceof Type.Parameter) {
        deeplyTouched(value, new int[] {leaves[leaf]});
      }
    }
  }

  /// The number of one more place that makes copies.
  int newSite() {
    return ++copies;
  }

  /// Evaluates and touches all leaves.
  int[] touched(Value value) {
    int[] leaves = write(value);
    for (int leaf : leaves) {
      body.touch(leaf, new Reason.Touched(value));
    }
    return leaves;
  }

  /// Evaluates what is written as text at once: an f-string makes no temporary then.
  void shown(Value value) {
    if (value instanceof Value.Format(var parts, _, _)) {
      holes(parts);
    } else {
      touched(value);
    }
  }

  private void holes(List<Value.Part> parts) {
    for (Value.Part part : parts) {
      if (part instanceof Value.Part.Hole(Value hole, _)) {
        touched(hole);
      }
    }
  }

  /// A fresh temporary of the frame.
  int temporary(Value value) {
    int variable = body.newVariable();
    system().seed(variable, body.frame(), body.reason(new Reason.Made(value)));
    return variable;
  }

  private int[] aggregate(List<Value> members, Type type) {
    Shape shape = body.shapeOf(type);
    int[] leaves = new int[shape.size()];
    int at = 0;
    boolean array = Type.withoutNull(type) instanceof Type.FixedArray;
    for (int i = 0; i < members.size(); i++) {
      int[] parts = write(members.get(i));
      if (array) {
        join(parts, leaves, i == 0);
      } else {
        System.arraycopy(parts, 0, leaves, at, parts.length);
        at += parts.length;
      }
    }
    return leaves;
  }

  /// The elements of an array are known together.
  private void join(int[] element, int[] leaves, boolean first) {
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      if (first) {
        leaves[leaf] = body.newVariable();
      }
      system().flow(element[leaf], leaves[leaf], 0);
    }
  }

  /// A fresh root that is known by its handle.
  int root(Value maker) {
    Atom atom = system().heap().atom(Atom.Kind.ARENA, body.loop(), Atom.NO_PARENTS, false);
    return handle(atom, new Reason.Made(maker));
  }

  private int[] made(Value.New made) {
    int[] arena = touched(made.arena());
    int[] leaves = write(made.value());
    Type type = new Type.Ref(made.value().type());
    Cell cell = system().heap().made(type, body.loop(), arena[0], body.handles().only(arena[0]));
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      String member = cell.shape().leaf(leaf).spelling();
      int why = body.reason(new Reason.Initialised(made, member, memberOf(made.value(), member)));
      system().flow(leaves[leaf], system().heap().put(cell, leaf), why);
    }
    return new int[] {reference(cell, arena[0], made)};
  }

  /// The part of an aggregate that a leaf comes from, for messages.
  private Value memberOf(Value value, String leaf) {
    if (value instanceof Value.Aggregate(var members, Type type, _)) {
      int offset = 0;
      for (Value member : members) {
        Shape shape = body.shapeOf(member.type());
        for (int i = 0; i < shape.size(); i++) {
          if (body.shapeOf(type).leaf(offset + i).spelling().equals(leaf)) {
            return member;
          }
        }
        offset += shape.size();
      }
    }
    return value;
  }

  /// A reference to fresh objects that live in `home`.
  int reference(Cell cell, int home, Value value) {
    int variable = body.newVariable();
    Reason reason = new Reason.Made(value);
    body.out().makers.put(cell, reason);
    int why = body.reason(reason);
    system().atoms(home, variable, why);
    system().seed(variable, cell, why);
    return variable;
  }

  private int[] copied(Value.Clone copy) {
    int[] leaves = write(copy.value());
    int site = newSite();
    if (copy.arena() == null) {
      return copiedInPlace(copy, leaves, site);
    }
    deeplyTouched(copy.value(), leaves);
    int arena = touched(copy.arena())[0];
    Shape shape = body.shapeOf(copy.type());
    int[] copied = new int[shape.size()];
    for (int leaf = 0; leaf < copied.length; leaf++) {
      copied[leaf] = copyOf(shape.leaf(leaf).type(), arena, copy, site);
    }
    return copied;
  }

  /// Into the arena that the value lives in. A string is immutable and its own copy; a copy of a
  /// value on the stack is that value. The handles in a copy are those of the original, so what is found there is found in the copy.
  private int[] copiedInPlace(Value.Clone copy, int[] leaves, int site) {
    Type type = Type.withoutNull(copy.type());
    boolean onHeap = type instanceof Type.Ref || type instanceof Type.Builtin;
    if (!onHeap) {
      return leaves;
    }
    deeplyTouched(copy.value(), leaves);
    int home = body.newVariable();
    system().atoms(leaves[0], home, 0);
    Type leaf = body.shapeOf(copy.type()).leaf(0).type();
    int copied = copyOf(leaf, home, copy, site);
    system().flow(leaves[0], copied, body.reason(new Reason.Made(copy)));
    return new int[] {copied};
  }

  /// A leaf of a copy that lies in `home`.
  int copyOf(Type type, int home, Value value, int site) {
    if (type instanceof Type.Text || type instanceof Type.Arena) {
      int variable = body.newVariable();
      system().atoms(home, variable, body.reason(new Reason.Made(value)));
      return variable;
    }
    Cell cell = system().heap().copy(type, body.loop(), home, site, body.handles().only(home));
    return reference(cell, home, value);
  }

  void deeplyTouched(Value value, int[] leaves) {
    for (int leaf : leaves) {
      if (leaf != Inclusions.STATIC) {
        body.event(Events.Kind.DEEP_USE, leaf, body.reason(new Reason.Touched(value)));
      }
    }
  }

  private int arena(Value.NewArena arena) {
    @Nullable Value parent = arena.parent();
    int parents = parent == null ? Atom.NO_PARENTS : touched(parent)[0];
    Atom.Kind kind =
        switch (arena.kind()) {
          case ROOT, SUB -> Atom.Kind.ARENA;
          case SCOPED, REGION -> Atom.Kind.SCOPED;
        };
    Atom atom = system().heap().atom(kind, body.loop(), parents, false);
    return handle(atom, new Reason.Made(arena));
  }

  private int handle(Atom atom, Reason reason) {
    body.birth(atom, reason);
    int variable = body.newVariable();
    system().seed(variable, atom, body.reason(reason));
    body.handles().exactly(variable, atom);
    return variable;
  }

  /// The arena that the handle stands for after a reset: it hangs where the old one did.
  int emptied(int arena, Reason reason) {
    Atom old = body.handles().only(arena);
    int parents = old == null || old.isUniversal() ? arena : old.parents();
    return handle(system().heap().atom(Atom.Kind.ARENA, body.loop(), parents, false), reason);
  }
}
