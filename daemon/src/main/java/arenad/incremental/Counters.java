package arenad.incremental;

import arenad.resolve.StandardModule;
import arenad.symbol.SymbolId;
import java.util.Set;
import java.util.TreeSet;

/// What was done since the counters were made.
public final class Counters {
  private final Set<SymbolId> elaborated = new TreeSet<>();
  private final Set<SymbolId> lowered = new TreeSet<>();
  private final Set<String> parsed = new TreeSet<>();
  private final Set<String> emitted = new TreeSet<>();

  /// Whether `--stats` counts the symbol: it is one that the user would call so.
  public static boolean counts(SymbolId symbol) {
    return StandardModule.named(symbol.module()) == null && isDeclaration(symbol);
  }

  private static boolean isDeclaration(SymbolId symbol) {
    return switch (symbol.kind()) {
      case FUNCTION, METHOD, STRUCT, UNION, REQUIREMENT, CONSTANT, TEST -> true;
      case REGION, MODULE -> false;
    };
  }

  /// A stage of the symbol has run.
  synchronized void elaborated(SymbolId symbol) {
    if (counts(symbol)) {
      elaborated.add(symbol);
    }
  }

  synchronized void lowered(SymbolId symbol) {
    if (counts(symbol)) {
      lowered.add(symbol);
    }
  }

  synchronized void parsed(String path) {
    parsed.add(path);
  }

  synchronized void emitted(String module) {
    if (StandardModule.named(module) == null) {
      emitted.add(module);
    }
  }

  /// The symbols of which a stage has run, in order.
  public synchronized Set<SymbolId> elaborated() {
    return new TreeSet<>(elaborated);
  }

  public synchronized int lowered() {
    return lowered.size();
  }

  public synchronized int parsed() {
    return parsed.size();
  }

  public synchronized int emitted() {
    return emitted.size();
  }

  /// Adds what `other` has counted.
  public void add(Counters other) {
    Counters copy = other.taken(false);
    synchronized (this) {
      elaborated.addAll(copy.elaborated);
      lowered.addAll(copy.lowered);
      parsed.addAll(copy.parsed);
      emitted.addAll(copy.emitted);
    }
  }

  /// What was counted so far; these counters begin anew.
  public Counters take() {
    return taken(true);
  }

  private synchronized Counters taken(boolean clear) {
    Counters copy = new Counters();
    copy.elaborated.addAll(elaborated);
    copy.lowered.addAll(lowered);
    copy.parsed.addAll(parsed);
    copy.emitted.addAll(emitted);
    if (clear) {
      elaborated.clear();
      lowered.clear();
      parsed.clear();
      emitted.clear();
    }
    return copy;
  }
}
