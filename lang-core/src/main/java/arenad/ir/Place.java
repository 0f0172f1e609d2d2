package arenad.ir;

import arenad.type.Type;

/// Storage that can be read and written.
public sealed interface Place {

  Type type();

  /// A local's own storage.
  record OfLocal(IrFunction.Local local) implements Place {
    @Override
    public Type type() {
      return local.type();
    }
  }

  /// The object behind a reference that is not null.
  record Object(Value reference, Type type) implements Place {}

  /// A field of a struct, or an element of a tuple, inside its container.
  record Member(Place container, int index, String name, Type type) implements Place {}

  /// What a union holds that is known to be of the variant with that tag, inside its container. The
  /// checker verifies that nothing since the match may have written it.
  record Payload(Place union, int tag, Type type) implements Place {}

  /// An element of a fixed array, inside its container; out of range it panics.
  record Slot(Place array, Value index, Type type) implements Place {}

  /// An element of a growable array or span, or a byte of a string or buffer (read only); the index
  /// is checked against the length at each use. Of a map, the value of a key, which must be there at
  /// each use.
  record Element(Value sequence, Value index, Type type) implements Place {}
}
