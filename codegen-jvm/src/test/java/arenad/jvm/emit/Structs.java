package arenad.jvm.emit;

import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The structs of graphs by hand.
final class Structs {

  private static final Map<SymbolId, Declaration.Struct> ALL = new TreeMap<>();

  static final Type.Named VECTOR = struct("Vector", Ir.F64, Ir.F64, Ir.F64);
  static final Type.Named PAIR = struct("Pair", Ir.I32, Ir.I64);
  static final Type.Named PERSON = struct("Person", Ir.TEXT, Ir.I32, new Type.Optional(Ir.I32));
  static final Type.Named NODE =
      struct(
          "Node", Ir.I32, Ir.TEXT, new Type.Optional(new Type.Ref(new Type.Named(symbol("Node")))));
  static final Type.Named GRID = struct("Grid", Ir.I32, new Type.FixedArray(Ir.I32, 10));
  static final Type.Named WIDE = wide();

  private Structs() {}

  static Declaration.Struct find(SymbolId symbol) {
    Declaration.Struct struct = ALL.get(symbol);
    if (struct == null) {
      throw new AssertionError("no struct " + symbol);
    }
    return struct;
  }

  private static SymbolId symbol(String name) {
    return new SymbolId("test.module", SymbolId.Kind.STRUCT, name);
  }

  private static Type.Named wide() {
    Type[] fields = new Type[20];
    java.util.Arrays.fill(fields, Ir.F64);
    return struct("Wide", fields);
  }

  private static Type.Named struct(String name, Type... types) {
    List<Declaration.Field> fields = new ArrayList<>();
    for (Type type : types) {
      fields.add(new Declaration.Field("m" + fields.size(), type, null, Ir.HERE));
    }
    SymbolId symbol = symbol(name);
    ALL.put(symbol, new Declaration.Struct(symbol, true, List.of(), List.of(), fields, List.of()));
    return new Type.Named(symbol);
  }
}
