package arenad.elaborate;

import arenad.text.Span;
import arenad.type.Conversions;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result type of the function that is being elaborated: written, or gathered from its
/// `return`s.
final class Results {
  private final @Nullable Type written;
  private final List<Returned> returned = new ArrayList<>();

  /// What one `return` gives.
  record Returned(Type type, Span span) {}

  Results(@Nullable Type written) {
    this.written = written;
  }

  /// The type that a returned value must have, or null while it is still to be found.
  @Nullable Type expected() {
    return written;
  }

  void add(Type type, Span span) {
    returned.add(new Returned(type, span));
  }

  /// A `return` whose type does not go together with that of those before it.
  record Odd(Returned returned, Type before) {}

  /// The first such `return`, or null.
  @Nullable Odd odd() {
    Type joined = null;
    for (Returned one : returned) {
      Type before = joined;
      joined = before == null ? one.type() : join(before, one.type());
      if (before != null && joined == null) {
        return new Odd(one, before);
      }
    }
    return null;
  }

  /// The type that holds every returned value; `void` when nothing is returned, `UNKNOWN` when
  /// nothing holds them all.
  Type inferred() {
    Type joined = null;
    for (Returned one : returned) {
      joined = joined == null ? one.type() : join(joined, one.type());
      if (joined == null) {
        return Type.Unit.UNKNOWN;
      }
    }
    return joined == null || joined == Type.Unit.NEVER ? Type.Unit.VOID : joined;
  }

  /// Whether every `return` gives exactly that type, so that none must be converted.
  boolean allExactly(Type type) {
    return returned.stream().allMatch(one -> one.type().equals(type));
  }

  /// The type that holds both, or null.
  static @Nullable Type join(Type left, Type right) {
    if (left.equals(right)) {
      return left;
    }
    if (left == Type.Unit.UNKNOWN || right == Type.Unit.UNKNOWN) {
      return Type.Unit.UNKNOWN;
    }
    if (left == Type.Unit.NEVER) {
      return right;
    }
    if (right == Type.Unit.NEVER) {
      return left;
    }
    if (left == Type.Unit.VOID || right == Type.Unit.VOID) {
      return null;
    }
    if (left == Type.Unit.NULL) {
      return optional(right);
    }
    if (right == Type.Unit.NULL) {
      return optional(left);
    }
    if (left instanceof Type.Scalar a && right instanceof Type.Scalar b) {
      return Conversions.common(a, b);
    }
    if (left instanceof Type.Optional || right instanceof Type.Optional) {
      Type inner = Type.withoutNull(left);
      return inner.equals(Type.withoutNull(right)) ? optional(inner) : null;
    }
    return null;
  }

  private static Type optional(Type type) {
    return type instanceof Type.Optional ? type : new Type.Optional(type);
  }
}
