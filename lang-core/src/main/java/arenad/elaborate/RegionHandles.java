package arenad.elaborate;

import arenad.diagnostic.Code;
import arenad.resolve.StandardModule;
import arenad.symbol.SymbolId;
import arenad.syntax.Expr.Call;
import arenad.syntax.Expr.TypeApplication;
import arenad.syntax.Ident;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.RegionHandle;
import arenad.type.Type;
import arenad.type.Type.Scalar;
import arenad.typed.Expr;
import arenad.typed.Operation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of `std.memory` its source cannot say: memory for elements of any type in a region, and telemetry of arenas.
final class RegionHandles {
  private static final String MODULE = StandardModule.MEMORY.fullName();
  private static final SymbolId HANDLE = new SymbolId(MODULE, SymbolId.Kind.STRUCT, "RegionHandle");
  private static final SymbolId TELEMETRY_OF =
      new SymbolId(MODULE, SymbolId.Kind.FUNCTION, "telemetryOf");
  private static final SymbolId RESET_OF =
      new SymbolId(MODULE, SymbolId.Kind.FUNCTION, "resetTelemetryOf");
  private static final Set<String> ALLOCATIONS = Set.of("alloc", "allocZeroed", "span");

  private RegionHandles() {}

  /// Whether the type is that of handles, whose parts nobody else may put together: what the compiler knows of regions rests on them.
  static boolean isClosed(Body body, Type type) {
    return RegionHandle.is(type) && !body.symbol.module().equals(MODULE);
  }

  static boolean isAllocation(Type type, Ident name) {
    return RegionHandle.is(type) && ALLOCATIONS.contains(name.text());
  }

  /// `handle.alloc<T>(n)`, `.allocZeroed<T>(n)` and `.span<T>(n)`: what the region's arena gives.
  static Expr allocated(Body body, Expr handle, Ident name, Call call, @Nullable Type hint) {
    return Spans.allocated(body, arena(body, handle, name.span()), name, 0, call, hint);
  }

  /// The arena of a region: a call that panics when the region has ended.
  static Expr arena(Body body, Expr handle, Span span) {
    body.environment.declaration(RegionHandle.ARENA);
    return new Expr.Call(
        RegionHandle.ARENA, true, List.of(), List.of(handle), new Type.Arena(), span);
  }

  /// `Array<T>.newIn(r)` and `Array<T>.withCapacityIn(n, r)`, `r` being a region's handle or an arena.
  static Expr array(Body body, Type array, Ident name, Call call) {
    boolean sized = name.text().equals("withCapacityIn");
    List<arenad.syntax.Expr> args = call.args();
    if (args.size() != (sized ? 2 : 1)) {
      Arguments.ignored(body, args);
      return body.error(
          Code.E0202,
          call.span().lastToken(),
          "`"
              + name.text()
              + (sized ? "` takes a number of elements and a region" : "` takes a region")
              + ", not "
              + Arguments.count(args.size()));
    }
    Expr capacity =
        sized
            ? Expressions.expect(body, args.getFirst(), Scalar.I32)
            : Literals.integer(0, Scalar.I32, call.span().lastToken());
    Expr region = Members.dereferenced(value(body, args.getLast()));
    if (region.type() == Type.Unit.UNKNOWN) {
      return body.hole(array, call.span());
    }
    if (!RegionHandle.is(region.type()) && !(region.type() instanceof Type.Arena)) {
      return body.error(
          Code.E0201,
          args.getLast().span(),
          "the region is a `RegionHandle` or an `Arena`, not " + Coercions.article(region.type()));
    }
    Expr home = RegionHandle.is(region.type()) ? arena(body, region, region.span()) : region;
    return new Expr.Intrinsic(Operation.ARRAY_NEW, List.of(home, capacity), array, call.span());
  }

  private static Expr value(Body body, arenad.syntax.Expr syntax) {
    return Nullness.required(body, Expressions.value(body, syntax, null));
  }

  static boolean isTelemetry(Ident name) {
    return name.text().equals("telemetry") || name.text().equals("resetTelemetry");
  }

  /// `frame.telemetry()` and `frame.resetTelemetry()` of an arena.
  static Expr telemetry(Body body, Expr arena, Ident name, Call call) {
    SymbolId function = name.text().equals("telemetry") ? TELEMETRY_OF : RESET_OF;
    List<Expr> none = Arguments.of(body, name.text(), List.of(), 0, call);
    Type result =
        body.environment.declaration(function) instanceof Declaration.Function declared
            ? Objects.requireNonNullElse(declared.result(), Type.Unit.VOID)
            : Type.Unit.UNKNOWN;
    return none == null || result == Type.Unit.UNKNOWN
        ? body.hole(result, call.span())
        : new Expr.Call(function, false, List.of(), List.of(arena), result, call.span());
  }

  /// `Region.exit(handle)` and the like: what `handle.exit()` is. Null for what is no method of handles.
  static @Nullable Expr ofRegion(
      Body body, SymbolId type, Ident name, Call call, @Nullable Type hint) {
    boolean isOne =
        ALLOCATIONS.contains(name.text()) || isTelemetry(name) || name.text().equals("exit");
    if (!type.equals(StandardModule.REGION) || !isOne) {
      return null;
    }
    if (call.args().isEmpty()) {
      return body.error(
          Code.E0202,
          call.span().lastToken(),
          "`" + name.text() + "` takes the handle of a region first");
    }
    Expr handle = Members.dereferenced(value(body, call.args().getFirst()));
    Call rest = new Call(call.callee(), call.args().subList(1, call.args().size()), call.span());
    boolean bytes = name.text().equals("alloc") && !(call.callee() instanceof TypeApplication);
    return bytes && RegionHandle.is(handle.type())
        ? Spans.bytes(body, arena(body, handle, name.span()), name, rest)
        : Methods.call(body, handle, name, rest, hint);
  }
}
