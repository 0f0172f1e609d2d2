package arenad.lifetime;

import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Owners;
import arenad.type.Substitution;
import arenad.type.Type;
import arenad.type.TypeText;
import arenad.type.Variants;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds the leaves of types: structs are flattened, so is what is stored inline; what stands behind
/// a reference or in a container has a shape of its own.
public final class Shapes {

  /// The name of an element of an array, fixed array or span in a path.
  private static final String ELEMENT = "[]";

  /// The name of what a reference leads to, in a path, where that has no members that could name it: the
  /// string behind a `&String` is not the reference.
  private static final String BEHIND = "()";

  /// Begins the name of what a requirement gives of a value of a type parameter.
  private static final String REQUIRED = "*";

  /// Only types that grow without end are nested deeper than this, and of those somebody complains.
  private static final int DEEPEST = 64;

  /// What can be asked of a type parameter.
  public record Required(String member, Type type) {}

  /// Those of the keys and of the values of a map.
  private static final String KEY = "[key]";

  private static final String VALUE = "[value]";

  /// Whether a path goes on with what a reference leads to, which has no other name.
  public static boolean isBehind(List<String> path) {
    return !path.isEmpty() && path.getFirst().equals(BEHIND);
  }

  /// How a path goes on from a reference to what it leads to.
  ///
  /// @param target what the reference leads to
  public static List<String> behind(Type target) {
    return switch (target) {
      case Type.Text _,
          Type.Arena _,
          Type.Ref _,
          Type.Parameter _,
          Type.Function _,
          Type.Builtin _ ->
          List.of(BEHIND);
      case Type.Optional(Type of) -> behind(of);
      case Type.Scalar _, Type.Unit _, Type.Named _, Type.FixedArray _, Type.Tuple _ -> List.of();
    };
  }

  /// Whether what a path leads to stands there several times.
  static boolean leadsIntoSequence(List<String> path) {
    return path.stream()
        .anyMatch(name -> name.equals(ELEMENT) || name.equals(KEY) || name.equals(VALUE));
  }

  /// What the name of a variant of a union begins with in a path.
  static final String VARIANT = "as ";

  private final Function<SymbolId, @Nullable Declaration> declarations;
  private final Function<Type.Parameter, List<Required>> required;
  private final Map<Type, Shape> shapes = new HashMap<>();
  private final Map<Type, Shape> insides = new HashMap<>();
  private final Set<Type> open = new HashSet<>();
  private final Cycles cycles = new Cycles(this);

  public Shapes(Function<SymbolId, @Nullable Declaration> declarations) {
    this(declarations, _ -> List.of());
  }

  /// @param required what the requirements of a type parameter give
  public Shapes(
      Function<SymbolId, @Nullable Declaration> declarations,
      Function<Type.Parameter, List<Required>> required) {
    this.declarations = declarations;
    this.required = required;
  }

  /// The name by which a position goes on from a value of a type parameter to what a requirement gives of it.
  public static String required(String parameter, String member) {
    return REQUIRED + parameter + "." + member;
  }

  public static boolean isRequired(String name) {
    return name.startsWith(REQUIRED);
  }

  /// The leaves of a value of the type.
  public Shape of(Type type) {
    Shape known = shapes.get(type);
    if (known != null) {
      return known;
    }
    // A struct that contains itself is an error elsewhere; here it only must come to an end.
    if (Substitution.depth(type) > DEEPEST || !open.add(type)) {
      return Shape.EMPTY;
    }
    Shape shape = new Shape(leaves(type));
    open.remove(type);
    shapes.put(type, shape);
    return shape;
  }

  /// The leaves of what stands behind a leaf of the type.
  public Shape inside(Type leaf) {
    Shape known = insides.get(leaf);
    if (known == null) {
      known = new Shape(contents(leaf));
      insides.put(leaf, known);
    }
    return known;
  }

  /// Whether a leaf of the type leads to something that can hold references again.
  public boolean leadsOn(Type leaf) {
    return leaf instanceof Type.Parameter || inside(leaf).size() > 0;
  }

  /// A type of a generic declaration with arguments in the place of its parameters.
  public Type instance(
      Type type, List<Declaration.TypeParameter> parameters, List<Type> arguments) {
    return Substitution.in(type, parameters, arguments);
  }

  /// Whether leaves of both types lead to each other, so that structures of them are recursive.
  public boolean together(Type one, Type other) {
    return leadsOn(one) && leadsOn(other) && cycles.together(one, other);
  }

  /// The types that are recursive together with the type.
  public List<Type> recursive(Type leaf) {
    return reachable(leaf).stream().filter(other -> cycles.together(leaf, other)).toList();
  }

  Cycles cycles() {
    return cycles;
  }

  /// Where the slot `leaf` of what references of the type `seen` lead to stands in objects that were
  /// made as `made`, or -1: a reference to a union leads to objects of its variants, and one to a
  /// variant may have come from one to the union.
  int slotIn(Type made, Type seen, int leaf) {
    if (made.equals(seen)) {
      return leaf;
    }
    if (!(made instanceof Type.Ref(Type object, _, _)
        && seen instanceof Type.Ref(Type wanted, _, _))) {
      return leaf < inside(made).size() ? leaf : -1;
    }
    List<Type> from = variants(wanted);
    int variant = 0;
    int inVariant = leaf;
    while (variant < from.size() && inVariant >= of(from.get(variant)).size()) {
      inVariant -= of(from.get(variant++)).size();
    }
    Type seenAs = variant < from.size() ? from.get(variant) : wanted;
    if (object.equals(seenAs)) {
      return inVariant;
    }
    int position = variants(object).indexOf(seenAs);
    return position < 0 ? -1 : offset(object, position) + inVariant;
  }

  /// The first leaf of a member, counted from the first leaf of its container.
  public int offset(Type container, int member) {
    int offset = 0;
    List<Type> members = members(container);
    for (int i = 0; i < member; i++) {
      offset += of(members.get(i)).size();
    }
    return offset;
  }

  /// The names of the members of a struct or tuple.
  public List<String> memberNames(Type container) {
    return switch (container) {
      case Type.Named named when declared(named) instanceof Declaration.Struct struct ->
          struct.fields().stream().map(Declaration.Field::name).toList();
      case Type.Tuple(var elements) ->
          IntStream.range(0, elements.size()).mapToObj(Integer::toString).toList();
      case Type.Named _,
          Type.Scalar _,
          Type.Unit _,
          Type.Text _,
          Type.Arena _,
          Type.Optional _,
          Type.Ref _,
          Type.Parameter _,
          Type.FixedArray _,
          Type.Function _,
          Type.Builtin _ ->
          List.of();
    };
  }

  /// The types of the members of a struct or tuple, or of the variants of a union.
  public List<Type> members(Type container) {
    return switch (container) {
      case Type.Named named when declared(named) instanceof Declaration.Struct struct -> {
        List<Type> types = new ArrayList<>();
        for (Declaration.Field field : struct.fields()) {
          types.add(Substitution.in(field.type(), struct.typeParameters(), named.arguments()));
        }
        yield types;
      }
      case Type.Tuple(var elements) -> elements;
      case Type.Optional(Type of) -> members(of);
      case Type.Named named when Variants.isUnion(named) -> variants(named);
      case Type.Named _,
          Type.Scalar _,
          Type.Unit _,
          Type.Text _,
          Type.Arena _,
          Type.Ref _,
          Type.Parameter _,
          Type.FixedArray _,
          Type.Function _,
          Type.Builtin _ ->
          List.of();
    };
  }

  /// The variants of a union; of any other type, none.
  List<Type> variants(Type type) {
    return Variants.of(type, declarations);
  }

  private @Nullable Declaration declared(Type.Named named) {
    return declarations.apply(named.symbol());
  }

  private List<Leaf> leaves(Type type) {
    return switch (type) {
      case Type.Scalar _, Type.Unit _ -> List.of();
      case Type.Text _, Type.Arena _, Type.Parameter _, Type.Function _, Type.Builtin _ ->
          List.of(new Leaf(List.of(), type));
      case Type.Ref(Type target, _, _) -> List.of(new Leaf(List.of(), new Type.Ref(target)));
      case Type.Optional(Type of) -> of(of).leaves();
      case Type.FixedArray(Type element, _) -> under(ELEMENT, of(element));
      case Type.Tuple(var elements) -> {
        List<Leaf> all = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
          all.addAll(under(Integer.toString(i), of(elements.get(i))));
        }
        yield all;
      }
      case Type.Named named -> named(named);
    };
  }

  private List<Leaf> named(Type.Named named) {
    List<Leaf> all = new ArrayList<>();
    for (Type variant : variants(named)) {
      all.addAll(under(VARIANT + TypeText.of(variant), of(variant)));
    }
    switch (declared(named)) {
      case Declaration.Struct struct -> {
        for (Declaration.Field field : struct.fields()) {
          Type type = Substitution.in(field.type(), struct.typeParameters(), named.arguments());
          all.addAll(under(field.name(), of(type)));
        }
      }
      case Declaration.Union _ -> {}
      case Declaration.Function _,
          Declaration.Constant _,
          Declaration.Requirement _,
          Declaration.Region _ -> {}
      case null -> {}
    }
    return all;
  }

  private static List<Leaf> under(String member, Shape shape) {
    return shape.leaves().stream().map(leaf -> leaf.under(member)).toList();
  }

  private List<Leaf> contents(Type leaf) {
    return switch (leaf) {
      case Type.Ref(Type target, _, _) -> {
        List<String> behind = behind(target);
        Shape shape = of(target);
        yield behind.isEmpty() ? shape.leaves() : under(behind.getFirst(), shape);
      }
      case Type.Parameter parameter -> {
        List<Leaf> all = new ArrayList<>();
        for (Required member : required.apply(parameter)) {
          all.addAll(under(required(parameter.name(), member.member()), of(member.type())));
        }
        yield all;
      }
      // Nothing comes into owned memory but copies, so nothing is to be known of it.
      case Type.Builtin builtin when Owners.isOwner(builtin) -> List.of();
      case Type.Builtin(var container, var arguments) -> {
        if (arguments.size() == 1) {
          yield under(ELEMENT, of(arguments.getFirst()));
        }
        List<Leaf> all = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
          all.addAll(under(i == 0 ? KEY : VALUE, of(arguments.get(i))));
        }
        yield all;
      }
      case Type.Scalar _,
          Type.Unit _,
          Type.Text _,
          Type.Arena _,
          Type.Optional _,
          Type.Named _,
          Type.FixedArray _,
          Type.Tuple _,
          Type.Function _ ->
          List.of();
    };
  }

  /// The types of leaves that can be reached from a leaf in one step.
  List<Leaf> steps(Type leaf) {
    return inside(leaf).leaves();
  }

  /// All types of leaves that lead on and can be reached from the leaf, in the order of a breadth
  /// first search.
  List<Type> reachable(Type leaf) {
    Set<Type> seen = new HashSet<>();
    List<Type> order = new ArrayList<>();
    Deque<Type> work = new ArrayDeque<>(List.of(leaf));
    while (!work.isEmpty()) {
      for (Leaf step : steps(work.poll())) {
        if (leadsOn(step.type()) && seen.add(step.type())) {
          order.add(step.type());
          work.add(step.type());
        }
      }
    }
    return order;
  }
}
