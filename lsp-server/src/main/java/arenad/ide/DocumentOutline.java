package arenad.ide;

import arenad.parse.Parsed;
import arenad.parse.Positions;
import arenad.symbol.SymbolId;
import arenad.syntax.Item;
import arenad.syntax.Node;
import arenad.syntax.Tokens;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The symbols of a file as a tree: structs with their fields and methods.
public final class DocumentOutline {
  private DocumentOutline() {}

  /// One line of the outline; offsets into the file, ends exclusive.
  public record Entry(
      String name,
      Kind kind,
      int start,
      int end,
      int nameStart,
      int nameEnd,
      List<Entry> children) {}

  public enum Kind {
    FUNCTION,
    METHOD,
    STRUCT,
    FIELD,
    UNION,
    REQUIREMENT,
    CONSTANT,
    REGION,
    TEST
  }

  public static List<Entry> of(Parsed parsed) {
    Map<SymbolId, Entry> entries = new LinkedHashMap<>();
    List<Entry> top = new ArrayList<>();
    for (SymbolId symbol : parsed.symbols()) {
      Entry entry = entry(parsed, symbol);
      entries.put(symbol, entry);
      SymbolId owner = parsed.owner(symbol);
      Entry container = owner == null ? null : entries.get(owner);
      if (container == null) {
        top.add(entry);
      } else {
        container.children().add(entry);
      }
    }
    return top;
  }

  private static Entry entry(Parsed parsed, SymbolId symbol) {
    Tokens tokens = parsed.tree().tokens();
    Node node = parsed.node(symbol);
    Positions positions = parsed.positions(symbol);
    Item item = parsed.item(symbol);
    Span name = NameOf.item(item);
    List<Entry> children = new ArrayList<>();
    if (item instanceof Item.Struct struct) {
      struct
          .fields()
          .forEach(
              field ->
                  children.add(
                      new Entry(
                          field.name().text(),
                          Kind.FIELD,
                          positions.start(field.span()),
                          positions.end(field.span()),
                          positions.start(field.name().span()),
                          positions.end(field.name().span()),
                          List.of())));
    }
    return new Entry(
        symbol.simpleName(),
        kind(symbol),
        tokens.start(node.first()),
        tokens.end(Math.max(node.first(), node.end() - 1)),
        positions.start(name),
        positions.end(name),
        children);
  }

  private static Kind kind(SymbolId symbol) {
    return switch (symbol.kind()) {
      case FUNCTION, MODULE -> Kind.FUNCTION;
      case METHOD -> Kind.METHOD;
      case STRUCT -> Kind.STRUCT;
      case UNION -> Kind.UNION;
      case REQUIREMENT -> Kind.REQUIREMENT;
      case CONSTANT -> Kind.CONSTANT;
      case TEST -> Kind.TEST;
      case REGION -> Kind.REGION;
    };
  }
}
