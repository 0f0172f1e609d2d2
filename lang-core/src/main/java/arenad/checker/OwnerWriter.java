package arenad.checker;

import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.Cell;
import arenad.lifetime.Inclusions;
import arenad.lifetime.Shape;
import arenad.type.Owners;
import arenad.type.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes what is done with memory that a handle owns.
///
/// A handle in a place is one atom, made anew whenever a handle comes to be there. What is seen through it is
/// memory of an atom that hangs on it, a *view*: it ends when the handle is moved or dropped, and nothing from
/// elsewhere may be put into it. So nothing needs to be known of where a handle goes: what it owns is closed, and
/// nobody outside has kept a way in.
final class OwnerWriter {

  /// The views of a block, each by the variable of its handle: two looks at one handle see one memory.
  private record Look(int handle, int loop) {}

  private final BodyWriter body;
  private final Map<Look, Integer> views = new HashMap<>();

  OwnerWriter(BodyWriter body) {
    this.body = body;
  }

  private Inclusions system() {
    return body.system();
  }

  /// Looks of other blocks need not have happened on the way to this one.
  void beginBlock() {
    views.clear();
  }

  int[] write(Value.Intrinsic intrinsic) {
    List<Value> arguments = intrinsic.arguments();
    return switch (intrinsic.operation()) {
      case OWNER_MOVE -> {
        int[] leaves = body.values().write(arguments.getFirst());
        drop(leaves, intrinsic);
        yield renewed(leaves, intrinsic);
      }
      case OWNER_COPY -> renewed(body.values().write(arguments.getFirst()), intrinsic);
      case OWNER_DROP -> {
        drop(body.values().write(arguments.getFirst()), intrinsic);
        yield BodyWriter.NOTHING;
      }
      case OWNER_VALUE -> new int[] {view(intrinsic)};
      case OWNED_NEW, SHARED_NEW -> {
        Value content = arguments.getFirst();
        body.values().deeplyTouched(content, body.values().write(content));
        yield new int[] {fresh(intrinsic)};
      }
      case SHARED_COUNT, REGION_BYTES -> {
        body.values().write(arguments.getFirst());
        yield BodyWriter.NOTHING;
      }
      case SHARED_WEAK, WEAK_UPGRADE, REGION_COMPACT -> {
        body.values().write(arguments.getFirst());
        yield new int[] {fresh(intrinsic)};
      }
      case REGION_BEGIN -> new int[] {begin(intrinsic)};
      case REGION_ARENA -> {
        int arena = body.newVariable();
        int root = body.values().write(arguments.getFirst())[0];
        system().atoms(root, arena, body.reason(new Reason.Found(intrinsic)));
        yield new int[] {arena};
      }
      case REGION_SEAL -> new int[] {seal(intrinsic)};
      default -> throw new IllegalArgumentException("owns nothing: " + intrinsic.operation());
    };
  }

  /// A handle that has just come to be where it is.
  int fresh(Value value) {
    Atom owner = system().heap().atom(Atom.Kind.OWNER, body.loop(), Atom.NO_PARENTS, false);
    return known(owner, value);
  }

  private int known(Atom atom, Value value) {
    Reason reason = new Reason.Made(value);
    body.birth(atom, reason);
    int variable = body.newVariable();
    system().seed(variable, atom, body.reason(reason));
    return variable;
  }

  private int[] renewed(int[] leaves, Value.Intrinsic intrinsic) {
    Shape shape = body.shapeOf(intrinsic.type());
    int[] renewed = leaves.clone();
    for (int leaf = 0; leaf < renewed.length; leaf++) {
      if (Owners.isOwner(shape.leaf(leaf).type())) {
        renewed[leaf] = fresh(intrinsic);
      }
    }
    return renewed;
  }

  private void drop(int[] leaves, Value.Intrinsic intrinsic) {
    Shape shape = body.shapeOf(intrinsic.arguments().getFirst().type());
    int why = body.reason(new Reason.Dropped(intrinsic));
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      if (Owners.isOwner(shape.leaf(leaf).type())) {
        body.event(Events.Kind.DROP, leaves[leaf], why);
      }
    }
  }

  /// A reference to what a handle owns.
  private int view(Value.Intrinsic intrinsic) {
    int handle = body.values().write(intrinsic.arguments().getFirst())[0];
    Look look = new Look(handle, body.loop());
    Integer known = views.get(look);
    if (known == null) {
      Atom view = system().heap().atom(Atom.Kind.VIEW, body.loop(), handle, false);
      int home = known(view, intrinsic);
      known = reference(home, intrinsic.type(), intrinsic);
      views.put(look, known);
    }
    return known;
  }

  private int reference(int home, Type type, Value value) {
    Type leaf = body.shapeOf(type).leaf(0).type();
    Cell cell = system().heap().copy(leaf, body.loop(), home, body.values().newSite(), null);
    return body.values().reference(cell, home, value);
  }

  /// The arena of a region that is being made.
  private int begin(Value.Intrinsic intrinsic) {
    Atom view = system().heap().atom(Atom.Kind.VIEW, body.loop(), Atom.NO_PARENTS, false);
    return known(view, intrinsic);
  }

  /// The root must lie in the arena; from here on the handle is the only way to it.
  private int seal(Value.Intrinsic intrinsic) {
    close(intrinsic, intrinsic.arguments().getFirst());
    return fresh(intrinsic);
  }

  /// Nobody has a way to what is in the arena any more.
  void close(Value.Intrinsic intrinsic, Value handle) {
    int arena = body.values().write(handle)[0];
    Value root = intrinsic.arguments().getLast();
    int reference = body.values().touched(root)[0];
    Type holder = Type.array(root.type());
    Cell cell = system().heap().made(holder, body.loop(), arena, body.handles().only(arena));
    int held = body.values().reference(cell, arena, intrinsic);
    system()
        .store(held, 0, reference, body.reason(new Reason.Initialised(intrinsic, "root", root)));
    body.event(Events.Kind.DROP, arena, body.reason(new Reason.Dropped(intrinsic)));
  }
}
