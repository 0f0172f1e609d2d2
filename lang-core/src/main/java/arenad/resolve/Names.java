package arenad.resolve;

import arenad.symbol.SymbolId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be asked about names. Every answer, "there is no such thing" included, is a fact that
/// the asker depends on.
public interface Names {

  /// Whether the program has a module of exactly that dotted name. The modules that come with the
  /// language ([StandardModule]) are not asked for here; what they declare is asked for by their full
  /// names, as in `find("std.random", "Random")`.
  boolean hasModule(String module);

  /// The symbol that `module` itself declares as `name`, or null. Methods are asked for as
  /// `Vec3.length`. Of several declarations of one name it is the first.
  @Nullable SymbolId find(String module, String name);

  /// Whether the symbol says `export`.
  boolean isExported(SymbolId symbol);

  /// What the imports of `module` bind `name` to, or null. The first one wins where two bind a
  /// name. Asked for name by name, so that a new import disturbs only who uses what it binds.
  @Nullable Import imported(String module, String name);

  /// The names that `module` declares at its top level, methods not among them, sorted. Asked only
  /// when a name was not found, for "did you mean".
  List<String> names(String module);

  /// What an imported name stands for, as written and unchecked.
  ///
  /// @param module the path of the module, whether it exists or not
  /// @param name the symbol in it, or null when the name stands for the module itself
  record Import(String module, @Nullable String name) {}
}
