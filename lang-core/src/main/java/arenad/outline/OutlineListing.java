package arenad.outline;

import arenad.syntax.ImportedName;
import arenad.syntax.Item;
import java.util.Locale;
import java.util.stream.Collectors;

/// An outline as text, one line a symbol. What `arenad dump outline` shows.
public final class OutlineListing {
  private OutlineListing() {}

  public static String of(Outline outline) {
    StringBuilder out = new StringBuilder("module ").append(outline.module());
    out.append(outline.hot() ? " hot\n" : "\n");
    for (Item item : outline.imports()) {
      out.append(imported(item)).append('\n');
    }
    for (SymbolOutline symbol : outline.symbols()) {
      out.append(symbol(symbol)).append('\n');
    }
    return out.toString();
  }

  private static String imported(Item item) {
    return switch (item) {
      case Item.ImportModule imported ->
          "import " + imported.path().text() + " as " + imported.localName().text();
      case Item.ImportNames names ->
          names.names().stream()
              .map(OutlineListing::name)
              .collect(Collectors.joining(", ", "import { ", " } from " + names.path().text()));
      case Item.HotModule _,
          Item.Struct _,
          Item.Union _,
          Item.Requirement _,
          Item.Constant _,
          Item.Region _,
          Item.Function _,
          Item.Extern _,
          Item.Test _ ->
          "";
    };
  }

  private static String name(ImportedName imported) {
    String name = imported.name().text();
    return imported.alias() == null ? name : name + " as " + imported.alias().text();
  }

  private static String symbol(SymbolOutline symbol) {
    String kind = symbol.id().kind().name().toLowerCase(Locale.ROOT);
    String ordinal = symbol.id().ordinal() == 0 ? "" : "#" + symbol.id().ordinal();
    return (symbol.owner() == null ? "" : "  ")
        + (symbol.exported() && symbol.owner() == null ? "export " : "")
        + (symbol.forward() ? "forward " : "")
        + kind
        + " "
        + symbol.id().name()
        + ordinal
        + " declaration "
        + shortened(symbol.declaration())
        + (symbol.body().equals(Fingerprint.EMPTY) ? "" : " body " + shortened(symbol.body()))
        + (symbol.documented() ? " documented" : "")
        + (symbol.broken() ? " broken" : "");
  }

  private static String shortened(Fingerprint fingerprint) {
    return fingerprint.toString().substring(0, 8);
  }
}
