package arenad.checker;

import arenad.ir.IrFunction;
import arenad.ir.Place;
import arenad.ir.Value;
import arenad.lifetime.BitRow;
import arenad.lifetime.Position;
import arenad.lifetime.Shapes;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.typed.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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

  /// A call or an assignment that may write members.
  ///
  /// @param callee what is called, or null
  /// @param lent locals whose storage it is given
  record Overwriting(
      Span span, @Nullable String callee, Set<String> written, Set<IrFunction.Local> lent) {}

  /// Stands for every member among those that a call may write.
  static final String ANY = "*";

  /// Before the name of a type parameter: a whole value of its type is written. What members that has is known where the
  /// type is.
  private static final String WHOLE = "whole ";

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

  /// Whether a call may put something else where the last member of the path lies in memory.
  boolean movesBase(int call, Path path) {
    Overwriting overwriting = calls.get(call);
    List<Member> base = path.members().subList(0, path.members().size() - 1);
    return overwriting.lent().contains(path.root())
        || changes(overwriting, new Path(path.root(), base, path.ownMembers(), false));
  }

  private static boolean changes(Overwriting call, Path path) {
    int from = call.lent().contains(path.root()) ? 0 : path.ownMembers();
    boolean anything =
        call.written().stream().anyMatch(each -> each.equals(ANY) || each.startsWith(WHOLE));
    return path.members().subList(from, path.members().size()).stream()
        .anyMatch(member -> anything || call.written().contains(member.spelling()));
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

  /// The member that a write of a place in memory changes, as people know it, or null where all is written.
  static @Nullable String memberShown(Place place, Shapes shapes) {
    return switch (place) {
      case Place.Member(Place container, _, String name, _) ->
          new Member(container.type(), name).shown();
      case Place.Slot(Place array, _, _) -> memberShown(array, shapes);
      case Place.Object _, Place.Element _, Place.Payload _ ->
          shapes.memberNames(place.type()).stream()
              .map(name -> new Member(place.type(), name).shown())
              .findFirst()
              .orElse(null);
      case Place.OfLocal _ -> null;
    };
  }

  /// The members that a write of a place in memory changes: of what lies in it, all.
  static Set<String> membersWritten(Place place, Shapes shapes) {
    return switch (place) {
      case Place.Member(Place container, _, String name, Type type) -> {
        Set<String> written = membersIn(type, shapes);
        written.add(new Member(container.type(), name).spelling());
        yield written;
      }
      case Place.Slot(Place array, _, _) -> membersWritten(array, shapes);
      case Place.Object _, Place.Element _, Place.Payload _ -> membersIn(place.type(), shapes);
      case Place.OfLocal _ -> Set.of();
    };
  }

  /// The members of a value, of the values that lie in it, and so on.
  static Set<String> membersIn(Type type, Shapes shapes) {
    Set<String> members = new TreeSet<>();
    collect(type, shapes, members, new HashSet<>());
    return members;
  }

  private static void collect(Type type, Shapes shapes, Set<String> members, Set<Type> seen) {
    Type value = Type.withoutNull(type);
    if (!seen.add(value)) {
      return;
    }
    if (value instanceof Type.Parameter(String name)) {
      members.add(WHOLE + name);
    }
    for (String name : shapes.memberNames(value)) {
      members.add(new Member(value, name).spelling());
    }
    if (value instanceof Type.FixedArray(Type element, _)) {
      collect(element, shapes, members, seen);
    }
    for (Type member : shapes.members(value)) {
      collect(member, shapes, members, seen);
    }
  }

  /// What a call writes, where its type arguments are known.
  static Set<String> instance(
      List<String> written,
      List<Declaration.TypeParameter> parameters,
      List<Type> arguments,
      Shapes shapes) {
    Set<String> all = new TreeSet<>(written);
    parameters.forEach(parameter -> all.remove(WHOLE + parameter.name()));
    for (int i = 0; i < Math.min(parameters.size(), arguments.size()); i++) {
      if (written.contains(WHOLE + parameters.get(i).name())) {
        collect(arguments.get(i), shapes, all, new HashSet<>());
      }
    }
    return all;
  }
}
