package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Suggestion;
import arenad.syntax.Expr.NullLiteral;
import arenad.syntax.Ident;
import arenad.syntax.Pattern;
import arenad.syntax.TypeExpr;
import arenad.text.Span;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.type.Variants;
import arenad.typed.Expr;
import arenad.typed.MatchLabel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The patterns of one match, in their order: what each stands for, and that none stands for what
/// is handled before it.
final class MatchPatterns {
  private final Body body;
  private final MatchSubject subject;

  /// What is handled already, and where.
  private final Map<Object, Span> handled = new LinkedHashMap<>();

  private static final Object NULL = new Object();
  private static final Object DEFAULT = new Object();

  private boolean broken;

  MatchPatterns(Body body, MatchSubject subject) {
    this.body = body;
    this.subject = subject;
  }

  /// What a pattern stands for.
  ///
  /// @param type the variant, or the smaller union, if it names one alone; else null
  /// @param bindable what a name after `as` is: `type`, or a union of several
  /// @param isNull whether it stands for null
  /// @param present whether it stands for nothing null
  record Found(
      List<MatchLabel> labels,
      @Nullable Type type,
      @Nullable Type bindable,
      @Nullable Ident binding,
      boolean isNull,
      boolean present) {

    static final Found NOTHING = new Found(List.of(), null, null, null, false, false);

    /// What is known inside of the case.
    Facts facts(MatchSubject subject, Facts before) {
      Path path = subject.path();
      if (path == null || subject.isBroken()) {
        return before;
      }
      Facts known = before.withVariant(path, type);
      if (isNull) {
        return known.withoutPresent(path);
      }
      return subject.isNullable() && present ? known.withPresent(path) : known;
    }

    Ident name() {
      return Objects.requireNonNull(binding);
    }

    /// What the name after `as` stands for.
    Expr bound(Body body, MatchSubject subject) {
      return bindable == null || subject.isBroken()
          ? body.hole(name().span())
          : Unions.as(body, subject.present(), bindable);
    }
  }

  boolean areBroken() {
    return broken;
  }

  boolean isHandled(int tag) {
    return handled.containsKey(DEFAULT) || handled.containsKey(tag);
  }

  boolean isNullHandled() {
    return handled.containsKey(DEFAULT) || handled.containsKey(NULL);
  }

  boolean isValueHandled(ConstantValue value) {
    return handled.containsKey(DEFAULT) || handled.containsKey(value);
  }

  boolean hasDefault() {
    return handled.containsKey(DEFAULT);
  }

  Found of(Pattern pattern) {
    Found found =
        switch (pattern) {
          case Pattern.OfType ofType -> types(ofType);
          case Pattern.OfValue(arenad.syntax.Expr value, Span span) -> value(value, span);
          case Pattern.Default(Span span) -> otherwise(span);
          case Pattern.Missing _ -> Found.NOTHING;
        };
    broken |= found.labels().isEmpty();
    return found;
  }

  private Found otherwise(Span span) {
    if (!isNews(List.of(DEFAULT), span, "`default` stands here already")) {
      return Found.NOTHING;
    }
    if (!subject.isBroken() && !broken && MatchCoverage.missing(subject, this).isEmpty()) {
      body.error(
          Code.E0412, span, "the cases above handle everything, so nothing is left for this");
      return Found.NOTHING;
    }
    boolean present = handled.containsKey(NULL);
    handled.put(DEFAULT, span);
    return new Found(List.of(new MatchLabel.Other()), null, null, null, false, present);
  }

  private Found value(arenad.syntax.Expr value, Span span) {
    if (subject.isBroken()) {
      return Found.NOTHING;
    }
    if (value instanceof NullLiteral) {
      return nothing(span);
    }
    if (subject.union() != null) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0402,
                  span,
                  "the cases of `" + subject.typeText() + "` name its variants, not values")
              .help("its variants are " + listed(subject.variants())));
      return Found.NOTHING;
    }
    Expr literal = Expressions.expect(body, value, Type.withoutNull(subject.place().type()));
    if (!(literal instanceof Expr.Literal(ConstantValue constant, Type _, Span _))) {
      if (!(literal instanceof Expr.Hole)) {
        body.error(Code.E0402, span, "a `case` names a plain value");
      }
      return Found.NOTHING;
    }
    if (!isNews(List.of(constant), span, "this value is handled already")) {
      return Found.NOTHING;
    }
    handled.put(constant, span);
    return new Found(List.of(new MatchLabel.Value(literal)), null, null, null, false, true);
  }

  private Found nothing(Span span) {
    if (!subject.isNullable()) {
      body.error(Code.E0402, span, "a `" + subject.typeText() + "` is never null");
      return Found.NOTHING;
    }
    if (!isNews(List.of(NULL), span, "`null` is handled already")) {
      return Found.NOTHING;
    }
    handled.put(NULL, span);
    return new Found(List.of(new MatchLabel.Null()), null, null, null, true, false);
  }

  private Found types(Pattern.OfType pattern) {
    if (subject.isBroken()) {
      return new Found(List.of(), null, null, pattern.binding(), false, false);
    }
    if (subject.union() == null) {
      body.error(
          Code.E0402,
          pattern.type().span(),
          "this is a match on `" + subject.typeText() + "`: its cases name values");
      return new Found(List.of(), null, null, pattern.binding(), false, false);
    }
    List<TypeExpr> written =
        pattern.type() instanceof TypeExpr.Union(List<TypeExpr> several, Span _)
            ? several
            : List.of(pattern.type());
    List<Type> types = new ArrayList<>();
    List<Object> tags = new ArrayList<>();
    for (TypeExpr one : written) {
      Type type = type(one);
      if (type == null || !addTags(type, one.span(), tags)) {
        return new Found(List.of(), null, null, pattern.binding(), false, false);
      }
      types.add(type);
    }
    return labelled(pattern, types, tags);
  }

  private Found labelled(Pattern.OfType pattern, List<Type> types, List<Object> tags) {
    Type only = types.size() == 1 ? types.getFirst() : null;
    String text =
        types.size() == 1 ? "`" + TypeText.of(types.getFirst()) + "` is" : "all of these are";
    Type bindable = only != null ? only : Variants.nameless(types);
    if (!isNews(tags, pattern.type().span(), text + " handled already")) {
      return new Found(List.of(), only, bindable, pattern.binding(), false, true);
    }
    List<MatchLabel> labels = new ArrayList<>();
    for (Object tag : tags) {
      if (handled.putIfAbsent(tag, pattern.span()) == null) {
        labels.add(new MatchLabel.Variant((Integer) tag));
      }
    }
    return new Found(labels, only, bindable, pattern.binding(), false, true);
  }

  /// The type that a case names: one that is known here, or a variant by its name alone.
  private @Nullable Type type(TypeExpr written) {
    if (written instanceof TypeExpr.Named named
        && named.path().size() == 1
        && named.args().isEmpty()) {
      List<Type> ofThatName =
          subject.variants().stream()
              .filter(variant -> TypeText.of(variant).equals(named.name().text()))
              .toList();
      if (ofThatName.size() == 1) {
        return ofThatName.getFirst();
      }
    }
    Type type = body.type(written);
    return type == Type.Unit.UNKNOWN ? null : type;
  }

  private boolean addTags(Type type, Span span, List<Object> tags) {
    List<Type> parts = body.variants(type);
    List<Type> wanted = parts.isEmpty() ? List.of(type) : parts;
    if (!subject.variants().containsAll(wanted)) {
      complainOfStranger(type, span);
      return false;
    }
    for (int i = 0; i < subject.variants().size(); i++) {
      if (wanted.contains(subject.variants().get(i))) {
        tags.add(i + 1);
      }
    }
    return true;
  }

  private void complainOfStranger(Type type, Span span) {
    String text = TypeText.of(type);
    List<String> names = subject.variants().stream().map(TypeText::of).toList();
    var diagnostic =
        body.complaints.about(
            Code.E0402, span, "`" + text + "` is no variant of `" + subject.typeText() + "`");
    if (type instanceof Type.Ref(Type target, boolean _, String _)
        && subject.variants().contains(target)) {
      body.complaints.add(
          diagnostic.help("a case names the variant: `case " + TypeText.of(target) + "`"));
      return;
    }
    body.complaints.add(
        Suggestion.offered(
            diagnostic.help("its variants are " + listed(subject.variants())),
            body.complaints.at(span),
            text,
            names));
  }

  /// Whether something of it is not handled yet; complains if not.
  private boolean isNews(List<Object> keys, Span span, String message) {
    if (subject.isBroken()) {
      return true;
    }
    boolean all = keys.stream().allMatch(handled::containsKey);
    Span first = handled.get(all ? keys.getFirst() : DEFAULT);
    if (first == null) {
      return true;
    }
    body.complaints.add(
        body.complaints
            .about(
                Code.E0412, span, all ? message : "this stands behind `default`, which takes all")
            .because(body.complaints.at(first), "it is handled here"));
    return false;
  }

  static String listed(List<Type> types) {
    List<String> quoted = types.stream().map(type -> "`" + TypeText.of(type) + "`").toList();
    return quoted.size() < 2
        ? String.join("", quoted)
        : String.join(", ", quoted.subList(0, quoted.size() - 1)) + " and " + quoted.getLast();
  }
}
