package arenad.ide;

import arenad.syntax.Item;
import arenad.text.Span;

/// Where a declaration says its name.
final class NameOf {
  private NameOf() {}

  static Span item(Item item) {
    return switch (item) {
      case Item.HotModule hot -> hot.span();
      case Item.ImportModule imported -> imported.localName().span();
      case Item.ImportNames imported -> imported.span();
      case Item.Struct struct -> struct.name().span();
      case Item.Union union -> union.name().span();
      case Item.Requirement requirement -> requirement.name().span();
      case Item.Constant constant -> constant.name().span();
      case Item.Region region -> region.name().span();
      case Item.Function function -> function.signature().name().span();
      case Item.Extern extern -> extern.signature().name().span();
      case Item.Test test -> test.titleSpan();
    };
  }
}
