package arenad.lower;

import static arenad.lower.TypedBody.BOOL;
import static arenad.lower.TypedBody.HERE;
import static arenad.lower.TypedBody.I32;
import static arenad.lower.TypedBody.block;
import static arenad.lower.TypedBody.call;
import static arenad.lower.TypedBody.choose;
import static arenad.lower.TypedBody.giveBack;
import static arenad.lower.TypedBody.integer;
import static arenad.lower.TypedBody.plus;
import static arenad.lower.TypedBody.print;
import static arenad.lower.TypedBody.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import arenad.ir.IrText;
import arenad.ir.IrVerifier;
import arenad.type.Type;
import arenad.typed.Expr;
import arenad.typed.Operator;
import arenad.typed.Stmt;
import arenad.typed.TypedFunction;
import arenad.typed.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LoweringTest {

  private final TypedBody body = new TypedBody();

  @Test
  void anOperandWithControlFlowSpillsTheOperandsBeforeIt() {
    Variable c = body.variable("c", BOOL);
    Expr sum =
        plus(
            plus(call("first", I32), call("second", I32)),
            choose(read(c), integer(1), call("third", I32)));
    expect(
        body.function(1, I32, giveBack(sum)),
        """
        function main.f(c: bool): i32
          local %1: i32
          local %2: i32
          local %3: i32
        0:
          %2 = (main.first() + main.second())
          if c goto 1 else 2
        1:
          %1 = 1
          goto 3
        2:
          %1 = main.third()
          goto 3
        3:
          %3 = (%2 + %1)
          return %3
        """);
  }

  @Test
  void aReturnEvaluatesItsValueThenRunsDefersInReverseOrder() {
    Variable c = body.variable("c", BOOL);
    Variable x = body.variable("x", I32);
    TypedFunction function =
        body.function(
            1,
            I32,
            new Stmt.Let(x, call("first", I32), HERE),
            new Stmt.Defer(print(integer(1)), HERE),
            new Stmt.If(read(c), block(giveBack(read(x))), null, HERE),
            new Stmt.Defer(print(integer(2)), HERE),
            giveBack(plus(read(x), integer(1))));
    expect(
        function,
        """
        function main.f(c: bool): i32
          local x: i32
          local %2: i32
          local %3: i32
        0:
          let x = main.first()
          if c goto 1 else 2
        1:
          %2 = x
          print(1)
          return %2
        2:
          %3 = (x + 1)
          print(2)
          print(1)
          return %3
        """);
  }

  @Test
  void aConditionBranchesWithoutMakingABool() {
    Variable a = body.variable("a", BOOL);
    Variable b = body.variable("b", BOOL);
    Variable c = body.variable("c", BOOL);
    Expr either = new Expr.Logical(false, read(b), read(c), BOOL, HERE);
    Expr condition = new Expr.Logical(true, read(a), either, BOOL, HERE);
    expect(
        body.function(
            3,
            Type.Unit.VOID,
            new Stmt.While(condition, block(new Stmt.Evaluate(call("g", I32), HERE)), HERE)),
        """
        function main.f(a: bool, b: bool, c: bool): void
        0:
          goto 1
        1:
          if a goto 2 else 5
        2:
          if b goto 4 else 3
        3:
          if c goto 4 else 5
        4:
          main.g()
          goto 1
        5:
          return
        """);
  }

  @Test
  void aReturnOutOfARegionEndsItAndOneInAUseArenaEndsTheBodyAlone() {
    Variable root = body.variable("root", new Type.Arena());
    Variable c = body.variable("c", BOOL);
    Variable r = body.variable("r", new Type.Arena());
    Variable s = body.variable("s", new Type.Arena());
    Expr text = new Expr.Format(List.of(new Expr.Part.Hole(read(c), null)), new Type.Text(), HERE);
    Expr twice = new Expr.Arithmetic(Operator.Arithmetic.ADD, text, text, new Type.Text(), HERE);
    Stmt leaveIf = new Stmt.If(read(c), block(giveBack(null)), null, HERE);
    expect(
        body.function(
            2,
            Type.Unit.VOID,
            new Stmt.Region(r, block(leaveIf), HERE),
            new Stmt.UseArena(read(root), s, block(leaveIf, print(twice)), HERE),
            print(integer(3))),
        """
        function main.f(root: Arena, c: bool): void
          local r: Arena
          local s: Arena
        0:
          let r = region arena()
          if c goto 1 else 2
        1:
          end r
          return
        2:
          end r
          let s = scoped arena(root)
          enter frame 1
          if c goto 3 else 4
        3:
          leave frame 1
          end s
          goto 5
        4:
          print(string_concat(format(c), format(c)))
          leave frame 1
          end s
          goto 5
        5:
          print(3)
          return
        """);
  }

  @Test
  void aLoopOverARangeCountsOnItsOwn() {
    Variable n = body.variable("n", I32);
    Variable i = body.variable("i", I32);
    Stmt loop =
        new Stmt.ForRange(
            i,
            integer(0),
            read(n),
            block(
                new Stmt.If(call("done", BOOL), block(new Stmt.Break(HERE)), null, HERE),
                new Stmt.If(call("skip", BOOL), block(new Stmt.Continue(HERE)), null, HERE),
                print(read(i))),
            HERE);
    expect(
        body.function(1, Type.Unit.VOID, loop),
        """
        function main.f(n: i32): void
          local i: i32
          local %2: i32
          local %3: i32
        0:
          %2 = 0
          %3 = n
          goto 1
        1:
          if (%2 < %3) goto 2 else 8
        2:
          let i = %2
          if main.done() goto 3 else 4
        3:
          goto 8
        4:
          if main.skip() goto 5 else 6
        5:
          goto 7
        6:
          print(i)
          goto 7
        7:
          %2 = (%2 + 1)
          goto 1
        8:
          return
        """);
  }

  @Test
  void aCompoundAssignmentEvaluatesItsPlaceOnce() {
    Variable xs = body.variable("xs", Type.array(I32));
    Expr place = new Expr.Index(read(xs), call("at", I32), I32, HERE);
    expect(
        body.function(
            1,
            Type.Unit.VOID,
            new Stmt.AssignOperator(place, Operator.Arithmetic.ADD, integer(1), HERE)),
        """
        function main.f(xs: Array<i32>): void
          local %1: i32
        0:
          %1 = main.at()
          xs[%1] = (xs[%1] + 1)
          return
        """);
  }

  @Test
  void aTurnReleasesItsTemporariesWhenNoneLeavesIt() {
    Variable c = body.variable("c", BOOL);
    Variable t = body.variable("t", new Type.Text());
    Expr text = new Expr.Format(List.of(new Expr.Part.Hole(read(c), null)), new Type.Text(), HERE);
    expect(
        body.function(
            1,
            Type.Unit.VOID,
            new Stmt.While(
                read(c),
                block(
                    new Stmt.Let(t, text, HERE),
                    new Stmt.If(read(c), block(new Stmt.Break(HERE)), null, HERE),
                    print(read(t))),
                HERE)),
        """
        function main.f(c: bool): void
          local t: String
        0:
          goto 1
        1:
          if c goto 2 else 5
        2:
          enter frame 1
          let t = format(c)
          if c goto 3 else 4
        3:
          leave frame 1
          goto 5
        4:
          print(t)
          leave frame 1
          goto 1
        5:
          return
        """);
  }

  @Test
  void aTurnMovesTheStringThatLeavesItToTheFrameAround() {
    Variable c = body.variable("c", BOOL);
    Variable t = body.variable("t", new Type.Text());
    Expr text = new Expr.Format(List.of(new Expr.Part.Hole(read(c), null)), new Type.Text(), HERE);
    expect(
        body.function(
            1,
            Type.Unit.VOID,
            new Stmt.Let(t, call("first", new Type.Text()), HERE),
            new Stmt.While(read(c), block(new Stmt.Assign(read(t), text, HERE)), HERE),
            print(read(t))),
        """
        function main.f(c: bool): void
          local t: String
        0:
          enter frame 0
          let t = main.first()
          begin turns 1
          goto 1
        1:
          if c goto 2 else 3
        2:
          enter frame 1
          t = format(c)
          leave frame 1 keeping t
          goto 1
        3:
          print(t)
          leave frame 0
          return
        """);
  }

  @Test
  void aBodyWithAHoleHasNoGraph() {
    TypedFunction function = body.function(0, Type.Unit.VOID, new Stmt.Hole(HERE));
    assertInstanceOf(Lowered.Hole.class, Lowering.of(function, _ -> null));
  }

  @Test
  void defersWithExitsInsideOneAnotherEndInTooLargeAndNotInExhaustion() {
    Variable c = body.variable("c", BOOL);
    Stmt nested = print(integer(1));
    for (int i = 0; i < 60; i++) {
      Stmt leave = new Stmt.If(read(c), block(new Stmt.Break(HERE)), null, HERE);
      Stmt.Block turn = block(new Stmt.Defer(nested, HERE), leave);
      nested = new Stmt.While(read(c), turn, HERE);
    }
    TypedFunction function = body.function(1, Type.Unit.VOID, nested);
    assertInstanceOf(Lowered.TooLarge.class, Lowering.of(function, _ -> null));
  }

  private static void expect(TypedFunction function, String graph) {
    Lowered.Graph lowered = assertInstanceOf(Lowered.Graph.class, Lowering.of(function, _ -> null));
    assertEquals(List.of(), IrVerifier.problemsOf(lowered.function()));
    assertEquals(graph, IrText.of(lowered.function()));
  }
}
