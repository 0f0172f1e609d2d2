package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Complaints;
import arenad.resolve.StandardModule;
import arenad.symbol.SymbolId;
import arenad.syntax.Item;
import arenad.syntax.Param;
import arenad.text.Span;
import arenad.type.Binding;
import arenad.type.Binding.Convention;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.type.TypeText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Declarations of functions whose bodies are methods of Java.
///
/// `extern "com.acme.Text" count(s: String): i32;` binds the static method `count` of that class;
/// `extern "com.acme.Text#size" count(s: String): i32;` binds `size`. `java:` before the class means
/// nothing.
final class Externs {
  private static final String NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
  private static final Pattern METHOD =
      Pattern.compile(
          "(?:java:)?(?<class>" + NAME + "(?:\\." + NAME + ")*)(?:#(?<method>" + NAME + "))?");
  private static final String RETURNED = "numbers, `bool`, `char`, `String` and `String?` can";
  private static final String PASSED =
      "numbers, `bool`, `char`, `String`, `String?` and spans of numbers, `bool` and `char` can";
  private static final String RUNTIME = "runtime:";
  private static final String ENDING = "ending:";
  private static final String INTRINSIC = "intrinsic";

  private final Item.Extern syntax;
  private final SymbolId symbol;
  private final Complaints complaints;

  private Externs(Item.Extern syntax, SymbolId symbol, Complaints complaints) {
    this.syntax = syntax;
    this.symbol = symbol;
    this.complaints = complaints;
  }

  /// There is no body from which a result that is not written could be inferred: it is `void`.
  static Declaration of(
      Item.Extern syntax, SymbolId symbol, Environment environment, Complaints complaints) {
    Declaration.Function declared =
        Signatures.of(syntax.signature(), symbol, environment, complaints);
    Externs externs = new Externs(syntax, symbol, complaints);
    Binding binding = externs.binding();
    if (binding != null && binding.convention() == Convention.JAVA) {
      externs.checkTypes(declared);
    }
    return new Declaration.Function(
        symbol,
        declared.exported(),
        declared.typeParameters(),
        declared.parameters(),
        declared.result() == null ? Type.Unit.VOID : declared.result(),
        declared.writtenResult(),
        declared.requirements(),
        null,
        binding);
  }

  private @Nullable Binding binding() {
    String library = syntax.library();
    String name = symbol.name();
    if (library == null) {
      complain(
          syntax.span().firstToken(),
          "`extern` does not say of which Java class `" + name + "` is a method");
      return null;
    }
    if (StandardModule.named(symbol.module()) != null) {
      if (library.equals(INTRINSIC)) {
        return new Binding(Convention.INTRINSIC, "", name);
      }
      if (library.startsWith(RUNTIME)) {
        return method(library.substring(RUNTIME.length()), Convention.RUNTIME);
      }
      if (library.startsWith(ENDING)) {
        return method(library.substring(ENDING.length()), Convention.ENDING);
      }
    }
    return method(library, Convention.JAVA);
  }

  private @Nullable Binding method(String text, Convention convention) {
    Matcher matcher = METHOD.matcher(text);
    if (!matcher.matches()) {
      complain(syntax.span().firstToken(), "`" + text + "` names no Java class");
      return null;
    }
    String method = matcher.group("method");
    return new Binding(convention, matcher.group("class"), method == null ? symbol.name() : method);
  }

  private void complain(Span span, String message) {
    complaints.add(
        complaints
            .about(Code.E0230, span, message)
            .help(
                "write `extern \"package.Class\" name(x: T): R;`, or `\"package.Class#method\"`"));
  }

  private void checkTypes(Declaration.Function declared) {
    List<Param> params = syntax.signature().params();
    for (int i = 0; i < params.size(); i++) {
      Type type = declared.parameters().get(i).type();
      if (!isPassed(type) && !isSpanOfScalars(type)) {
        refuse(
            params.get(i).span(), "`" + TypeText.of(type) + "` cannot be passed to Java", PASSED);
      }
    }
    Type result = declared.result();
    if (result != null && syntax.signature().returns() != null && !isReturned(result)) {
      refuse(
          syntax.signature().returns().span(),
          "`" + TypeText.of(result) + "` cannot come back from Java",
          RETURNED);
    }
  }

  private void refuse(Span span, String message, String help) {
    complaints.add(complaints.about(Code.E0230, span, message).help(help));
  }

  private static boolean isPassed(Type type) {
    return type instanceof Type.Scalar
        || Type.withoutNull(type) instanceof Type.Text
        || type == Type.Unit.UNKNOWN;
  }

  private static boolean isSpanOfScalars(Type type) {
    return type instanceof Type.Builtin(Type.Container container, List<Type> arguments)
        && container == Type.Container.SPAN
        && arguments.getFirst() instanceof Type.Scalar;
  }

  private static boolean isReturned(Type type) {
    return type == Type.Unit.VOID || isPassed(type);
  }
}
