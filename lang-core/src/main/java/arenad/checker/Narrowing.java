package arenad.checker;

import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.lifetime.BitRow;
import arenad.lifetime.Position;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What elaboration takes for not null after a test, and whether a call in between may have written
/// it: elaboration sees assignments, but what a callee assigns, only its contract says.
final class Narrowing {

  /// A field of a struct, or an element of a tuple, wherever such a value stands.
  ///
  /// @param owner the type it belongs to
  record Member(Type owner, String name) {
    /// How contracts name it.
    String spelling() {
      return (owner instanceof Type.Named(var symbol, _, var _) ? symbol.qualifiedName() : "tuple")
          + "."
          + name;
    }

    /// How people know it: `Point.x`.
    String shown() {
      return TypeText.of(owner) + "." + name;
    }
  }

  /// A local, and members from there.
  ///
  /// @param ownMembers how many of them lie in the local's own storage
  /// @param variant whether it is about which variant stands there, and not about null
  record Path(IrFunction.Local root, List<Member> members, int ownMembers, boolean variant) {
    Path {
      members = List.copyOf(members);
    }

    /// The same path, where it matters which variant stands there.
    Path matched() {
      return new Path(root, members, ownMembers, true);
    }

    /// `h.node`.
    String spelling() {
      boolean address = root.name().startsWith(Position.ADDRESS);
      StringBuilder text = new StringBuilder(address ? "" : root.name());
      members.forEach(member -> text.append('.').append(member.name()));
      return address ? text.substring(1) : text.toString();
    }
  }

  /// A call that may write members.
  ///
  /// @param lent locals whose storage it is given
  record Overwriting(Value call, Set<String> written, Set<IrFunction.Local> lent) {}

  /// Stands for every member among those that a call may write.
  static final String ANY = "*";

  private final List<Path> paths = new ArrayList<>();
  private final List<Overwriting> calls = new ArrayList<>();
  private final Set<Path> known = new HashSet<>();

  /// The path's number.
  int number(Path path) {
    if (known.add(path)) {
      paths.add(path);
    }
    return paths.indexOf(path);
  }

  int number(Overwriting call) {
    calls.add(call);
    return calls.size() - 1;
  }

  Path path(int number) {
    return paths.get(number);
  }

  Overwriting call(int number) {
    return calls.get(number);
  }

  /// The paths that a call may change.
  BitRow changedBy(int call) {
    BitRow changed = new BitRow();
    for (int i = 0; i < paths.size(); i++) {
      if (changes(calls.get(call), paths.get(i))) {
        changed.add(i);
      }
    }
    return changed;
  }

  private static boolean changes(Overwriting call, Path path) {
    int from = call.lent().contains(path.root()) ? 0 : path.ownMembers();
    return path.members().subList(from, path.members().size()).stream()
        .anyMatch(
            member -> call.written().contains(ANY) || call.written().contains(member.spelling()));
  }

  /// The path that a value reads, or null when it is none.
  static @Nullable Path pathOf(Value value) {
    return switch (value) {
      case Value.Read(Place place, _, _) -> pathOf(place);
      case Value.Unwrap(Value inner, Value.Proof proof, _, _) when proof != Value.Proof.CHECKED ->
          pathOf(inner);
      case Value.Project(Value inner, _, _, _, _) -> pathOf(inner);
      case Value.Intrinsic(Operation operation, var arguments, _, _)
          when operation == Operation.OWNER_MOVE
              || operation == Operation.OWNER_COPY
              || operation == Operation.OWNER_VALUE ->
          pathOf(arguments.getFirst());
      case Value.Constant _,
          Value.Operate _,
          Value.IsNull _,
          Value.Unwrap _,
          Value.Some _,
          Value.Inject _,
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
          null;
    };
  }

  static @Nullable Path pathOf(Place place) {
    return switch (place) {
      case Place.OfLocal(var local) -> new Path(local, List.of(), 0, false);
      case Place.Member(Place container, _, String name, _) -> {
        Path path = pathOf(container);
        yield path == null ? null : longer(path, container, name);
      }
      case Place.Object(Value reference, _) -> pathOf(reference);
      case Place.Payload(Place union, _, _) -> pathOf(union);
      case Place.Slot _, Place.Element _ -> null;
    };
  }

  private static Path longer(Path path, Place container, String name) {
    List<Member> members = new ArrayList<>(path.members());
    members.add(new Member(container.type(), name));
    boolean own = LocalUses.rootOf(container) != null;
    return new Path(path.root(), members, own ? members.size() : path.ownMembers(), false);
  }

  /// The payloads of unions that the place is in, or is.
  static List<Place.Payload> payloadsAround(Place place) {
    List<Place.Payload> payloads = new ArrayList<>();
    Place at = place;
    while (true) {
      switch (at) {
        case Place.Payload payload -> {
          payloads.add(payload);
          at = payload.union();
        }
        case Place.Member(Place container, _, _, _) -> at = container;
        case Place.Slot(Place array, _, _) -> at = array;
        case Place.OfLocal _, Place.Object _, Place.Element _ -> {
          return payloads;
        }
      }
    }
  }

  /// The members that a write of a place in memory changes.
  static List<Member> membersWritten(Place place, Constraints constraints) {
    return switch (place) {
      case Place.Member(Place container, _, String name, _) ->
          List.of(new Member(container.type(), name));
      case Place.Slot(Place array, _, _) -> membersWritten(array, constraints);
      case Place.Object _, Place.Element _, Place.Payload _ ->
          constraints.shapes.memberNames(place.type()).stream()
              .map(name -> new Member(place.type(), name))
              .toList();
      case Place.OfLocal _ -> List.of();
    };
  }
}
