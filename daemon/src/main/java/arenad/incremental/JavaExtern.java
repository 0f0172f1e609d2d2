package arenad.incremental;

import arenad.jvm.emit.ExternCode;
import arenad.jvm.emit.JavaSignature;
import arenad.jvm.emit.LineOf;
import arenad.outline.FingerprintBuilder;
import arenad.symbol.SymbolId;
import arenad.type.Binding;
import arenad.type.Declaration;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A function of the program that stands for a method of Java.
///
/// @param descriptor of the method
public record JavaExtern(SymbolId symbol, Binding binding, String descriptor) {

  /// All of them, those of standard modules left out.
  public static List<JavaExtern> all(Snapshot snapshot) {
    List<JavaExtern> externs = new ArrayList<>();
    for (FileState file : snapshot.files().values()) {
      for (Declaration.Function function : boundIn(snapshot, file)) {
        Type result = Objects.requireNonNull(function.result());
        String descriptor = JavaSignature.descriptor(typesOf(function), result);
        externs.add(new JavaExtern(function.symbol(), bindingOf(function), descriptor));
      }
    }
    return externs;
  }

  /// What the class of a module has methods for besides its bodies.
  ///
  /// @param lines where the tokens of a symbol stand
  static List<ExternCode> code(
      Snapshot snapshot, FileState file, Function<SymbolId, LineOf> lines) {
    List<ExternCode> externs = new ArrayList<>();
    for (Declaration.Function function : boundIn(snapshot, file)) {
      externs.add(
          new ExternCode(
              function.symbol(),
              bindingOf(function),
              typesOf(function),
              Objects.requireNonNull(function.result()),
              lines.apply(function.symbol()).token(0)));
    }
    return externs;
  }

  /// Adds what that code depends on.
  static void add(Snapshot snapshot, FileState file, FingerprintBuilder all) {
    for (Declaration.Function function : boundIn(snapshot, file)) {
      all.add(function.symbol().name()).add(Records.of(function));
    }
  }

  private static List<Declaration.Function> boundIn(Snapshot snapshot, FileState file) {
    List<Declaration.Function> found = new ArrayList<>();
    for (SymbolId symbol : file.symbols().keySet()) {
      if (snapshot.declaration(symbol) instanceof Declaration.Function function
          && isBound(function.binding())) {
        found.add(function);
      }
    }
    return found;
  }

  private static boolean isBound(@Nullable Binding binding) {
    return binding != null && binding.convention() != Binding.Convention.INTRINSIC;
  }

  private static Binding bindingOf(Declaration.Function function) {
    return Objects.requireNonNull(function.binding());
  }

  private static List<Type> typesOf(Declaration.Function function) {
    return function.parameters().stream().map(Declaration.Parameter::type).toList();
  }
}
