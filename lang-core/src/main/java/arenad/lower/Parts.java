package arenad.lower;

import arenad.ir.IrFunction;
import arenad.symbol.SymbolId;
import arenad.type.Owners;
import arenad.type.Type;
import arenad.typed.EveryExpr;
import arenad.typed.Expr;
import arenad.typed.TypedFunction;
import arenad.typed.Variable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The functions that belong to one body because it passes functions: its closures, and the instances of the
/// functions that it passes them to.
///
/// A closure becomes a function that is handed what it captures behind its arguments. A call of a function that
/// takes functions becomes a call of an instance of it, known by the functions that it is given: their place among the
/// parameters is taken by what they capture, and where it calls them, they are called. So each call of a closure
/// is one that the checker can look into and the JVM can inline, and nothing is allocated.
final class Parts {

  /// Instances that pass closures of their own to instances of themselves never come to an end.
  private static final int DEEPEST = 8;

  private record Key(SymbolId function, List<Type> typeArguments, List<SymbolId> given) {}

  private final SymbolId owner;
  private final boolean alone;
  private final Owners owners;
  private final Templates templates;
  private final Map<Key, SymbolId> instances = new HashMap<>();
  private final List<IrFunction> finished = new ArrayList<>();
  private int number;
  private boolean hole;

  /// @param owner if it takes functions itself, what they are is not known, and so it is not worth while
  ///     to look into those that it passes them to: of its instances all is known
  Parts(TypedFunction owner, Owners owners, Templates templates) {
    this.owners = owners;
    this.owner = owner.symbol();
    this.alone =
        owner.variables().subList(0, owner.parameters()).stream()
            .anyMatch(parameter -> parameter.type() instanceof Type.Function);
    this.templates = templates;
  }

  /// What owns memory.
  Owners owners() {
    return owners;
  }

  List<IrFunction> finished() {
    return finished;
  }

  boolean metHole() {
    return hole;
  }

  /// What the parameters of function type are in a body that is looked at alone: functions that promise
  /// nothing and ask nothing. What is wrong then is wrong whatever is passed.
  Map<Integer, Bound> unknown(TypedFunction function) {
    Map<Integer, Bound> bound = new HashMap<>();
    for (Variable parameter : function.variables().subList(0, function.parameters())) {
      if (parameter.type() instanceof Type.Function) {
        SymbolId symbol = owner.part(++number, parameter.name());
        bound.put(parameter.index(), new Bound(symbol, List.of(), 0));
      }
    }
    return bound;
  }

  /// The instance of the called function that is given these functions; null where its body has errors.
  @Nullable SymbolId instance(Expr.Call call, List<Bound> given) {
    List<SymbolId> functions = given.stream().map(Bound::function).toList();
    Key key = new Key(call.callee(), call.typeArguments(), functions);
    SymbolId known = instances.get(key);
    if (known != null) {
      return known;
    }
    if (alone) {
      return owner.part(++number, call.callee().simpleName());
    }
    int depth = given.stream().mapToInt(Bound::depth).max().orElse(0);
    if (depth > DEEPEST) {
      throw new EndlessException(call);
    }
    TypedFunction template = templates.of(call.callee(), call.typeArguments());
    if (template == null) {
      return null;
    }
    SymbolId symbol = owner.part(++number, call.callee().simpleName());
    instances.put(key, symbol);
    try {
      instance(symbol, template, given, depth);
    } catch (GraphDraft.TooLargeException _) {
      // Blamed is the call in the body that can be changed.
      throw new GraphDraft.TooLargeException(call.span());
    } catch (EndlessException _) {
      throw new EndlessException(call);
    }
    return symbol;
  }

  private void instance(SymbolId symbol, TypedFunction template, List<Bound> given, int depth) {
    LocalNumbering numbering = new LocalNumbering();
    Map<Integer, Bound> functions = new HashMap<>();
    List<Variable> parameters = template.variables().subList(0, template.parameters());
    for (Variable parameter : parameters) {
      if (!(parameter.type() instanceof Type.Function)) {
        numbering.add(parameter);
      }
    }
    int next = 0;
    for (Variable parameter : parameters) {
      if (parameter.type() instanceof Type.Function) {
        Bound bound = given.get(next++);
        List<IrFunction.Local> received = numbering.addCaptured(bound);
        functions.put(parameter.index(), bound.received(received, parameter.span()));
      }
    }
    int count = numbering.count();
    ownVariables(template).forEach(numbering::add);
    Surrounding surrounding =
        new Surrounding(
            this,
            template.symbol(),
            template.variables(),
            functions,
            Map.of(),
            CapturedVariables.byAddress(template, owners),
            depth);
    finish(
        new FunctionDraft(
            symbol,
            count,
            template.result(),
            template.body(),
            template.name(),
            template.end(),
            template.witnesses()),
        numbering,
        surrounding);
  }

  /// The function that a closure becomes, as it is bound in the body that passes it.
  Bound closure(Expr.Closure closure, BodyLowering body) {
    Surrounding around = body.surrounding();
    LocalNumbering numbering = new LocalNumbering();
    closure.parameters().forEach(numbering::add);
    List<Bound.Captured> captured = new ArrayList<>();
    Map<Integer, Bound> functions = new HashMap<>();
    Map<Integer, IrFunction.Local> addresses = new HashMap<>();
    for (Variable variable : CapturedVariables.used(closure)) {
      Bound function = around.functions().get(variable.index());
      if (function != null) {
        captured.addAll(function.captured());
        List<IrFunction.Local> received = numbering.addCaptured(function);
        functions.put(variable.index(), function.received(received, closure.span()));
        continue;
      }
      Bound.Captured one = body.places().captured(variable, closure.span());
      captured.add(one);
      if (around.byAddress().get(variable.index())) {
        addresses.put(variable.index(), numbering.addCaptured(one));
      } else {
        numbering.addValue(variable, one);
      }
    }
    int count = numbering.count();
    ownVariables(closure, around.variables()).forEach(numbering::add);
    int depth = around.depth() + 1;
    SymbolId symbol = owner.part(++number, "closure");
    Surrounding inside =
        new Surrounding(
            this,
            around.source(),
            around.variables(),
            functions,
            addresses,
            around.byAddress(),
            around.depth());
    finish(
        new FunctionDraft(
            symbol,
            count,
            closure.result(),
            closure.body(),
            closure.span().firstToken(),
            closure.span().lastToken(),
            List.of()),
        numbering,
        inside);
    return new Bound(symbol, captured, depth);
  }

  private void finish(FunctionDraft draft, LocalNumbering numbering, Surrounding surrounding) {
    IrFunction graph = Lowering.graph(draft, numbering, surrounding);
    if (graph == null) {
      hole = true;
    } else {
      finished.add(graph);
    }
  }

  /// The variables of a function behind its parameters, without those of its closures.
  static List<Variable> ownVariables(TypedFunction function) {
    BitSet own = new BitSet();
    own.set(function.parameters(), function.variables().size());
    EveryExpr.in(function).forEach(expr -> withoutClosure(expr, own));
    return own.stream().mapToObj(function.variables()::get).toList();
  }

  private static List<Variable> ownVariables(Expr.Closure closure, List<Variable> variables) {
    BitSet own = CapturedVariables.own(closure);
    closure.parameters().forEach(parameter -> own.clear(parameter.index()));
    EveryExpr.in(closure).stream()
        .filter(expr -> expr != closure)
        .forEach(expr -> withoutClosure(expr, own));
    return own.stream().mapToObj(variables::get).toList();
  }

  private static void withoutClosure(Expr expr, BitSet own) {
    if (expr instanceof Expr.Closure closure) {
      own.andNot(CapturedVariables.own(closure));
    }
  }

  /// Ends the lowering of a body whose instances have no end.
  static final class EndlessException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Expr.Call call;

    EndlessException(Expr.Call call) {
      super(null, null, false, false);
      this.call = call;
    }

    Expr.Call call() {
      return call;
    }
  }
}
