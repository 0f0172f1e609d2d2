package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.resolve.Complaints;
import arenad.syntax.Item;
import arenad.syntax.Stmt.Block;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.Stmt;
import arenad.typed.TypedFunction;
import arenad.typed.Variable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Elaborates the body of a function, a method or a test.
public final class Elaborating {
  private final Declaration.Function declaration;
  private final Environment environment;
  private final Block syntax;
  private final Span name;

  private Elaborating(
      Declaration.Function declaration, Environment environment, Block syntax, Span name) {
    this.declaration = declaration;
    this.environment = environment;
    this.syntax = syntax;
    this.name = name;
  }

  /// @param declaration what [Declaring] has made of the same function
  public static Elaborated of(
      Item.Function function, Declaration.Function declaration, Environment environment) {
    Span name = function.signature().name().span();
    return new Elaborating(declaration, environment, function.body(), name).inferring();
  }

  /// @param declaration what [Declaring] has made of the same test
  public static Elaborated of(
      Item.Test test, Declaration.Function declaration, Environment environment) {
    return new Elaborating(declaration, environment, test.body(), test.titleSpan()).inferring();
  }

  /// Where the result is not written, a first pass finds it; a second one is needed only when
  /// values must be converted to it.
  private Elaborated inferring() {
    Pass first = pass(declaration.result());
    if (declaration.result() != null) {
      return first.finished(declaration.result());
    }
    Results results = first.body().results;
    Results.Odd odd = results.odd();
    if (odd != null) {
      first
          .body()
          .error(
              Code.E0201,
              odd.returned().span(),
              "this returns "
                  + nothingOr(odd.returned().type())
                  + ", and before that "
                  + nothingOr(odd.before())
                  + " is returned");
      return first.finished(Type.Unit.UNKNOWN);
    }
    Type inferred = results.inferred();
    if (inferred == Type.Unit.NULL) {
      first.body().error(Code.E0209, name, "`null` alone does not say what is returned");
      return first.finished(Type.Unit.UNKNOWN);
    }
    return results.allExactly(inferred) || inferred == Type.Unit.UNKNOWN
        ? first.finished(inferred)
        : pass(inferred).finished(inferred);
  }

  private static String nothingOr(Type type) {
    return type == Type.Unit.VOID ? "nothing" : Coercions.article(type);
  }

  private Pass pass(@Nullable Type result) {
    Complaints complaints = new Complaints(declaration.symbol());
    Body body =
        new Body(
            environment, declaration.symbol(), complaints, result, declaration.typeParameters());
    Arities.check(declaration, name, body);
    for (Declaration.Parameter parameter : declaration.parameters()) {
      boolean self = parameter.name().equals("self");
      Type type =
          self && parameter.type() != Type.Unit.UNKNOWN
              ? new Type.Ref(parameter.type())
              : parameter.type();
      if (type == Type.Unit.UNKNOWN) {
        body.noteHole();
      }
      boolean function = type instanceof Type.Function;
      Variable variable =
          body.locals.declare(parameter.name(), type, !self && !function, parameter.span());
      if (function) {
        body.fixed.put(variable, Body.FixedBy.FUNCTION);
      }
    }
    return new Pass(body, Statements.inScope(body, syntax));
  }

  private final class Pass {
    private final Body body;
    private final Stmt.Block block;

    Pass(Body body, Stmt.Block block) {
      this.body = body;
      this.block = block;
    }

    Body body() {
      return body;
    }

    Elaborated finished(Type result) {
      Span end = syntax.span().lastToken();
      boolean returns =
          result == Type.Unit.VOID || result == Type.Unit.UNKNOWN || !body.facts.reachable();
      if (!returns && !body.facts.uncertain()) {
        body.complaints.add(
            body.complaints
                .about(
                    Code.E0206,
                    end,
                    "the end is reached without a `return`, but "
                        + Coercions.article(result)
                        + " is to be returned")
                .because(body.complaints.at(name), "the function is declared here"));
      }
      if (declaration.forward() != null) {
        ForwardDeclarations.checkResult(body, declaration, result, name);
      }
      if (!body.hasHoles() && !body.complaints.hasErrors()) {
        OwnerRules.check(body, block);
      }
      List<Diagnostic> diagnostics = body.complaints.all();
      boolean whole =
          !body.hasHoles() && !body.complaints.hasErrors() && result != Type.Unit.UNKNOWN;
      TypedFunction tree =
          new TypedFunction(
              declaration.symbol(),
              declaration.parameters().size(),
              body.locals.all(),
              result,
              block,
              name,
              end,
              List.copyOf(body.witnesses));
      return new Elaborated(tree, whole, result, body.channels, diagnostics);
    }
  }
}
