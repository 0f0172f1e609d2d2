package arenad.incremental;

import arenad.outline.Fingerprint;
import arenad.outline.FingerprintBuilder;
import arenad.outline.Outline;
import arenad.outline.SymbolOutline;
import arenad.resolve.Names.Import;
import arenad.symbol.SymbolId;
import arenad.syntax.ImportedName;
import arenad.syntax.Item;
import arenad.workspace.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A file of a snapshot and what follows from its text alone, indexed.
final class FileState {
  private final SourceFile file;
  private final Outline outline;
  private final Map<SymbolId, SymbolOutline> symbols = new LinkedHashMap<>();
  private final Map<String, SymbolId> names = new TreeMap<>();
  private final Map<String, Import> imports = new TreeMap<>();

  FileState(SourceFile file, Outline outline) {
    this.file = file;
    this.outline = outline;
    SymbolId head = SymbolId.ofModule(outline.module());
    symbols.put(head, head(head, outline.head()));
    for (SymbolOutline symbol : outline.symbols()) {
      symbols.put(symbol.id(), symbol);
      if (symbol.id().kind() != SymbolId.Kind.TEST) {
        names.putIfAbsent(symbol.id().name(), symbol.id());
      }
    }
    outline.imports().forEach(this::bind);
  }

  private static SymbolOutline head(SymbolId id, Fingerprint syntax) {
    return new SymbolOutline(id, null, false, false, false, false, syntax, Fingerprint.EMPTY);
  }

  private void bind(Item item) {
    switch (item) {
      case Item.ImportModule module ->
          imports.putIfAbsent(module.localName().text(), new Import(module.path().text(), null));
      case Item.ImportNames from -> {
        for (ImportedName name : from.names()) {
          imports.putIfAbsent(
              name.localName().text(), new Import(from.path().text(), name.name().text()));
        }
      }
      case Item.HotModule _,
          Item.Struct _,
          Item.Union _,
          Item.Requirement _,
          Item.Constant _,
          Item.Region _,
          Item.Function _,
          Item.Extern _,
          Item.Test _ -> {}
    }
  }

  SourceFile file() {
    return file;
  }

  Outline outline() {
    return outline;
  }

  /// Of its bytes.
  Fingerprint text() {
    return file.fingerprint();
  }

  /// The module's head first, then in the order of the source.
  Map<SymbolId, SymbolOutline> symbols() {
    return symbols;
  }

  @Nullable SymbolOutline symbol(SymbolId id) {
    return symbols.get(id);
  }

  /// The first declaration of each name.
  Map<String, SymbolId> names() {
    return names;
  }

  /// What imports bind, by name.
  Map<String, Import> imports() {
    return imports;
  }

  /// The names at the top level, methods not among them, sorted.
  List<String> topLevelNames() {
    List<String> found = new ArrayList<>();
    names.forEach(
        (name, symbol) -> {
          if (symbol.kind() != SymbolId.Kind.METHOD) {
            found.add(name);
          }
        });
    return Collections.unmodifiableList(found);
  }

  /// Of all that is written of a symbol.
  static Fingerprint whole(SymbolOutline symbol) {
    return new FingerprintBuilder()
        .add(declaration(symbol))
        .add(symbol.body())
        .add(symbol.broken() ? 1 : 0)
        .build();
  }

  /// Of what is written of a symbol outside its body.
  static Fingerprint declaration(SymbolOutline symbol) {
    return new FingerprintBuilder()
        .add(symbol.declaration())
        .add(symbol.exported() ? 1 : 0)
        .add(symbol.forward() ? 1 : 0)
        .build();
  }

  /// Whether there is something to elaborate besides the declaration: a body, or the size of a struct.
  static boolean hasBody(SymbolId symbol) {
    return switch (symbol.kind()) {
      case FUNCTION, METHOD, TEST, STRUCT -> true;
      case UNION, REQUIREMENT, CONSTANT, REGION, MODULE -> false;
    };
  }
}
