package arenad.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Makes a failing program small: drops statements, chunks of them first, and replaces blocks by what
/// they contain, as long as the failure stays.
final class Shrinker {

  private final Predicate<List<Piece>> fails;

  private Shrinker(Predicate<List<Piece>> fails) {
    this.fails = fails;
  }

  static List<Piece> shrink(List<Piece> program, Predicate<List<Piece>> fails) {
    Shrinker shrinker = new Shrinker(fails);
    List<Piece> smallest = program;
    while (true) {
      List<Piece> smaller = shrinker.pass(smallest);
      if (Piece.size(smaller) == Piece.size(smallest)) {
        return smaller;
      }
      smallest = smaller;
    }
  }

  private List<Piece> pass(List<Piece> program) {
    return shrinkList(program, pieces -> pieces);
  }

  /// How a list of pieces stands in the whole program.
  private interface Context {
    List<Piece> whole(List<Piece> pieces);
  }

  private List<Piece> shrinkList(List<Piece> pieces, Context context) {
    List<Piece> current = dropChunks(pieces, context);
    for (int i = 0; i < current.size(); i++) {
      if (!(current.get(i) instanceof Piece.Nest nest)) {
        continue;
      }
      List<Piece> unwrapped = replaced(current, i, nest.body());
      if (fails.test(context.whole(unwrapped))) {
        current = unwrapped;
        i--;
        continue;
      }
      List<Piece> around = current;
      int at = i;
      List<Piece> body =
          shrinkList(
              nest.body(),
              inner -> context.whole(replaced(around, at, List.of(nest.withBody(inner)))));
      current = replaced(current, i, List.of(nest.withBody(body)));
    }
    return current;
  }

  private List<Piece> dropChunks(List<Piece> pieces, Context context) {
    List<Piece> current = new ArrayList<>(pieces);
    for (int size = Math.max(1, current.size() / 2); size >= 1; size /= 2) {
      int at = 0;
      while (at < current.size()) {
        List<Piece> without = new ArrayList<>(current);
        without.subList(at, Math.min(current.size(), at + size)).clear();
        if (fails.test(context.whole(without))) {
          current = without;
        } else {
          at += size;
        }
      }
    }
    return current;
  }

  private static List<Piece> replaced(List<Piece> pieces, int at, List<Piece> by) {
    List<Piece> result = new ArrayList<>(pieces.subList(0, at));
    result.addAll(by);
    result.addAll(pieces.subList(at + 1, pieces.size()));
    return result;
  }
}
