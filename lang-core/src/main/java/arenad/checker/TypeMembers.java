package arenad.checker;

import arenad.ir.Value;
import arenad.lifetime.Shapes;
import arenad.type.Declaration;
import arenad.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the type arguments of one call have where positions of the callee's contract name members that
/// requirements give.
record TypeMembers(Value.Call call, Callees callees) {

  /// The name of such a member as the caller would write it, if the type argument is a type parameter of the caller; else
  /// null.
  @Nullable String renamed(String required) {
    return argument(required) instanceof Type.Parameter(String name)
        ? Shapes.required(name, member(required))
        : null;
  }

  /// The type of the member that the type argument has.
  Type type(String required) {
    Type argument = argument(required);
    return argument == null ? Type.Unit.UNKNOWN : callees.member(argument, member(required));
  }

  private @Nullable Type argument(String required) {
    return ofParameter(required.substring(1, required.indexOf('.')));
  }

  /// The type argument for a type parameter of the callee, or null.
  @Nullable Type ofParameter(String name) {
    Declaration.Function declaration = callees.declaration(call.callee());
    List<Declaration.TypeParameter> parameters =
        declaration == null ? List.of() : declaration.typeParameters();
    for (int i = 0; i < Math.min(parameters.size(), call.typeArguments().size()); i++) {
      if (parameters.get(i).name().equals(name)) {
        return call.typeArguments().get(i);
      }
    }
    return null;
  }

  private static String member(String required) {
    return required.substring(required.indexOf('.') + 1);
  }
}
