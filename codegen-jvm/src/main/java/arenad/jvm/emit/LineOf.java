package arenad.jvm.emit;

/// Where the tokens of one declaration stand.
@FunctionalInterface
public interface LineOf {

  /// The line, from 1, of the token with that ordinal in the declaration.
  int token(int ordinal);
}
