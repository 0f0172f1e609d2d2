package arenad.jvm.emit;

import arenad.ir.IrFunction;
import arenad.jvm.layout.Kind;
import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Shapes;
import arenad.symbol.SymbolId;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Methods of small structs stand in a class twice.
///
/// A method works on the object itself, so it is handed the object's address. A local struct would then have to live in frame
/// memory, though loads and stores of memory are what C2 optimises least. So a method of a struct of a few scalars has a second
/// form of the same name, which is handed the components of `self` and gives them back, changed or not, behind its
/// result; a local on which only such methods are called stays in JVM locals.
///
/// Nobody else can see a local struct while the method runs, and so nobody can tell a copy from the object, as long as
/// the method cannot keep its address. It cannot if no place that can be reached from its result, its other parameters or the
/// struct itself may hold a reference to such a struct. All this follows from the types, so that callers need not know
/// the method's body.
final class SplitReceiver {

  private static final int MOST_COMPONENTS = 8;

  private SplitReceiver() {}

  /// The struct whose components are handed over, or null if the method has no such form.
  ///
  /// @param parameters `self`, a reference, first
  static @Nullable Type of(SymbolId callee, List<Type> parameters, Type result, ClassDraft draft) {
    if (callee.kind() != SymbolId.Kind.METHOD
        || parameters.isEmpty()
        || !(parameters.getFirst() instanceof Type.Ref(Type self, _, _))) {
      return null;
    }
    Shape shape = draft.shapes().of(self);
    Shape results = draft.shapes().of(result);
    int components = shape.components().size();
    boolean fits =
        !shape.inMemory()
            && !results.inMemory()
            && components <= MOST_COMPONENTS
            && components + results.components().size() <= Shapes.MOST_COMPONENTS;
    if (!fits || !hasOwnDescriptor(shape) || keepsAddress(self, parameters, result, draft)) {
      return null;
    }
    Signature signature = Signature.of(byValue(self, parameters), result, self, draft.shapes());
    return signature.fits() && signature.parameters().stream().noneMatch(p -> splitByAddress(p))
        ? self
        : null;
  }

  /// The parameters of the second form.
  static List<Type> byValue(Type self, List<Type> parameters) {
    List<Type> types = new ArrayList<>(parameters);
    types.set(0, self);
    return types;
  }

  static List<Type> parametersOf(IrFunction function) {
    return function.locals().subList(0, function.parameters()).stream()
        .map(IrFunction.Local::type)
        .toList();
  }

  /// Whether the components do not look like an address, so that the two forms differ in their descriptors.
  private static boolean hasOwnDescriptor(Shape self) {
    int components = self.components().size();
    return components > 1 || components == 1 && self.components().getFirst().kind() != Kind.LONG;
  }

  private static boolean keepsAddress(
      Type self, List<Type> parameters, Type result, ClassDraft draft) {
    return draft.reach().leadsToReference(self, self)
        || draft.reach().leadsToReference(result, self)
        || parameters.stream()
            .skip(1)
            .anyMatch(parameter -> draft.reach().leadsToReference(parameter, self));
  }

  private static boolean splitByAddress(Signature.Parameter parameter) {
    return parameter.byAddress() && !parameter.shape().inMemory();
  }
}
