package arenad.lower;

import arenad.ir.Instruction;

/// A point at which instructions are put one after the other.
final class MovingMark {

  private final GraphDraft draft;
  private GraphDraft.Mark at;

  MovingMark(GraphDraft draft, GraphDraft.Mark at) {
    this.draft = draft;
    this.at = at;
  }

  void add(Instruction instruction) {
    at = draft.insert(at, instruction);
  }
}
