package arenad.parse;

import arenad.syntax.Expr;
import arenad.syntax.FormatSpec;
import arenad.syntax.Node;
import arenad.syntax.NodeKind;
import arenad.syntax.TextPart;
import arenad.syntax.TokenKind;
import arenad.text.Span;
import java.util.ArrayList;
import java.util.List;

/// Literals, read off the tree. A malformed one has been complained about and gets some value.
final class LiteralReading {
  private static final int REPLACEMENT = 0xFFFD;

  private LiteralReading() {}

  static Expr literal(Reading in, Node node) {
    Span span = in.span(node);
    int token = node.first();
    return switch (in.tokens().kind(token)) {
      case INT -> new Expr.IntLiteral(Numbers.integer(in.tokens().textOf(token)), span);
      case FLOAT -> new Expr.FloatLiteral(Numbers.floating(in.tokens().textOf(token)), span);
      case CHAR -> character(in.tokens().textOf(token), span);
      case STRING -> new Expr.StringLiteral(in.string(token), span);
      case TRUE -> new Expr.BoolLiteral(true, span);
      case FALSE -> new Expr.BoolLiteral(false, span);
      case NULL -> new Expr.NullLiteral(span);
      default -> new Expr.Missing(span);
    };
  }

  private static Expr character(String text, Span span) {
    Integer value = Escapes.character(text);
    return new Expr.CharLiteral(value == null ? REPLACEMENT : value, span);
  }

  static Expr text(Reading in, Node node) {
    List<TextPart> parts = new ArrayList<>();
    List<Node> holes = node.children(NodeKind.HOLE);
    int next = 0;
    int token = node.first() + 1;
    while (token < node.end()) {
      if (next < holes.size() && holes.get(next).first() == token) {
        parts.add(hole(in, holes.get(next)));
        token = holes.get(next).end();
        next++;
      } else {
        if (in.tokens().is(token, TokenKind.TEXT_PART)) {
          String text = Escapes.decodeText(in.tokens().textOf(token));
          parts.add(new TextPart.Literal(text, in.tokenSpan(token)));
        }
        token++;
      }
    }
    return new Expr.FString(parts, in.span(node));
  }

  private static TextPart hole(Reading in, Node node) {
    int format = node.token(TokenKind.FORMAT);
    FormatSpec spec =
        format < 0 ? null : new FormatSpec(in.tokens().textOf(format), in.tokenSpan(format));
    return new TextPart.Hole(ExprReading.at(in, node, 0), spec, in.span(node));
  }
}
