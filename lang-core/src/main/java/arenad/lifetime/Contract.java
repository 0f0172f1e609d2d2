package arenad.lifetime;

import arenad.type.Declaration.Relation;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.List;

/// What a function asks of the lifetimes of its arguments and promises of its result: the projection
/// of its body's constraints on its interface. All lists are sorted and closed, so that equal
/// contracts are equal values; what is shown is smaller ([ContractText]).
///
/// @param flows what is found at `from` may come to be at `to`
/// @param bounds `value` must live at least as long as `holder`
/// @param arenas made by the call and handed out; flows say where they are found
/// @param objects made by the call and handed out
/// @param frees arenas that the call may free
/// @param uses what must be live when the call begins
/// @param apart `used` is touched after `freed` is freed, so it must not live in it or below it
/// @param declared the written `requires`; callers must meet them
/// @param writes names of fields that the call may assign, itself or through what it calls
/// @param regions what the types of the signature say
/// @param alters objects of the caller that the call may write
/// @param spares methods that type arguments must provide which do not write their object
public record Contract(
    List<Flow> flows,
    List<Bound> bounds,
    List<Arena> arenas,
    List<Made> objects,
    List<Position> frees,
    List<Use> uses,
    List<Apart> apart,
    List<Declared> declared,
    List<String> writes,
    Regions regions,
    List<Altered> alters,
    List<Spared> spares) {

  /// Asks nothing and does nothing.
  public static final Contract EMPTY =
      new Contract(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Regions.NONE,
          List.of(),
          List.of());

  /// The same, which demands more of its callers.
  public Contract requiring(List<Declared> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Declared> all = new ArrayList<>(declared);
    all.addAll(more);
    return new Contract(
        flows, bounds, arenas, objects, frees, uses, apart, all, writes, regions, alters, spares);
  }

  public Contract {
    flows = List.copyOf(flows);
    bounds = List.copyOf(bounds);
    arenas = List.copyOf(arenas);
    objects = List.copyOf(objects);
    frees = List.copyOf(frees);
    uses = List.copyOf(uses);
    apart = List.copyOf(apart);
    declared = List.copyOf(declared);
    writes = List.copyOf(writes);
    alters = List.copyOf(alters);
    spares = List.copyOf(spares);
  }

  /// @param whole whether the very objects flow, not only what lives where they do
  public record Flow(Position from, Position to, boolean whole) implements Comparable<Flow> {
    @Override
    public int compareTo(Flow other) {
      int byTarget = to.compareTo(other.to);
      return byTarget != 0 ? byTarget : from.compareTo(other.from);
    }
  }

  public record Bound(Position value, Position holder) implements Comparable<Bound> {
    @Override
    public int compareTo(Bound other) {
      int byHolder = holder.compareTo(other.holder);
      return byHolder != 0 ? byHolder : value.compareTo(other.value);
    }
  }

  /// An arena that the call makes and hands out.
  ///
  /// @param parents where the arenas are found of which one is its parent; empty for a root
  /// @param many whether it stands for several arenas
  public record Arena(List<Position> parents, boolean many) {
    public Arena {
      parents = List.copyOf(parents);
    }
  }

  /// Objects that the call makes and hands out.
  ///
  /// @param type of a leaf that leads to one
  /// @param homes where the arenas are found in which they live
  public record Made(Type type, List<Position> homes) {
    public Made {
      homes = List.copyOf(homes);
    }
  }

  /// @param deep whether everything that can be reached from there is touched
  public record Use(Position position, boolean deep) implements Comparable<Use> {
    @Override
    public int compareTo(Use other) {
      int byPosition = position.compareTo(other.position);
      return byPosition != 0 ? byPosition : Boolean.compare(deep, other.deep);
    }
  }

  public record Apart(Position used, Position freed) implements Comparable<Apart> {
    @Override
    public int compareTo(Apart other) {
      int byUsed = used.compareTo(other.used);
      return byUsed != 0 ? byUsed : freed.compareTo(other.freed);
    }
  }

  /// @param member of the object that may be assigned, as people know it, or [#ANY]
  public record Altered(Position object, String member) implements Comparable<Altered> {
    /// It is not known which.
    public static final String ANY = "*";

    @Override
    public int compareTo(Altered other) {
      int byObject = object.compareTo(other.object);
      return byObject != 0 ? byObject : member.compareTo(other.member);
    }
  }

  /// A method that is required of a type parameter, and called on what is read only.
  public record Spared(String parameter, String member) implements Comparable<Spared> {
    @Override
    public int compareTo(Spared other) {
      int byParameter = parameter.compareTo(other.parameter);
      return byParameter != 0 ? byParameter : member.compareTo(other.member);
    }
  }

  /// One relation that the source writes in `requires`.
  public record Declared(Position left, Relation relation, Position right) {}

  /// What is at a position lives in a region, or is of the type that a type parameter stands for.
  ///
  /// @param name of the region or the type parameter; `c.r` is the region `r` of the object `c`
  /// @param exact whether all that has the name lives equally long; else the name stands for the
  ///     shortest of them
  public record Binding(Position position, Position name, boolean exact) {}

  /// @param bindings in the order of the signature
  /// @param order how the regions relate, as their modules declare it; callers must see to it
  public record Regions(List<Binding> bindings, List<Declared> order) {
    public static final Regions NONE = new Regions(List.of(), List.of());

    public Regions {
      bindings = List.copyOf(bindings);
      order = List.copyOf(order);
    }
  }
}
