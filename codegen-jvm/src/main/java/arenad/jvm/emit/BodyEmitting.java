package arenad.jvm.emit;

import arenad.jvm.layout.Shape;
import arenad.jvm.layout.Shapes;
import arenad.text.Span;
import arenad.type.Type;

/// The parts that write one method, which call each other, and what they share.
final class BodyEmitting {

  private final Code code;
  private final ClassDraft draft;
  private final Storage storage;
  private final Lines lines;
  private final Moves moves;
  private final Places places;
  private final Values values;
  private final Conditions conditions;
  private final Construction construction;
  private final Constants constants;
  private final Calls calls;
  private final Clones clones;
  private final Intrinsics intrinsics;
  private final Texts texts;
  private final Equality equality;

  BodyEmitting(Code code, ClassDraft draft, Storage storage, Lines lines) {
    this.code = code;
    this.draft = draft;
    this.storage = storage;
    this.lines = lines;
    moves = new Moves(code);
    places = new Places(this);
    values = new Values(this);
    conditions = new Conditions(this);
    construction = new Construction(this);
    constants = new Constants(code, draft);
    calls = new Calls(this);
    clones = new Clones(this);
    intrinsics = new Intrinsics(this);
    texts = new Texts(this);
    equality = new Equality(code, draft);
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

  Values values() {
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

  Equality equality() {
    return equality;
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
