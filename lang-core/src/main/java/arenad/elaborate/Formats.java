package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.resolve.TypeNames;
import arenad.syntax.Expr.FString;
import arenad.syntax.FormatSpec;
import arenad.syntax.TextPart;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.typed.Expr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// F-strings, and what can be written as text.
final class Formats {
  private Formats() {}

  static Expr of(Body body, FString syntax) {
    List<Expr.Part> parts = new ArrayList<>();
    boolean broken = false;
    for (TextPart part : syntax.parts()) {
      switch (part) {
        case TextPart.Literal(String text, Span _) -> parts.add(new Expr.Part.Text(text));
        case TextPart.Hole(arenad.syntax.Expr hole, FormatSpec format, Span _) -> {
          Expr value = printable(body, hole);
          broken |= value instanceof Expr.Hole;
          parts.add(new Expr.Part.Hole(value, specification(body, format, value.type())));
        }
      }
    }
    Type text = new Type.Text();
    return broken ? body.hole(text, syntax.span()) : new Expr.Format(parts, text, syntax.span());
  }

  /// A value that can be written as text: a scalar or a string, nullable or not.
  static Expr printable(Body body, arenad.syntax.Expr syntax) {
    Expr value = Expressions.value(body, syntax, null);
    Type type = Type.withoutNull(value.type());
    if (value instanceof Expr.Hole || LanguageRequirements.isPrintable(body, type)) {
      return value;
    }
    if (type == Type.Unit.UNKNOWN) {
      return body.hole(syntax.span());
    }
    if (type == Type.Unit.NULL) {
      return new Expr.Literal(new ConstantValue.Text("null"), new Type.Text(), syntax.span());
    }
    Diagnostic diagnostic =
        body.complaints.about(
            Code.E0201,
            syntax.span(),
            "only numbers, `bool`, `char` and `String` are written as text, and this is "
                + Coercions.article(value.type()));
    if (type instanceof Type.Parameter(String parameter)) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0201,
                  syntax.span(),
                  "nothing says that a `" + parameter + "` can be written as text")
              .help("require it: `" + parameter + ": " + TypeNames.PRINTABLE + "`"));
      return body.hole(syntax.span());
    }
    boolean buffer =
        type instanceof Type.Builtin(Type.Container container, var _)
            && container == Type.Container.STRING_BUFFER;
    body.complaints.add(buffer ? diagnostic.help("`.toString(a)` gives its text") : diagnostic);
    return body.hole(syntax.span());
  }

  /// A string; a character becomes one.
  static Expr textOfChar(Body body, Expr value) {
    Type text = new Type.Text();
    if (value.type() != Scalar.CHAR) {
      return Coercions.to(body, value, text);
    }
    if (value instanceof Expr.Literal(ConstantValue.Char(int codePoint), Type _, Span span)) {
      return new Expr.Literal(new ConstantValue.Text(Character.toString(codePoint)), text, span);
    }
    return new Expr.Format(List.of(new Expr.Part.Hole(value, null)), text, value.span());
  }

  private static @Nullable String specification(
      Body body, @Nullable FormatSpec format, Type holeType) {
    if (format == null || format.text().isEmpty()) {
      return null;
    }
    Type type = Type.withoutNull(holeType);
    String complaint = FormatRules.complaint(format.text(), type);
    if (complaint == null) {
      return format.text();
    }
    body.complaints.add(
        body.complaints
            .about(Code.E0219, format.span(), complaint)
            .help(
                "the form is `[[fill]align][+][#][0][width][.precision][type]`, such as `{x:.2}`,"
                    + " `{x:>8}`, `{x:08x}`"));
    body.noteHole();
    return null;
  }
}
