package arenad.lower;

import arenad.ir.Instruction;
import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.text.Span;
import arenad.type.Type;
import arenad.typed.EveryExpr;
import arenad.typed.Expr;
import arenad.typed.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a struct value that is stored as nullable, as a place. There is no place inside of a `T?`:
/// what writes one, or calls a method on it, works on a copy that is put back afterwards.
final class NullableParts {

  /// @param stored the nullable place, which is evaluated once
  /// @param copy holds the value that is in it
  private record Layer(Expr unwrapped, Place stored, IrFunction.Local copy) {}

  private final BodyLowering body;
  private final List<Layer> layers = new ArrayList<>();

  private NullableParts(BodyLowering body) {
    this.body = body;
  }

  /// The copies that a place lies in, made; null when it lies in nothing that is nullable.
  static @Nullable NullableParts around(Expr place, BodyLowering body) {
    Deque<Expr> unwrapped = new ArrayDeque<>();
    Expr at = unwrappedIn(place);
    while (at != null && isPlace(nullableOf(at))) {
      unwrapped.push(at);
      at = unwrappedIn(nullableOf(at));
    }
    if (unwrapped.isEmpty()) {
      return null;
    }
    NullableParts parts = new NullableParts(body);
    unwrapped.forEach(parts::open);
    return parts;
  }

  /// Whether it lies in something that is nullable.
  static boolean isPart(Expr place) {
    return unwrappedIn(place) != null;
  }

  private void open(Expr unwrapped) {
    Place stored = body.places().place(nullableOf(unwrapped));
    stored = body.places().settle(stored, body.draft().mark());
    IrFunction.Local copy = body.draft().newTemporary(unwrapped.type(), unwrapped.span());
    layers.add(new Layer(unwrapped, stored, copy));
    body.draft().assign(copy, valueOf(layers.getLast()));
    body.places().standIn(unwrapped, new Place.OfLocal(copy));
  }

  private static Value valueOf(Layer layer) {
    Span span = layer.unwrapped().span();
    Value.Proof proof =
        layer.unwrapped() instanceof Expr.Narrowed ? Value.Proof.NARROWED : Value.Proof.CHECKED;
    Value nullable = new Value.Read(layer.stored(), layer.stored().type(), span);
    return new Value.Unwrap(nullable, proof, layer.unwrapped().type(), span);
  }

  /// Copies again, past something that may have written what was copied.
  void reload() {
    layers.forEach(layer -> body.draft().assign(layer.copy(), valueOf(layer)));
  }

  /// Puts the copies back.
  void close(Span span) {
    for (Layer layer : layers.reversed()) {
      putBack(body, layer.stored(), layer.copy(), span);
    }
  }

  static void putBack(BodyLowering body, Place stored, IrFunction.Local copy, Span span) {
    Value changed = new Value.Some(body.expressions().read(copy, span), stored.type(), span);
    body.draft().add(new Instruction.Assign(stored, changed, false, span));
  }

  /// Whether a chain after `?.` calls a method on the very value that is bound, which may change it.
  static boolean changes(Expr.OptionalChain chain) {
    return chain.object().type() instanceof Type.Optional(Type.Named _)
        && isPlace(chain.object())
        && EveryExpr.in(chain.rest()).stream()
            .anyMatch(
                part ->
                    part instanceof Expr.Call call
                        && call.onObject()
                        && isInside(call.arguments().getFirst(), chain.bound()));
  }

  private static boolean isInside(Expr place, Variable variable) {
    return switch (place) {
      case Expr.Local local -> local.variable().equals(variable);
      case Expr.Field field -> isInside(field.object(), variable);
      case Expr.TupleElement element -> isInside(element.tuple(), variable);
      case Expr _ -> false;
    };
  }

  /// The unwrapping nearest to the outside that a part lies in, or null.
  private static @Nullable Expr unwrappedIn(Expr place) {
    return switch (place) {
      case Expr.Field field -> unwrappedIn(field.object());
      case Expr.TupleElement element -> unwrappedIn(element.tuple());
      case Expr.Index index when index.sequence().type() instanceof Type.FixedArray ->
          unwrappedIn(index.sequence());
      case Expr.Narrowed _, Expr.Unwrap _ -> place;
      case Expr _ -> null;
    };
  }

  private static Expr nullableOf(Expr unwrapped) {
    return switch (unwrapped) {
      case Expr.Narrowed narrowed -> narrowed.value();
      case Expr.Unwrap unwrap -> unwrap.value();
      case Expr other -> throw new IllegalStateException("no unwrapping: " + other);
    };
  }

  private static boolean isPlace(Expr expr) {
    return switch (expr) {
      case Expr.Local _, Expr.Field _, Expr.TupleElement _, Expr.Index _, Expr.Deref _ -> true;
      case Expr _ -> false;
    };
  }
}
