package arenad.incremental;

import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Located;
import arenad.diagnostic.LocatedDiagnostic;
import arenad.diagnostic.Locator;
import arenad.diagnostic.Place;
import arenad.parse.Parsed;
import arenad.parse.Positions;
import arenad.symbol.SymbolId;
import arenad.text.SourceText;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Turns the places of diagnostics into places in files, as the texts of one snapshot have them.
/// Only files that something is said about are parsed for it.
public final class Places implements Locator {
  private final Snapshot snapshot;
  private final UnaryOperator<String> display;
  private final Map<SymbolId, Positions> positions = new HashMap<>();
  private final Map<String, SourceText> others = new HashMap<>();

  /// With files called by their paths relative to the root.
  public Places(Snapshot snapshot) {
    this(snapshot, UnaryOperator.identity());
  }

  /// @param display what a file is called, from its path relative to the root
  public Places(Snapshot snapshot, UnaryOperator<String> display) {
    this.snapshot = snapshot;
    this.display = display;
  }

  /// Adds a text that is no module, such as that of `arena.toml`.
  public Places with(String path, SourceText text) {
    others.put(path, text);
    return this;
  }

  @Override
  public @Nullable Located locate(Place place) {
    return switch (place) {
      case Place.InSymbol(SymbolId symbol, Span span) -> inSymbol(symbol, span);
      case Place.InModule(String module, int start, int end) -> inModule(module, start, end);
      case Place.InFile(String path, int start, int end) -> {
        SourceText text = others.get(path);
        Parsed parsed = text == null ? snapshot.parsed(path) : null;
        SourceText found = parsed == null ? text : parsed.text();
        yield found == null ? null : located(path, found, start, end);
      }
    };
  }

  private @Nullable Located inSymbol(SymbolId symbol, Span span) {
    String path = snapshot.pathOf(symbol.module());
    Parsed parsed = path == null ? null : snapshot.parsed(path);
    if (path == null || parsed == null || !parsed.declares(symbol)) {
      return null;
    }
    Positions known = positions.computeIfAbsent(symbol, parsed::positions);
    return located(path, parsed.text(), known.start(span), known.end(span));
  }

  private @Nullable Located inModule(String module, int start, int end) {
    String path = snapshot.pathOf(module);
    Parsed parsed = path == null ? null : snapshot.parsed(path);
    return path == null || parsed == null ? null : located(path, parsed.text(), start, end);
  }

  private Located located(String path, SourceText text, int start, int end) {
    int from = Math.clamp(start, 0, text.length());
    return new Located(display.apply(path), text, from, Math.clamp(end, from, text.length()));
  }

  /// Diagnostics by file, position and code. One about what is not there any more is left out.
  public List<LocatedDiagnostic> sorted(List<Diagnostic> diagnostics) {
    List<LocatedDiagnostic> located = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      LocatedDiagnostic found = LocatedDiagnostic.of(diagnostic, this);
      if (found != null) {
        located.add(found);
      }
    }
    located.sort(LocatedDiagnostic.ORDER);
    return located.stream().distinct().toList();
  }
}
