package arenad.lifetime;

import static arenad.lifetime.Outlives.Verdict.DEPENDS;
import static arenad.lifetime.Outlives.Verdict.FAILS;
import static arenad.lifetime.Outlives.Verdict.HOLDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OutlivesTest {

  private final Inclusions system = new Inclusions(LoopNest.FLAT, new Shapes(_ -> null), false);
  private final Atom root = arena();
  private final Atom other = arena();
  private final Atom sub = below(root);
  private final Atom deep = below(sub);
  private final Atom frame =
      system.heap().atom(Atom.Kind.FRAME, LoopNest.NONE, Atom.NO_PARENTS, false);
  private final Atom parameter = universal("p");
  private final Atom another = universal("q");

  private Atom arena() {
    return system.heap().atom(Atom.Kind.ARENA, LoopNest.NONE, Atom.NO_PARENTS, false);
  }

  private Atom below(Atom... parents) {
    int variable = system.newVariable();
    for (Atom parent : parents) {
      system.seed(variable, parent, 0);
    }
    return system.heap().atom(Atom.Kind.ARENA, LoopNest.NONE, variable, false);
  }

  private Atom universal(String name) {
    int variable = system.newVariable();
    return system
        .heap()
        .interfaceLeaf(variable, Position.root(name), new arenad.type.Type.Text(), 0);
  }

  private Outlives.Verdict compare(Atom value, Atom holder, Atom... handedOut) {
    Set<Atom> out = Set.of(handedOut);
    return new Outlives(system, out::contains, (_, _) -> false).compare(value, holder);
  }

  @Test
  void arenasAreOrderedByNestingAlone() {
    assertEquals(HOLDS, compare(root, root));
    assertEquals(HOLDS, compare(root, deep));
    assertEquals(FAILS, compare(deep, root));
    assertEquals(FAILS, compare(root, other));
    assertEquals(FAILS, compare(below(root), below(root)));
  }

  @Test
  void anArenaWithSeveralPossibleParentsNeedsAllOfThem() {
    assertEquals(FAILS, compare(root, below(root, other)));
    assertEquals(HOLDS, compare(root, below(root, sub)));
  }

  @Test
  void parametersOutliveLocalArenasAndNothingLocalOutlivesThem() {
    assertEquals(HOLDS, compare(parameter, root));
    assertEquals(DEPENDS, compare(parameter, root, root));
    assertEquals(FAILS, compare(root, parameter));
    assertEquals(HOLDS, compare(parameter, parameter));
    assertEquals(DEPENDS, compare(parameter, another));
  }

  @Test
  void temporariesOutliveNothing() {
    assertEquals(FAILS, compare(frame, root));
    assertEquals(FAILS, compare(frame, parameter));
    assertEquals(HOLDS, compare(parameter, frame));
  }

  @Test
  void scopedArenasEndInsideWhatLivesAroundThem() {
    Atom scoped = system.heap().atom(Atom.Kind.SCOPED, LoopNest.NONE, Atom.NO_PARENTS, false);
    Outlives outlives = new Outlives(system, _ -> false, (outer, _) -> outer == root);
    assertEquals(HOLDS, outlives.compare(root, scoped));
    assertEquals(FAILS, outlives.compare(other, scoped));
    assertEquals(FAILS, outlives.compare(scoped, root));
  }

  @Test
  void aJoinedArenaIsWhateverItMayBe() {
    Atom joined = system.heap().joined(LoopNest.NONE, Atom.NO_PARENTS);
    Renaming edge = new Renaming(LoopNest.NONE, 1, LoopNest.NONE, LoopNest.NONE, BitRow::new);
    system.heap().joins(joined, below(root), edge);
    system.heap().joins(joined, below(sub), edge);
    assertEquals(HOLDS, compare(joined, joined));
    assertEquals(HOLDS, compare(root, joined));
    assertEquals(FAILS, compare(sub, joined));
    assertEquals(FAILS, compare(joined, deep));
  }
}
