package arenad.lower;

import arenad.ir.Place;
import arenad.ir.Value;
import java.util.BitSet;

/// The parts that write one body, which call each other, and what they share.
final class BodyLowering {

  static final int FUNCTION_FRAME = 0;

  private final GraphDraft draft;
  private final Exits exits;
  private final Statements statements;
  private final Expressions expressions;
  private final Places places;
  private final Conditions conditions;
  private final Ownership ownership;
  private final BitSet turnFrames = new BitSet();
  private final Surrounding surrounding;
  private int frames = FUNCTION_FRAME;
  private boolean hole;

  BodyLowering(GraphDraft draft, Surrounding surrounding) {
    this.draft = draft;
    this.surrounding = surrounding;
    ownership = new Ownership(this, surrounding.parts().owners());
    exits = new Exits(this);
    statements = new Statements(this);
    expressions = new Expressions(this);
    places = new Places(this);
    conditions = new Conditions(this);
  }

  GraphDraft draft() {
    return draft;
  }

  Surrounding surrounding() {
    return surrounding;
  }

  Exits exits() {
    return exits;
  }

  Statements statements() {
    return statements;
  }

  Expressions expressions() {
    return expressions;
  }

  Places places() {
    return places;
  }

  Conditions conditions() {
    return conditions;
  }

  Ownership ownership() {
    return ownership;
  }

  int newFrame() {
    return ++frames;
  }

  /// A frame for one turn of a loop, to be kept if its temporaries stay in the turn.
  int newTurnFrame() {
    turnFrames.set(++frames);
    return frames;
  }

  BitSet turnFrames() {
    return turnFrames;
  }

  void meetHole() {
    hole = true;
  }

  boolean metHole() {
    return hole;
  }

  /// Whether evaluating it later, or twice, gives the same: a constant, or a local that nothing in
  /// an expression can write. (A local struct is written by methods called on it, and what closures have
  /// captured by them.)
  boolean isSettled(Value value) {
    return switch (value) {
      case Value.Constant _ -> true;
      case Value.Read(Place.OfLocal(var local), _, _) ->
          !Places.hasMembers(local.type()) && !draft.isShared(local);
      case Value.Unwrap(var inner, var proof, _, _) ->
          proof != Value.Proof.CHECKED && isSettled(inner);
      case Value.Some(var inner, _, _) -> isSettled(inner);
      case Value.Inject(var inner, _, _, _) -> isSettled(inner);
      case Value.Project(var inner, _, _, _, _) -> isSettled(inner);
      case Value.Read _,
          Value.Operate _,
          Value.IsNull _,
          Value.Convert _,
          Value.Call _,
          Value.Required _,
          Value.Borrow _,
          Value.Intrinsic _,
          Value.Aggregate _,
          Value.Fill _,
          Value.Format _,
          Value.New _,
          Value.Clone _,
          Value.NewArena _ ->
          false;
    };
  }
}
