package arenad.lifetime;

import arenad.type.Declaration.Relation;
import java.util.List;

/// What a function asks of the lifetimes of its arguments and promises of its result: the projection
/// of its body's constraints on its interface, minimal and sorted.
///
/// @param flows what is in `from` may come to be in `to`
/// @param bounds `value` must live at least as long as `holder`
/// @param fresh positions of the result that live in an arena made by the call; those of one group share it
/// @param frees arenas that the call may free
/// @param uses positions that must be live when the call begins
/// @param apart `used` is touched after `freed` is freed, so it must not live in it or below it
/// @param declared the written `requires`, callers must meet them
/// @param writes names of fields that the call may assign, itself or through what it calls
public record Contract(
    List<Flow> flows,
    List<Bound> bounds,
    List<Fresh> fresh,
    List<Position> frees,
    List<Position> uses,
    List<Apart> apart,
    List<Declared> declared,
    List<String> writes) {

  public record Flow(Position from, Position to) {}

  public record Bound(Position value, Position holder) {}

  public record Fresh(int group, Position position) {}

  public record Apart(Position used, Position freed) {}

  public record Declared(Position left, Relation relation, Position right) {}
}
