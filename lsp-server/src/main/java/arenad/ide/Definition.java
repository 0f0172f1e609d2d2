package arenad.ide;

import arenad.parse.Parsed;
import arenad.parse.Positions;
import arenad.symbol.SymbolId;
import arenad.text.SourceText;
import arenad.text.Span;
import org.jspecify.annotations.Nullable;

/// Where the name under the cursor is declared.
///
/// @param path of the file, as the snapshot knows it
/// @param text of that file
/// @param end exclusive
public record Definition(String path, SourceText text, int start, int end) {

  public static @Nullable Definition at(FileView file, int offset) {
    NameAt name = NameAt.of(file.parsed(), offset);
    Referent referent = name == null ? null : ReferentAt.of(file, name);
    return switch (referent) {
      case null -> null;
      case Referent.OfSymbol(SymbolId symbol) -> of(file, symbol, null);
      case Referent.OfInstance(SymbolId function, var _) -> of(file, function, null);
      case Referent.OfRequired(SymbolId requirement, var member) ->
          of(file, requirement, member.span());
      case Referent.OfVariable(SymbolId owner, var variable) -> of(file, owner, variable.span());
      case Referent.OfField(SymbolId struct, var field, var _) -> of(file, struct, field.span());
      case Referent.OfTypeParameter(SymbolId owner, var _, Span span) -> of(file, owner, span);
      case Referent.OfBuiltin _ -> null;
      case Referent.OfModule(String module) -> module(file, module);
    };
  }

  /// @param span of the symbol, or null for its name
  private static @Nullable Definition of(FileView from, SymbolId symbol, @Nullable Span span) {
    String path = from.snapshot().pathOf(symbol.module());
    FileView file = path == null ? null : FileView.of(from.snapshot(), path);
    if (path == null || file == null || !file.parsed().declares(symbol)) {
      return null;
    }
    Parsed parsed = file.parsed();
    Positions positions = parsed.positions(symbol);
    Span place = span == null ? NameOf.item(parsed.item(symbol)) : span;
    return new Definition(path, parsed.text(), positions.start(place), positions.end(place));
  }

  private static @Nullable Definition module(FileView from, String module) {
    String path = from.snapshot().pathOf(module);
    FileView file = path == null ? null : FileView.of(from.snapshot(), path);
    return path == null || file == null ? null : new Definition(path, file.parsed().text(), 0, 0);
  }
}
