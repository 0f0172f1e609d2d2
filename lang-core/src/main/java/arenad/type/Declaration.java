package arenad.type;

import arenad.symbol.SymbolId;
import arenad.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is written of a symbol outside its body, with every name resolved. Spans in it serve
/// messages and are left out of its fingerprint.
public sealed interface Declaration {

  SymbolId symbol();

  boolean exported();

  /// A function, a method (its first parameter is `self`) or a test (no parameters).
  ///
  /// @param result the written return type, or null when it is to be inferred from the body
  /// @param writtenResult the return type in the words of the source (`str`), or null
  /// @param forward of a `forward` method, the names of `return self.a.b;` where its body is that and
  ///     nothing else, otherwise an empty list; null for all other functions
  /// @param binding of an `extern` function, the method that it is; null for all others
  record Function(
      SymbolId symbol,
      boolean exported,
      List<TypeParameter> typeParameters,
      List<Parameter> parameters,
      @Nullable Type result,
      @Nullable String writtenResult,
      List<LifetimeRequirement> requirements,
      @Nullable List<String> forward,
      @Nullable Binding binding)
      implements Declaration {
    /// Whether the first parameter is `self`.
    public boolean isMethod() {
      return !parameters.isEmpty() && parameters.getFirst().name().equals("self");
    }
  }

  /// Methods are not in here: they are looked up by name, so that a new one changes nothing of its struct.
  ///
  /// @param forwards the `forward` methods, in source order
  record Struct(
      SymbolId symbol,
      boolean exported,
      List<TypeParameter> typeParameters,
      List<String> regionParameters,
      List<Field> fields,
      List<SymbolId> forwards)
      implements Declaration {

    /// The field of that name, or null.
    public @Nullable Field field(String name) {
      for (Field field : fields) {
        if (field.name().equals(name)) {
          return field;
        }
      }
      return null;
    }

    /// The position of the field of that name, or -1.
    public int fieldIndex(String name) {
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).name().equals(name)) {
          return i;
        }
      }
      return -1;
    }
  }

  record Union(
      SymbolId symbol, boolean exported, List<TypeParameter> typeParameters, List<Type> variants)
      implements Declaration {}

  record Constant(SymbolId symbol, boolean exported, Type type, ConstantValue value)
      implements Declaration {}

  record Requirement(
      SymbolId symbol,
      boolean exported,
      List<TypeParameter> typeParameters,
      List<RequiredMember> members)
      implements Declaration {}

  /// `region name;` of a module.
  ///
  /// @param requirements how it relates to other regions; names as types know them
  record Region(SymbolId symbol, boolean exported, List<LifetimeRequirement> requirements)
      implements Declaration {
    /// The first sign of the full name of a module's region, as in `@main.ext`.
    public static final String MARK = "@";
  }

  /// @param bounds names of the requirements it must meet
  record TypeParameter(String name, List<Type> bounds) {
    public TypeParameter {
      bounds = List.copyOf(bounds);
    }
  }

  /// @param type of `self`, the struct itself (by reference); of others, as written
  /// @param written the type in the words of the source (`str`), for signatures as people know them
  /// @param defaultValue the constant taken when the argument is left out
  record Parameter(
      String name, Type type, String written, @Nullable ConstantValue defaultValue, Span span) {}

  /// @param defaultValue taken when a literal leaves the field out; a nullable field without one is null
  record Field(String name, Type type, @Nullable ConstantValue defaultValue, Span span) {}

  /// A member that a requirement asks for; `parameters` is null for a field.
  record RequiredMember(String name, @Nullable List<Type> parameters, Type type, Span span) {
    public RequiredMember {
      parameters = parameters == null ? null : List.copyOf(parameters);
    }
  }

  /// One clause `Lifetime(left) relation Lifetime(right)` as written; `Static`, `Return`, type
  /// parameters and regions are names too. The region of a module goes by its full name ([Region#MARK]).
  record LifetimeRequirement(String left, Relation relation, String right, Span span) {}

  /// How two lifetimes are to be ordered; "greater" lives longer.
  enum Relation {
    GREATER_EQUAL(">="),
    GREATER(">"),
    LESS_EQUAL("<="),
    LESS("<"),
    EQUAL("=");

    private final String spelling;

    Relation(String spelling) {
      this.spelling = spelling;
    }

    public String spelling() {
      return spelling;
    }
  }
}
