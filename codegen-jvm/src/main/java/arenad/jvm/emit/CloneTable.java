package arenad.jvm.emit;

import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Shapes;
import arenad.type.Owners;
import arenad.type.Type;
import arenad.type.Variants;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// What tells the runtime where values of a type and of all that they reach hold references. 32-bit words: the number of types; for
/// each the word at which its description begins; a description is its size, its number of slots, and per slot offset, kind and
/// two operands. The first type is the one that was asked for.
final class CloneTable {

  private static final int WORDS_PER_SLOT = 4;

  private final Shapes shapes;
  private final boolean renews;
  private final List<Entry> types = new ArrayList<>();

  /// What the table describes.
  private sealed interface Entry {
    record OfType(Type type) implements Entry {}

    /// What a union may hold: one slot for each tag, which says of what type that is.
    record OfVariants(List<Type> types) implements Entry {}
  }

  private CloneTable(Shapes shapes, boolean renews) {
    this.shapes = shapes;
    this.renews = renews;
  }

  /// What stands where something leads elsewhere, numbered as the runtime does.
  private enum SlotKind {
    TEXT(0),
    REFERENCE(1),
    ARRAY(2),
    STRING_BUFFER(3),
    INLINE(4),
    REPEATED(5),
    MAP(6),
    SPAN(7),
    UNION(8),
    UNION_REFERENCE(9),
    ARENA(10),
    OWNED(20),
    SHARED(21),
    WEAK(22);

    private final int number;

    SlotKind(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  private record Slot(long offset, SlotKind kind, int first, int second) {}

  /// The table whose type 0 is the one given.
  ///
  /// @param renews whether the handles in a copy become those of the arena that it is made for
  static byte[] of(Type root, Shapes shapes, boolean renews) {
    return new CloneTable(shapes, renews).write(root);
  }

  /// Whether a deep copy of values of the type is more than the value itself.
  static boolean leadsElsewhere(Type type, Shapes shapes) {
    return leadsElsewhere(type, shapes, true);
  }

  private static boolean leadsElsewhere(Type type, Shapes shapes, boolean renews) {
    return switch (type) {
      case Type.Text _, Type.Ref _, Type.Builtin _ -> true;
      case Type.Arena _ -> renews;
      case Type.Scalar _, Type.Unit _, Type.Parameter _, Type.Function _ -> false;
      case Type.Optional(Type of) -> leadsElsewhere(of, shapes, renews);
      case Type.FixedArray(Type element, _) -> leadsElsewhere(element, shapes, renews);
      case Type.Named _, Type.Tuple _ ->
          shapes.of(type).members().stream()
              .anyMatch(m -> leadsElsewhere(m.type(), shapes, renews));
    };
  }

  private byte[] write(Type root) {
    indexOf(root);
    List<List<Slot>> described = new ArrayList<>();
    // Describing a type may add types to the list.
    for (int i = 0; i < types.size(); i++) {
      described.add(slotsOf(types.get(i)));
    }
    int header = 1 + types.size();
    int words = header;
    for (List<Slot> slots : described) {
      words += 2 + WORDS_PER_SLOT * slots.size();
    }
    ByteBuffer out = ByteBuffer.allocate(words * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(types.size());
    int at = header;
    for (List<Slot> slots : described) {
      out.putInt(at);
      at += 2 + WORDS_PER_SLOT * slots.size();
    }
    for (int i = 0; i < types.size(); i++) {
      long size = types.get(i) instanceof Entry.OfType(Type type) ? shapes.of(type).size() : 0;
      writeDescription(size, described.get(i), out);
    }
    return out.array();
  }

  private static void writeDescription(long size, List<Slot> slots, ByteBuffer out) {
    out.putInt(Math.toIntExact(size));
    out.putInt(slots.size());
    for (Slot slot : slots) {
      out.putInt(Math.toIntExact(slot.offset()));
      out.putInt(slot.kind().number());
      out.putInt(slot.first());
      out.putInt(slot.second());
    }
  }

  private int indexOf(Type type) {
    return indexOf(new Entry.OfType(type));
  }

  private int variantsOf(Type union) {
    return indexOf(new Entry.OfVariants(shapes.variants(union)));
  }

  private int indexOf(Entry entry) {
    int index = types.indexOf(entry);
    if (index < 0) {
      index = types.size();
      types.add(entry);
    }
    return index;
  }

  private List<Slot> slotsOf(Entry entry) {
    return switch (entry) {
      case Entry.OfType(Type type) -> slotsOf(type);
      case Entry.OfVariants(List<Type> variants) ->
          variants.stream()
              .map(type -> new Slot(Shapes.PAYLOAD, SlotKind.INLINE, indexOf(type), 0))
              .toList();
    };
  }

  private List<Slot> slotsOf(Type type) {
    List<Slot> slots = new ArrayList<>();
    switch (type) {
      case Type.Named union when Variants.isUnion(union) -> addSlot(union, 0, slots);
      case Type.Named _, Type.Tuple _ -> {
        for (Shape.Member member : shapes.of(type).members()) {
          addSlot(member.type(), member.offset(), slots);
        }
      }
      case Type.Optional(Type of) -> addSlot(of, 0, slots);
      case Type.Text _, Type.Ref _, Type.Builtin _, Type.FixedArray _, Type.Arena _ ->
          addSlot(type, 0, slots);
      case Type.Scalar _, Type.Unit _, Type.Parameter _, Type.Function _ -> {}
    }
    return slots;
  }

  private void addSlot(Type type, long offset, List<Slot> slots) {
    if (!leadsElsewhere(type, shapes, renews)) {
      return;
    }
    slots.add(
        switch (type) {
          case Type.Text _ -> new Slot(offset, SlotKind.TEXT, 0, 0);
          case Type.Ref(Type target, _, _) when Variants.isUnion(target) ->
              new Slot(offset, SlotKind.UNION_REFERENCE, variantsOf(target), 0);
          case Type.Named union when Variants.isUnion(union) ->
              new Slot(offset, SlotKind.UNION, variantsOf(union), 0);
          case Type.Ref(Type target, _, _) ->
              new Slot(offset, SlotKind.REFERENCE, indexOf(target), 0);
          case Type.Builtin builtin -> container(builtin, offset);
          case Type.FixedArray(Type element, int length) ->
              new Slot(offset, SlotKind.REPEATED, indexOf(element), length);
          case Type.Named _, Type.Tuple _, Type.Optional _ ->
              new Slot(offset, SlotKind.INLINE, indexOf(type), 0);
          case Type.Arena _ -> new Slot(offset, SlotKind.ARENA, 0, 0);
          case Type.Scalar _, Type.Unit _, Type.Parameter _, Type.Function _ ->
              throw new IllegalStateException("leads nowhere: " + type);
        });
  }

  private Slot container(Type.Builtin builtin, long offset) {
    return switch (builtin.container()) {
      case ARRAY -> new Slot(offset, SlotKind.ARRAY, indexOf(builtin.arguments().getFirst()), 0);
      case STRING_BUFFER, ARENA_BUFFER -> new Slot(offset, SlotKind.STRING_BUFFER, 0, 0);
      case MAP -> new Slot(offset, SlotKind.MAP, indexOf(shapes.entryOf(builtin).entry()), 0);
      case SPAN -> new Slot(offset, SlotKind.SPAN, indexOf(builtin.arguments().getFirst()), 0);
      case OWNED, REGION -> owner(builtin, offset, SlotKind.OWNED);
      case SHARED -> owner(builtin, offset, SlotKind.SHARED);
      case WEAK -> owner(builtin, offset, SlotKind.WEAK);
    };
  }

  private Slot owner(Type.Builtin builtin, long offset, SlotKind kind) {
    return new Slot(offset, kind, indexOf(builtin.arguments().getFirst()), 0);
  }

  /// Whether values of the type lead to strings or objects, other than through the handles of owners in them.
  static boolean leadsToCopies(Type type, Shapes shapes) {
    return switch (type) {
      case Type.Builtin builtin -> !Owners.isOwner(builtin);
      case Type.Text _, Type.Ref _ -> true;
      case Type.Scalar _, Type.Unit _, Type.Arena _, Type.Parameter _, Type.Function _ -> false;
      case Type.Optional(Type of) -> leadsToCopies(of, shapes);
      case Type.FixedArray(Type element, _) -> leadsToCopies(element, shapes);
      case Type.Named _, Type.Tuple _ ->
          shapes.of(type).members().stream().anyMatch(m -> leadsToCopies(m.type(), shapes));
    };
  }
}
