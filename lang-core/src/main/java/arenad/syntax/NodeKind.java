package arenad.syntax;

import java.util.EnumSet;
import java.util.Set;

/// The kinds of nodes of the lossless tree.
public enum NodeKind {
  FILE,
  /// Tokens that nothing could be made of.
  ERROR,
  /// Tokens behind a declaration that is complete without them, and yet not another one.
  LEFTOVER,
  /// A name where one is declared or a member is meant.
  NAME,

  // Items and their parts.
  HOT_MODULE,
  IMPORT_MODULE,
  IMPORT_NAMES,
  IMPORTED_NAME,
  MODULE_PATH,
  STRUCT,
  FIELD,
  FUNCTION,
  EXTERN,
  UNION,
  REQUIREMENT,
  HAS_FIELD,
  HAS_METHOD,
  CONSTANT,
  REGION_DECLARATION,
  TEST,
  TYPE_PARAMS,
  TYPE_PARAM,
  REGION_PARAM,
  PARAMS,
  PARAM,
  /// `ref(r)` in front of a parameter's or field's name.
  REGION_PREFIX,
  /// The `< outer` of `region name < outer;`.
  REGION_OUTER,
  REQUIRES,
  RELATES,
  SATISFIES,
  MISSING_CLAUSE,
  LIFETIME,
  STATIC_LIFETIME,
  MISSING_LIFETIME,

  // Statements.
  BLOCK(1),
  LET,
  ASSIGN,
  EVALUATE,
  EMPTY,
  IF(1),
  WHILE,
  FOR,
  BREAK,
  CONTINUE,
  RETURN,
  DEFER,
  REGION,
  MATCH_CASES(1),
  CASE,
  /// A case's body, or a single statement where a block may stand.
  STATEMENTS(1),

  // Expressions.
  LITERAL,
  TEXT(1),
  HOLE(1),
  NAME_EXPR,
  PAREN(1),
  LIST(1),
  REPEAT(1),
  STRUCT_LITERAL(1),
  FIELD_INIT,
  CALL(1),
  ARGS,
  TYPE_APPLICATION(1),
  TYPE_ARGS,
  MEMBER(1),
  OPTIONAL_MEMBER(1),
  INDEX(1),
  NON_NULL(1),
  UNARY(1),
  BINARY(1),
  CAST(1),
  RANGE(1),
  CONDITIONAL(1),
  CLOSURE(1),
  MATCH_ARMS(1),
  ARM(1),
  MISSING_EXPR,

  // Types.
  NAMED_TYPE(1),
  TEXT_TYPE,
  NULLABLE_TYPE(1),
  REFERENCE_TYPE(1),
  REGION_REFERENCE_TYPE(1),
  ARRAY_TYPE(1),
  TUPLE_TYPE(1),
  FUNCTION_TYPE(1),
  UNION_TYPE,
  PAREN_TYPE(1),
  MISSING_TYPE,

  // Bindings and patterns.
  NAME_BINDING,
  TUPLE_BINDING(1),
  MISSING_BINDING,
  TYPE_PATTERN,
  VALUE_PATTERN,
  DEFAULT_PATTERN,
  MISSING_PATTERN;

  private static final NodeKind[] VALUES = values();
  private static final Set<NodeKind> PARTS_OF_EXPRESSIONS =
      EnumSet.of(HOLE, ARGS, TYPE_ARGS, FIELD_INIT, ARM);

  private final int levels;

  NodeKind() {
    this(0);
  }

  NodeKind(int levels) {
    this.levels = levels;
  }

  /// How many levels of nesting it counts for, against the language's limit.
  public int levels() {
    return levels;
  }

  /// Whether it is an expression of its own.
  public boolean isExpr() {
    return compareTo(LITERAL) >= 0
        && compareTo(MISSING_EXPR) <= 0
        && !PARTS_OF_EXPRESSIONS.contains(this);
  }

  public boolean isType() {
    return compareTo(NAMED_TYPE) >= 0 && compareTo(MISSING_TYPE) <= 0;
  }

  /// Whether it is a statement, or a block.
  public boolean isStmt() {
    return compareTo(BLOCK) >= 0 && compareTo(MATCH_CASES) <= 0;
  }

  static NodeKind at(int ordinal) {
    return VALUES[ordinal];
  }
}
