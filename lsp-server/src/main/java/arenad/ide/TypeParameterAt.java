package arenad.ide;

import arenad.lifetime.ContractText;
import arenad.symbol.SymbolId;
import arenad.syntax.Item;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.TypeParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The type or region parameter under the cursor: of the declaration around, or of the struct of a method.
final class TypeParameterAt {
  private TypeParameterAt() {}

  static @Nullable Referent of(FileView file, NameAt name, SymbolId symbol) {
    if (!mayBe(name)) {
      return null;
    }
    for (SymbolId owner = symbol; owner != null; owner = file.parsed().owner(owner)) {
      for (TypeParam each : written(file.parsed().item(owner))) {
        if (each.name().text().equals(name.text())) {
          return new Referent.OfTypeParameter(owner, text(file, owner, each), each.name().span());
        }
      }
    }
    return null;
  }

  /// Whether a type or a parameter is meant there, and no value.
  private static boolean mayBe(NameAt name) {
    Node node = name.innermost().is(NodeKind.NAME) ? name.above(1) : name.innermost();
    return node != null
        && (node.is(NodeKind.NAMED_TYPE)
            || node.is(NodeKind.TYPE_PARAM)
            || node.is(NodeKind.REGION_PARAM)
            || node.is(NodeKind.REGION_PREFIX)
            || node.is(NodeKind.REGION_REFERENCE_TYPE)
            || node.is(NodeKind.SATISFIES));
  }

  private static List<TypeParam> written(Item item) {
    return switch (item) {
      case Item.Struct struct -> struct.typeParams();
      case Item.Union union -> union.typeParams();
      case Item.Requirement requirement -> requirement.typeParams();
      case Item.Function function -> function.signature().typeParams();
      case Item.Extern extern -> extern.signature().typeParams();
      case Item.HotModule _,
          Item.ImportModule _,
          Item.ImportNames _,
          Item.Constant _,
          Item.Region _,
          Item.Test _ ->
          List.of();
    };
  }

  private static String text(FileView file, SymbolId owner, TypeParam written) {
    return switch (written) {
      case TypeParam.Region region -> "region " + region.name().text();
      case TypeParam.Type type ->
          HoverText.typeParameters(file, owner).stream()
              .filter(each -> each.name().equals(type.name().text()))
              .map(ContractText::typeParameter)
              .findFirst()
              .orElse(type.name().text());
    };
  }
}
