package arenad.type;

import java.util.List;

/// What a literal or a constant is worth, known while compiling.
public sealed interface ConstantValue {

  /// An integer of any type, sign- or zero-extended to 64 bits.
  record Int(long bits) implements ConstantValue {}

  /// An `f32` (exactly representable) or `f64`; compared by bits, so that `NaN` and `-0.0` are themselves.
  record Float(double value) implements ConstantValue {}

  record Bool(boolean value) implements ConstantValue {}

  /// A Unicode scalar value.
  record Char(int codePoint) implements ConstantValue {}

  record Text(String value) implements ConstantValue {}

  record Null() implements ConstantValue {}

  /// A struct, tuple or fixed array of constants, in the order of declaration.
  record Aggregate(Type type, List<ConstantValue> members) implements ConstantValue {
    public Aggregate {
      members = List.copyOf(members);
    }
  }

  /// The value of a constant whose initialiser has an error.
  record Unknown() implements ConstantValue {}
}
