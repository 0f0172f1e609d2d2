package arenad.lower;

import arenad.elaborate.Workbench;
import arenad.instance.Instance;
import arenad.instance.Instantiating;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.TypedFunction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The templates of the programs on a workbench.
public record WorkbenchTemplates(Workbench workbench) implements Templates {
  @Override
  public @Nullable TypedFunction of(SymbolId function, List<Type> typeArguments) {
    TypedFunction template = workbench.elaborated(function).function();
    if (template == null || typeArguments.isEmpty()) {
      return template;
    }
    return workbench.declaration(function) instanceof Declaration.Function declared
        ? Instantiating.of(template, declared, new Instance(function, typeArguments), workbench)
        : null;
  }
}
