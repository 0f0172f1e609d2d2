package arenad.jvm.emit;

import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.type.Type;
import arenad.type.Variants;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/// Deep copies. The runtime walks what is reachable; a table among the class's literals tells it where references stand. The handles in
/// a copy into an arena are those of that arena; a copy beside the original keeps them.
final class Clones {

  private static final int ROOT_TYPE = 0;

  /// How what an address leads to is copied, and the arena found in which it lies.
  private record Way(RuntimeEntry copy, RuntimeEntry arenaOf) {}

  private static final Way OBJECT =
      new Way(RuntimeEntry.CLONES_OBJECT, RuntimeEntry.ARENAS_ARENA_OF);
  private static final Way ARRAY = new Way(RuntimeEntry.CLONES_ARRAY, RuntimeEntry.ARRAYS_ARENA_OF);

  private static final Way MAP = new Way(RuntimeEntry.CLONES_MAP, RuntimeEntry.ARRAYS_ARENA_OF);

  private final BodyEmitting body;
  private final Code code;

  Clones(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  /// Pushes the copy of a value that is not in memory.
  void push(Value.Clone clone) {
    Value value = clone.value();
    Value arena = clone.arena();
    Shape shape = body.shape(clone.type());
    if (!leadsElsewhere(value.type()) || arena == null && !isAddress(value.type())) {
      body.values().push(value);
      return;
    }
    Location.Slots held = body.values().holdCopied(value);
    if (arena != null) {
      body.values().fix(arena);
    }
    body.at(clone.span());
    switch (Type.withoutNull(value.type())) {
      case Type.Text _ -> text(value, held, shape, arena);
      case Type.Ref(Type target, _, _) when Variants.isUnion(target) ->
          unionReference(held, shape, arena, value.type());
      case Type.Ref(Type target, _, _) -> address(held, shape, arena, target, OBJECT);
      case Type.Builtin(Type.Container container, var arguments)
          when container == Type.Container.ARRAY ->
          address(held, shape, arena, arguments.getFirst(), ARRAY);
      case Type.Builtin(Type.Container container, _)
          when container == Type.Container.STRING_BUFFER
              || container == Type.Container.ARENA_BUFFER ->
          address(held, shape, arena, Type.Scalar.U8, ARRAY);
      case Type.Builtin span when span.container() == Type.Container.SPAN ->
          span(held, shape, arena, span.arguments().getFirst());
      case Type.Builtin map when map.container() == Type.Container.MAP ->
          address(held, shape, arena, body.shapes().entryOf(map).entry(), MAP);
      case Type.Builtin _,
          Type.Scalar _,
          Type.Unit _,
          Type.Arena _,
          Type.Optional _,
          Type.Named _,
          Type.Parameter _,
          Type.FixedArray _,
          Type.Tuple _,
          Type.Function _ -> {
        Location.Memory room = body.storage().reserve(shape);
        body.moves().copy(held, room, shape);
        deepen(room, arena, value.type());
        body.moves().load(room, shape);
      }
    }
  }

  /// Writes the copy of a value in memory to a fresh place.
  void cloneInto(Value.Clone clone, Location.Memory fresh) {
    body.construction().store(clone.value(), fresh);
    Value arena = clone.arena();
    if (arena != null && leadsElsewhere(clone.type())) {
      body.at(clone.span());
      deepen(fresh, arena, clone.type());
    }
  }

  /// Without an arena, an address is copied into the arena in which it lies.
  private static boolean isAddress(Type type) {
    return Type.withoutNull(type) instanceof Type.Ref
        || Type.withoutNull(type) instanceof Type.Builtin;
  }

  private boolean leadsElsewhere(Type type) {
    return CloneTable.leadsElsewhere(type, body.shapes());
  }

  private void text(Value value, Location.Slots held, Shape shape, @Nullable Value arena) {
    if (arena == null) {
      body.moves().load(held, shape);
      return;
    }
    Label isNull = new Label();
    boolean nullable = value.type() instanceof Type.Optional;
    if (nullable) {
      jumpIfNull(held, isNull);
    }
    code.context();
    body.values().push(arena);
    body.moves().load(held, shape);
    code.call(RuntimeEntry.STRINGS_COPY);
    code.readReturnSlot(1, Kind.INT);
    if (nullable) {
      body.moves().store(held, shape);
      code.place(isNull);
      body.moves().load(held, shape);
    }
  }

  private void address(
      Location.Slots held, Shape shape, @Nullable Value arena, Type target, Way way) {
    Label isNull = new Label();
    jumpIfNull(held, isNull);
    code.context();
    if (arena != null) {
      body.values().push(arena);
    } else {
      body.moves().load(held, shape);
      code.call(way.arenaOf());
    }
    body.moves().load(held, shape);
    pushTable(target, arena);
    code.call(way.copy());
    body.moves().store(held, shape);
    code.place(isNull);
    body.moves().load(held, shape);
  }

  /// The copy has the same length.
  private void span(Location.Slots held, Shape shape, @Nullable Value arena, Type element) {
    Label isNull = new Label();
    jumpIfNull(held, isNull);
    code.context();
    if (arena != null) {
      body.values().push(arena);
    } else {
      body.moves().load(held, shape, 0, 1);
      code.call(RuntimeEntry.ARENAS_ARENA_OF);
    }
    body.moves().load(held, shape);
    pushTable(element, arena);
    code.call(RuntimeEntry.CLONES_SPAN);
    code.store(Kind.LONG, held.slots().getFirst());
    code.place(isNull);
    body.moves().load(held, shape);
  }

  /// The tag says of what type the object is; so the reference is cloned where it lies.
  private void unionReference(Location.Slots held, Shape shape, @Nullable Value arena, Type type) {
    Label isNull = new Label();
    jumpIfNull(held, isNull);
    Location.Memory room = body.storage().reserve(shape);
    body.moves().copy(held, room, shape);
    code.context();
    if (arena != null) {
      body.values().push(arena);
    } else {
      code.load(Kind.LONG, held.slots().getFirst());
      code.call(OBJECT.arenaOf());
    }
    body.moves().pushAddress(room);
    pushTable(Type.withoutNull(type), arena);
    code.call(RuntimeEntry.CLONES_IN_PLACE);
    body.moves().load(room, shape);
    body.moves().store(held, shape);
    code.place(isNull);
    body.moves().load(held, shape);
  }

  private void jumpIfNull(Location.Slots address, Label isNull) {
    code.load(Kind.LONG, address.slots().getFirst());
    code.constant(0L);
    code.operation(Opcodes.LCMP);
    code.jump(Opcodes.IFEQ, isNull);
  }

  private void deepen(Location.Memory place, @Nullable Value arena, Type type) {
    if (arena == null) {
      return;
    }
    code.context();
    body.values().push(arena);
    body.moves().pushAddress(place);
    pushTable(type, arena);
    code.call(RuntimeEntry.CLONES_IN_PLACE);
  }

  private void pushTable(Type type, @Nullable Value arena) {
    body.constants().pushCloneTable(type, arena != null);
    code.constant(ROOT_TYPE);
  }
}
