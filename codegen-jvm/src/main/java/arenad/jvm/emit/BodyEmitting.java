package arenad.jvm.emit;

import arenad.ir.Place;
import arenad.ir.Value;
import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Shapes;
import arenad.text.Span;
import arenad.type.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parts that write one method, which call each other, and what they share.
final class BodyEmitting {

  private final Code code;
  private final ClassDraft draft;
  private final Storage storage;
  private final Lines lines;
  private final Moves moves;
  private final Places places;
  private final Evaluation values;
  private final Conditions conditions;
  private final Construction construction;
  private final Constants constants;
  private final Calls calls;
  private final Clones clones;
  private final Intrinsics intrinsics;
  private final Texts texts;
  private final Equality equality;
  private final Unions unions;
  private Map<Integer, ArrayViews.View> views = Map.of();

  BodyEmitting(Code code, ClassDraft draft, Storage storage, Lines lines) {
    this.code = code;
    this.draft = draft;
    this.storage = storage;
    this.lines = lines;
    moves = new Moves(code);
    places = new Places(this);
    values = new Evaluation(this);
    conditions = new Conditions(this);
    construction = new Construction(this);
    constants = new Constants(code, draft);
    calls = new Calls(this);
    clones = new Clones(this);
    intrinsics = new Intrinsics(this);
    texts = new Texts(this);
    equality = new Equality(code, draft);
    unions = new Unions(code);
  }

  Code code() {
    return code;
  }

  ClassDraft draft() {
    return draft;
  }

  Storage storage() {
    return storage;
  }

  Moves moves() {
    return moves;
  }

  Places places() {
    return places;
  }

  Evaluation values() {
    return values;
  }

  Conditions conditions() {
    return conditions;
  }

  Construction construction() {
    return construction;
  }

  Constants constants() {
    return constants;
  }

  Calls calls() {
    return calls;
  }

  Clones clones() {
    return clones;
  }

  Intrinsics intrinsics() {
    return intrinsics;
  }

  Texts texts() {
    return texts;
  }

  Unions unions() {
    return unions;
  }

  Equality equality() {
    return equality;
  }

  /// From here on these views of arrays may be used, and no others.
  void useViews(Map<Integer, ArrayViews.View> usable) {
    views = usable;
  }

  /// The view of an array that is read from a local, if there is one.
  ArrayViews.@Nullable View viewOf(Value array) {
    return array instanceof Value.Read(Place.OfLocal(var local), _, _)
        ? views.get(local.index())
        : null;
  }

  Shapes shapes() {
    return draft.shapes();
  }

  Shape shape(Type type) {
    return draft.shapes().of(type);
  }

  /// What is emitted next stems from this place of the source.
  void at(Span span) {
    lines.at(span);
  }
}
