package arenad.typed;

import arenad.type.TypeText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A typed body as text, for `arenad dump typed` and golden files. What the source leaves unsaid is
/// said; spans are left out, because they do not belong to the meaning.
public final class TypedText {
  private final ExprText expressions;
  private final StringBuilder out = new StringBuilder();
  private int depth = 1;

  private TypedText(ExprText expressions) {
    this.expressions = expressions;
  }

  public static String of(TypedFunction function) {
    ExprText expressions = new ExprText(function.variables());
    TypedText text = new TypedText(expressions);
    String parameters =
        function.variables().subList(0, function.parameters()).stream()
            .map(expressions::declared)
            .collect(Collectors.joining(", "));
    text.out
        .append("function ")
        .append(function.symbol().qualifiedName())
        .append('(')
        .append(parameters)
        .append("): ")
        .append(TypeText.of(function.result()))
        .append('\n');
    text.statements(function.body());
    return text.out.toString();
  }

  private void statements(Stmt.Block block) {
    block.statements().forEach(this::statement);
  }

  private void statement(Stmt stmt) {
    switch (stmt) {
      case Stmt.Block block -> nested("block", block);
      case Stmt.Let(Variable variable, @Nullable Expr value, var _) -> let(variable, value);
      case Stmt.Destructure(List<Variable> variables, Expr tuple, var _) ->
          line(
              variables.stream()
                      .map(expressions::declared)
                      .collect(Collectors.joining(", ", "let [", "] = "))
                  + text(tuple));
      case Stmt.Assign(Expr place, Expr value, var _) -> line(text(place) + " = " + text(value));
      case Stmt.AssignOperator(Expr place, var operator, Expr value, var _) ->
          line(text(place) + " " + operator.spelling() + "= " + text(value));
      case Stmt.Evaluate(Expr value, var _) -> line(text(value));
      case Stmt.If branch -> branch("if ", branch);
      case Stmt.Match match -> {
        line("match " + text(match.subject()));
        for (Stmt.Case one : match.cases()) {
          depth++;
          nested("case " + expressions.ofLabels(one.labels()), one.body());
          depth--;
        }
      }
      case Stmt.While(Expr condition, Stmt.Block body, var _) ->
          nested("while " + text(condition), body);
      case Stmt.ForRange(Variable variable, Expr from, Expr to, Stmt.Block body, var _) ->
          nested(
              "for " + expressions.declared(variable) + " in " + text(from) + ".." + text(to),
              body);
      case Stmt.ForEach(Variable variable, Expr sequence, Stmt.Block body, var _) ->
          nested("for " + expressions.declared(variable) + " in " + text(sequence), body);
      case Stmt.ForEntries(Variable key, Variable value, Expr map, Stmt.Block body, var _) ->
          nested(
              "for "
                  + "["
                  + expressions.declared(key)
                  + ", "
                  + expressions.declared(value)
                  + "]"
                  + " in "
                  + text(map),
              body);
      case Stmt.Break _ -> line("break");
      case Stmt.Continue _ -> line("continue");
      case Stmt.Return(@Nullable Expr value, var _) ->
          line(value == null ? "return" : "return " + text(value));
      case Stmt.Defer(Stmt body, var _) -> {
        line("defer");
        depth++;
        statement(body);
        depth--;
      }
      case Stmt.Region(Variable variable, Stmt.Block body, var _) ->
          nested("region " + expressions.declared(variable), body);
      case Stmt.UseArena(Expr parent, Variable variable, Stmt.Block body, var _) ->
          nested("use " + expressions.declared(variable) + " in " + text(parent), body);
      case Stmt.Assert(Expr condition, @Nullable Expr message, var _) ->
          line("assert " + text(condition) + (message == null ? "" : ", " + text(message)));
      case Stmt.Hole _ -> line("<hole>");
    }
  }

  private void let(Variable variable, @Nullable Expr value) {
    String word = variable.mutable() ? "let " : "const ";
    line(word + expressions.declared(variable) + (value == null ? "" : " = " + text(value)));
  }

  private void branch(String word, Stmt.If branch) {
    nested(word + text(branch.condition()), branch.then());
    Stmt otherwise = branch.otherwise();
    while (otherwise instanceof Stmt.If next) {
      nested("else if " + text(next.condition()), next.then());
      otherwise = next.otherwise();
    }
    if (otherwise instanceof Stmt.Block block) {
      nested("else", block);
    } else if (otherwise != null) {
      line("else");
      depth++;
      statement(otherwise);
      depth--;
    }
  }

  private void nested(String head, Stmt.Block body) {
    line(head);
    depth++;
    statements(body);
    depth--;
  }

  private void line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
  }

  private String text(Expr expr) {
    return expressions.of(expr);
  }
}
