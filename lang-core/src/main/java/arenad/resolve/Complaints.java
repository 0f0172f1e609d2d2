package arenad.resolve;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.symbol.SymbolId;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Collects what is wrong with one symbol while it is looked at.
public final class Complaints {
  private final SymbolId symbol;
  private final List<Diagnostic> all = new ArrayList<>();
  private final Set<String> unknown = new HashSet<>();

  public Complaints(SymbolId symbol) {
    this.symbol = symbol;
  }

  public SymbolId symbol() {
    return symbol;
  }

  public Place at(Span span) {
    return Place.in(symbol, span);
  }

  /// A diagnostic of this symbol, to be refined and handed to [#add(Diagnostic)].
  public Diagnostic about(Code code, Span span, String message) {
    return Diagnostic.of(code, at(span), message);
  }

  public void add(Diagnostic diagnostic) {
    all.add(diagnostic);
  }

  public void add(Code code, Span span, String message) {
    add(about(code, span, message));
  }

  /// The same with a help line that names the candidate nearest to `name`, if one is near.
  public void addWithSuggestion(
      Code code, Span span, String message, String name, Collection<String> candidates) {
    add(Suggestion.offered(about(code, span, message), at(span), name, candidates));
  }

  /// That `what`, a construct of the language, is not there yet.
  public void unsupported(Span span, String what) {
    add(Code.E0500, span, what + " not supported yet");
  }

  /// Whether nothing has been said yet of there being no such name. It is said once, however often
  /// the name is used.
  public boolean isNews(String name) {
    return unknown.add(name);
  }

  public boolean hasErrors() {
    return all.stream().anyMatch(Diagnostic::isError);
  }

  public List<Diagnostic> all() {
    return List.copyOf(all);
  }
}
