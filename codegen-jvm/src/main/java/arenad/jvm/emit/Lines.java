package arenad.jvm.emit;

import arenad.text.Span;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/// Writes the line number table: an entry wherever the line changes.
final class Lines {

  private final MethodVisitor method;
  private final LineOf lineOf;
  private int current;

  Lines(MethodVisitor method, LineOf lineOf) {
    this.method = method;
    this.lineOf = lineOf;
  }

  void at(Span span) {
    int line = lineOf.token(span.first());
    if (line != current) {
      current = line;
      Label here = new Label();
      method.visitLabel(here);
      method.visitLineNumber(line, here);
    }
  }

  /// Control may come from elsewhere, so that what was said last does not hold.
  void forget() {
    current = 0;
  }
}
