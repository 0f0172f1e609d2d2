package arenad.parse;

import arenad.syntax.Ast;
import arenad.syntax.ClosureBody;
import arenad.syntax.Ident;
import arenad.text.Span;
import java.lang.reflect.RecordComponent;
import java.util.List;

/// Abstract syntax as nested parentheses, a statement a line.
final class AstListing {
  private AstListing() {}

  static String of(Object value) {
    StringBuilder out = new StringBuilder();
    write(value, 0, out);
    return out.append('\n').toString();
  }

  private static void write(Object value, int depth, StringBuilder out) {
    switch (value) {
      case null -> out.append('-');
      case Ident name -> out.append(name.isMissing() ? "?" : name.text()).append(name.span());
      case Ast node -> record(node, depth, out);
      case ClosureBody body -> record(body, depth, out);
      case List<?> list -> list(list, depth, out);
      case String text -> out.append(Quoted.of(text));
      default -> out.append(value);
    }
  }

  private static void list(List<?> list, int depth, StringBuilder out) {
    out.append('[');
    for (Object element : list) {
      boolean statement = element instanceof arenad.syntax.Stmt;
      out.append(statement ? "\n" + "  ".repeat(depth + 1) : list.getFirst() == element ? "" : " ");
      write(element, depth + 1, out);
    }
    out.append(']');
  }

  private static void record(Object node, int depth, StringBuilder out) {
    out.append('(').append(node.getClass().getSimpleName());
    try {
      for (RecordComponent component : node.getClass().getRecordComponents()) {
        Object value = component.getAccessor().invoke(node);
        if (value instanceof Span span) {
          out.append(component.getName().equals("span") ? "" : " ").append(span);
        } else {
          out.append(' ');
          write(value, depth, out);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    out.append(')');
  }
}
