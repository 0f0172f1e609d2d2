package arenad.lifetime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import java.util.List;
import org.junit.jupiter.api.Test;

class InclusionsTest {

  private static final SymbolId NODE = new SymbolId("m", SymbolId.Kind.STRUCT, "Node");
  private static final Type REFERENCE = new Type.Ref(new Type.Named(NODE));
  private static final int NEXT = 0;
  private static final int NAME = 1;

  /// `struct Node { next: &Node?; name: String; val: i32; }`
  private static Shapes shapes() {
    List<Declaration.Field> fields =
        List.of(
            field("next", new Type.Optional(REFERENCE)),
            field("name", new Type.Text()),
            field("val", Type.Scalar.I32));
    Declaration.Struct node =
        new Declaration.Struct(NODE, false, List.of(), List.of(), fields, List.of());
    return new Shapes(symbol -> symbol.equals(NODE) ? node : null);
  }

  private static Declaration.Field field(String name, Type type) {
    return new Declaration.Field(name, type, null, new arenad.text.Span(0, 0));
  }

  private final Shapes shapes = shapes();
  private final Inclusions system =
      new Inclusions(new LoopNest(new int[] {0, LoopNest.NONE}), shapes, true);

  private Atom arena(int loop) {
    return system.heap().atom(Atom.Kind.ARENA, loop, Atom.NO_PARENTS, false);
  }

  private int holding(Element... elements) {
    int variable = system.newVariable();
    for (Element element : elements) {
      system.seed(variable, element, 0);
    }
    return variable;
  }

  private boolean isIn(Element element, int variable) {
    return system.set(variable).contains(element.id());
  }

  @Test
  void flowsAreTransitiveAndStaticIsEmpty() {
    Atom a = arena(0);
    int first = holding(a);
    int second = system.newVariable();
    int third = system.newVariable();
    system.flow(second, third, 0);
    system.flow(first, second, 0);
    system.flow(third, Inclusions.STATIC, 0);
    system.solve();
    assertTrue(isIn(a, third));
    assertTrue(system.set(Inclusions.STATIC).isEmpty());
  }

  @Test
  void whatIsStoredThroughOneReferenceIsFoundThroughAnother() {
    Atom home = arena(0);
    Cell cell = system.heap().made(REFERENCE, 0, holding(home), null);
    int one = holding(home, cell);
    int other = system.newVariable();
    system.flow(one, other, 0);
    Atom name = arena(0);
    int found = system.newVariable();
    system.load(other, NAME, found, 0);
    system.store(one, NAME, holding(name), 0);
    system.solve();
    assertTrue(isIn(name, found));
  }

  @Test
  void aRecursiveStructureOfTheInterfaceHasFinitelyManyPositions() {
    int list = system.newVariable();
    system.heap().interfaceLeaf(list, Position.root("list"), REFERENCE, 0);
    int at = list;
    for (int i = 0; i < 5; i++) {
      int next = system.newVariable();
      system.load(at, NEXT, next, 0);
      at = next;
    }
    system.solve();
    List<String> positions =
        system.heap().atoms().stream().map(atom -> atom.position().spelling()).toList();
    assertEquals(List.of("list", "list.next", "list.next.next"), positions);
  }

  @Test
  void anArenaOfThisTurnIsOfAnEarlierTurnInTheNext() {
    Atom inLoop = arena(1);
    Atom outside = arena(0);
    int next = system.newVariable();
    Renaming back = new Renaming(1, 0, 1, 1, BitRow::new);
    system.rename(holding(inLoop, outside), next, back, 0);
    system.solve();
    assertFalse(isIn(inLoop, next));
    assertTrue(isIn(outside, next));
    Atom earlier = system.heap().earlierTurn(inLoop, 1);
    assertTrue(isIn(earlier, next));
    assertSame(inLoop, earlier.original());
    assertTrue(earlier.isMany());
  }

  @Test
  void memoryMadeOutsideKeepsWhatWasPutThereInEarlierTurns() {
    Cell outside = system.heap().made(REFERENCE, 0, holding(arena(0)), null);
    Cell inside = system.heap().made(REFERENCE, 1, holding(arena(0)), null);
    Atom inLoop = arena(1);
    system.store(holding(outside), NAME, holding(inLoop), 0);
    system.store(holding(inside), NAME, holding(inLoop), 0);
    system.solve();
    Atom earlier = system.heap().earlierTurn(inLoop, 1);
    assertTrue(isIn(earlier, outside.found(NAME)));
    assertFalse(isIn(earlier, inside.found(NAME)));
  }

  @Test
  void aHandleThatMovesOnTakesItsArenaWithIt() {
    Atom inLoop = arena(1);
    Atom handle = system.heap().joined(1, Atom.NO_PARENTS);
    Renaming back = new Renaming(1, 0, 1, 1, BitRow::new);
    assertTrue(back.handle(inLoop, handle));
    int next = system.newVariable();
    system.rename(holding(inLoop), next, back, 0);
    system.solve();
    assertTrue(isIn(handle, next));
    assertFalse(isIn(inLoop, next));
  }

  @Test
  void aCopyLivesInItsArenaThroughAndThrough() {
    Atom home = arena(0);
    int variable = holding(home);
    Cell copy = system.heap().copy(REFERENCE, 0, variable, 1, null);
    int next = system.newVariable();
    int name = system.newVariable();
    system.load(holding(copy), NEXT, next, 0);
    system.load(next, NAME, name, 0);
    system.solve();
    assertTrue(isIn(home, next));
    assertTrue(isIn(copy, next));
    assertTrue(isIn(home, name));
  }

  @Test
  void theWayOfAnAtomCanBeTold() {
    Atom a = arena(0);
    int first = system.newVariable();
    system.seed(first, a, 7);
    int second = system.newVariable();
    system.flow(first, second, 8);
    system.solve();
    List<Integer> reasons =
        system.arrivals().way(second, a.id()).stream().map(Arrivals.Step::reason).toList();
    assertEquals(List.of(7, 8), reasons);
  }
}
