package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.Complaints;
import arenad.syntax.Expr.Member;
import arenad.syntax.Expr.Name;
import arenad.syntax.Item;
import arenad.syntax.Stmt.Return;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.type.TypeText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is written of `forward` methods: where they lead, and what they may not be.
final class ForwardDeclarations {
  private ForwardDeclarations() {}

  static Declaration.Function of(Item.Function syntax, Declaration.Function declared, Body body) {
    Complaints complaints = body.complaints;
    int taken = syntax.signature().takesSelf() ? 1 : 0;
    if (syntax.signature().params().size() > taken) {
      complaints.add(
          Code.E0407,
          syntax.signature().params().get(taken).span(),
          "a `forward` method takes `self` and nothing else");
    }
    return new Declaration.Function(
        declared.symbol(),
        declared.exported(),
        declared.typeParameters(),
        declared.parameters(),
        inline(body, declared, fields(syntax)),
        declared.writtenResult(),
        declared.requirements(),
        fields(syntax),
        null);
  }

  /// `&T` and `T` say the same of what lies in the struct itself: the place of a `T`.
  private static @Nullable Type inline(
      Body body, Declaration.Function declared, List<String> fields) {
    Declaration.Struct struct =
        declared.parameters().isEmpty()
            ? null
            : body.struct(declared.parameters().getFirst().type());
    Type along = struct == null ? null : Forwards.typeAlong(body, struct, fields);
    return declared.result() instanceof Type.Ref(Type target, var _, var _) && target.equals(along)
        ? target
        : declared.result();
  }

  /// The fields of `return self.a.b;`; none where the body is anything else.
  private static List<String> fields(Item.Function syntax) {
    if (syntax.body().statements().size() != 1
        || !(syntax.body().statements().getFirst() instanceof Return result)) {
      return List.of();
    }
    List<String> fields = new ArrayList<>();
    arenad.syntax.Expr at = result.value();
    while (at instanceof Member member && !member.name().isMissing()) {
      fields.add(member.name().text());
      at = member.object();
    }
    return at instanceof Name name && name.name().text().equals("self")
        ? fields.reversed()
        : List.of();
  }

  /// Complains of a result whose members cannot be those of the struct.
  static void checkResult(Body body, Declaration.Function declaration, Type result, Span name) {
    if (result == Type.Unit.UNKNOWN || declaration.forward() == null) {
      return;
    }
    if (Forwards.target(result) == null) {
      String help =
          result instanceof Type.Optional
              ? "what may be null has no members; end the program if it is null with `!`, or test"
                  + " it where it is used"
              : "it returns `&T` or `T`, where `T` is the struct whose members are meant";
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0407,
                  name,
                  "a `forward` method returns a struct or a reference to one, and this returns "
                      + described(result))
              .help(help));
    } else if (!(result instanceof Type.Ref) && !isPath(body, declaration)) {
      body.complaints.add(
          body.complaints
              .about(
                  Code.E0407,
                  name,
                  "this returns a copy of a struct, and what is written into a copy is lost")
              .help(
                  "return fields that are reached through `self`, `return self.a.b;`, or a `&T`"));
    }
  }

  private static String described(Type result) {
    return result == Type.Unit.VOID ? "nothing" : "`" + TypeText.of(result) + "`";
  }

  private static boolean isPath(Body body, Declaration.Function declaration) {
    Declaration.Struct struct = body.struct(declaration.parameters().getFirst().type());
    List<String> fields = declaration.forward();
    return struct != null && fields != null && Forwards.typeAlong(body, struct, fields) != null;
  }
}
