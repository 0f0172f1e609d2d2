package arenad.incremental;

import arenad.ir.IrFunction;
import arenad.ir.IrText;
import arenad.outline.Outline;
import arenad.outline.SymbolOutline;
import arenad.parse.Parsed;
import arenad.symbol.SymbolId;
import arenad.syntax.Node;
import arenad.syntax.Tokens;
import arenad.typed.TypedFunction;
import arenad.typed.TypedText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The printed form of a file in one phase, or of one symbol of it.
public final class Dump {
  private Dump() {}

  /// The phases that are printed here.
  public enum Phase {
    TOKENS,
    TREE,
    OUTLINE,
    TYPED,
    IR;

    /// The phase of that name, or null.
    public static @Nullable Phase named(String name) {
      for (Phase phase : values()) {
        if (phase.name().equals(name.toUpperCase(Locale.ROOT))) {
          return phase;
        }
      }
      return null;
    }
  }

  /// @param path of a file that the snapshot has
  /// @param symbol the one that is meant; null for all
  public static String of(Phase phase, Snapshot snapshot, String path, @Nullable SymbolId symbol) {
    Parsed parsed = snapshot.parsed(path);
    Outline outline = snapshot.outline(path);
    if (parsed == null || outline == null) {
      return "";
    }
    return switch (phase) {
      case TOKENS -> tokens(parsed, symbol);
      case TREE -> tree(symbol == null ? parsed.tree().root() : parsed.node(symbol));
      case OUTLINE -> outline(outline, symbol);
      case TYPED, IR -> bodies(phase, snapshot, outline, symbol);
    };
  }

  private static String tokens(Parsed parsed, @Nullable SymbolId symbol) {
    Tokens tokens = parsed.tree().tokens();
    Node node = symbol == null ? parsed.tree().root() : parsed.node(symbol);
    StringBuilder out = new StringBuilder();
    for (int token = node.first(); token < node.end(); token++) {
      out.append(tokens.kind(token))
          .append(' ')
          .append(quoted(parsed.text().substring(tokens.start(token), tokens.end(token))))
          .append('\n');
    }
    return out.toString();
  }

  private static String tree(Node node) {
    StringBuilder out = new StringBuilder();
    tree(node, 0, out);
    return out.toString();
  }

  private static void tree(Node node, int depth, StringBuilder out) {
    out.repeat("  ", depth).append(node.kind());
    if (node.children().isEmpty() && node.first() < node.end()) {
      Tokens tokens = node.tree().tokens();
      int start = tokens.start(node.first());
      out.append(' ').append(quoted(tokens.text().substring(start, tokens.end(node.end() - 1))));
    }
    out.append('\n');
    node.children().forEach(child -> tree(child, depth + 1, out));
  }

  private static String outline(Outline outline, @Nullable SymbolId symbol) {
    StringBuilder out = new StringBuilder();
    if (symbol == null) {
      out.append("module ").append(outline.module()).append(' ').append(outline.head());
      out.append('\n');
    }
    for (SymbolOutline each : outline.symbols()) {
      if (symbol == null || each.id().equals(symbol)) {
        out.append(each.exported() ? "export " : "")
            .append(each.id().kind().name().toLowerCase(Locale.ROOT))
            .append(' ')
            .append(quoted(each.id().name()))
            .append(" declaration ")
            .append(each.declaration())
            .append(" body ")
            .append(each.body())
            .append(each.broken() ? " broken" : "")
            .append('\n');
      }
    }
    return out.toString();
  }

  private static String bodies(
      Phase phase, Snapshot snapshot, Outline outline, @Nullable SymbolId symbol) {
    StringBuilder out = new StringBuilder();
    for (SymbolOutline each : outline.symbols()) {
      if (symbol == null || each.id().equals(symbol)) {
        String text = phase == Phase.IR ? ir(snapshot, each.id()) : typed(snapshot, each.id());
        out.append(out.isEmpty() || text.isEmpty() ? "" : "\n").append(text);
      }
    }
    return out.toString();
  }

  private static String ir(Snapshot snapshot, SymbolId symbol) {
    IrFunction graph = snapshot.graph(symbol);
    return graph == null ? "" : IrText.of(graph);
  }

  private static String typed(Snapshot snapshot, SymbolId symbol) {
    TypedFunction typed = snapshot.typed(symbol);
    return typed == null ? "" : TypedText.of(typed);
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + '"';
  }
}
