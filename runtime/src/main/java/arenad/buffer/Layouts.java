package arenad.buffer;

import static arenad.memory.Memory.i32;

/// A clone table: what the compiler tells the runtime about the types that a copy can reach. 32-bit words in the memory of literals.
///
/// ```
/// word 0            number of types n
/// words 1 to n      for each type the index of the word at which its description begins
/// description       size in bytes; number of slots; four words per slot: offset, kind, a, b
/// ```
///
/// A slot is a place in a value that leads elsewhere. What needs no attention, such as numbers, has none.
///
/// | kind | at the offset stands | a | b |
/// | --- | --- | --- | --- |
/// | 0 | a `String`: address, 32-bit length | | |
/// | 1 | `&T`: address of an object, 0 for null | type of the object | |
/// | 2 | `Array<T>`: address of a header, 0 for null | type of the elements | |
/// | 3 | `StringBuffer`: address of a header, 0 for null | | |
/// | 4 | a value of another type, laid out in place | its type | |
/// | 5 | a fixed array | type of the elements | how many |
/// | 6 | `Map<K, V>`: address of a header, 0 for null | type of the entries: hash, key, value | |
/// | 7 | `Span<T>`: address, 32-bit length | type of the elements | |
/// | 8 | a union: a 32-bit tag, 0 for null; 8 bytes further what it holds | its variants | |
/// | 9 | a reference to a union: address of an object, 0 for null; 32-bit tag | its variants | |
/// | 10 | an `Arena`, which becomes the one that is copied into: a control block, 0 for null | | |
///
/// The variants of a union are described as a type of which the slot numbered tag - 1 leads to the type of that variant.
/// | 20 | `Owned<T>`, `Region<T>`: address of what it owns, 0 for null | type of that | |
/// | 21 | `Shared<T>`: address of a header, 0 for null | type of the content | |
/// | 22 | `Weak<T>`: the same | type of the content | |
///
/// A table is closed: every type that is named in it is described in it. An absent optional is stored as zeros.
/// Example, `struct Node { value: i32; name: String; next: &Node?; }`: `1, 2, 32, 2, 8, 0, 0, 0, 24, 1, 0, 0`.
final class Layouts {
  static final int STRING = 0;
  static final int REFERENCE = 1;
  static final int ARRAY = 2;
  static final int STRING_BUFFER = 3;
  static final int INLINE = 4;
  static final int REPEATED = 5;
  static final int MAP = 6;
  static final int SPAN = 7;
  static final int UNION = 8;
  static final int UNION_REFERENCE = 9;
  static final int ARENA = 10;
  static final int OWNED = 20;
  static final int SHARED = 21;
  static final int WEAK = 22;

  private static final long SLOTS = 8;
  private static final long SLOT_SIZE = 16;

  private Layouts() {}

  /// The address of a type's description.
  static long describe(long table, int type) {
    return table + 4L * i32(table + 4 + 4L * type);
  }

  static int size(long description) {
    return i32(description);
  }

  static int slotCount(long description) {
    return i32(description + 4);
  }

  static long slot(long description, int index) {
    return description + SLOTS + SLOT_SIZE * index;
  }

  static int offset(long slot) {
    return i32(slot);
  }

  static int kind(long slot) {
    return i32(slot + 4);
  }

  /// The type that a slot leads to.
  static int type(long slot) {
    return i32(slot + 8);
  }

  /// The type that a union holds, or leads to, when it has that tag.
  static int variant(long variants, int tag) {
    return type(slot(variants, tag - 1));
  }

  static int count(long slot) {
    return i32(slot + 12);
  }
}
