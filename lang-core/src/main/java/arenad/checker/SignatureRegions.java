package arenad.checker;

import arenad.elaborate.Environment;
import arenad.lifetime.Contract;
import arenad.lifetime.Position;
import arenad.lifetime.Shapes;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Declaration.LifetimeRequirement;
import arenad.type.Declaration.Relation;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// What the types of a signature say of lifetimes: which positions live in which region, and how these
/// regions relate; also what type parameters stand for, where a clause speaks of them.
///
/// Looks at what parameters and the result hold, and at the fields of the object that a parameter
/// refers to, but not behind those.
final class SignatureRegions {

  private final Declaration.Function function;
  private final Environment environment;
  private final Set<String> typeNames = new HashSet<>();
  private final List<Contract.Binding> bindings = new ArrayList<>();
  private final Set<String> modules = new TreeSet<>();
  private final Set<SymbolId> open = new HashSet<>();

  private SignatureRegions(Declaration.Function function, Environment environment) {
    this.function = function;
    this.environment = environment;
    Set<String> parameters = new HashSet<>();
    function.typeParameters().forEach(parameter -> parameters.add(parameter.name()));
    for (LifetimeRequirement clause : function.requirements()) {
      for (String name : List.of(clause.left(), clause.right())) {
        if (parameters.contains(name)) {
          typeNames.add(name);
        }
      }
    }
  }

  static Contract.Regions of(Declaration.Function function, Environment environment) {
    SignatureRegions regions = new SignatureRegions(function, environment);
    Scope outside = new Scope(regions::nameOf, Map.of());
    for (Declaration.Parameter parameter : function.parameters()) {
      boolean self = parameter.name().equals("self");
      Type type = self ? new Type.Ref(parameter.type()) : parameter.type();
      regions.find(Position.root(parameter.name()), type, outside, false);
    }
    if (function.result() != null) {
      regions.find(Position.root(Position.RETURN), function.result(), outside, true);
    }
    regions.addWritten();
    return new Contract.Regions(regions.bindings, regions.order());
  }

  /// Where a type is written: what the regions and type parameters are that it names.
  private record Scope(Function<String, Position> regions, Map<String, Argument> types) {
    Type resolved(Type type) {
      return type instanceof Type.Parameter(String name)
              && types.get(name) instanceof Argument given
          ? given.scope().resolved(given.type())
          : type;
    }
  }

  /// A type argument, and where that is written.
  private record Argument(Type type, Scope scope) {}

  /// @param scope where the type is written
  /// @param behind whether it stands behind a reference already
  private void find(Position at, Type type, Scope scope, boolean behind) {
    switch (type) {
      case Type.Optional(Type of) -> find(at, of, scope, behind);
      case Type.Ref(Type target, _, String region) -> {
        if (region != null) {
          bindings.add(new Contract.Binding(at, scope.regions().apply(region), true));
        }
        // What stands further away is not looked at, unless its type says of it where it lives.
        if (!behind || target instanceof Type.Named named && !named.regions().isEmpty()) {
          find(at.then(Shapes.behind(scope.resolved(target))), target, scope, true);
        }
      }
      // What a struct that is returned holds, its maker has put there.
      case Type.Named named when !at.isReturn() || !named.regions().isEmpty() ->
          fields(at, named, scope, behind);
      case Type.FixedArray(Type element, _) -> find(at.then(List.of("[]")), element, scope, behind);
      case Type.Tuple(var elements) -> {
        for (int i = 0; i < elements.size(); i++) {
          find(at.then(List.of(Integer.toString(i))), elements.get(i), scope, behind);
        }
      }
      case Type.Builtin(_, var arguments) when arguments.size() == 1 ->
          find(at.then(List.of("[]")), arguments.getFirst(), scope, true);
      case Type.Parameter(String name) when scope.types().get(name) instanceof Argument given ->
          find(at, given.type(), given.scope(), behind);
      case Type.Parameter(String name) -> {
        if (typeNames.contains(name)) {
          bindings.add(new Contract.Binding(at, Position.root(name), false));
        }
      }
      case Type.Named _,
          Type.Builtin _,
          Type.Scalar _,
          Type.Unit _,
          Type.Text _,
          Type.Arena _,
          Type.Function _ -> {}
    }
  }

  private void fields(Position at, Type.Named named, Scope outer, boolean behind) {
    if (environment.declaration(named.symbol()) instanceof Declaration.Struct struct
        && open.add(named.symbol())) {
      Map<String, Argument> types = new HashMap<>();
      for (int i = 0; i < Math.min(struct.typeParameters().size(), named.arguments().size()); i++) {
        Argument argument = new Argument(named.arguments().get(i), outer);
        types.put(struct.typeParameters().get(i).name(), argument);
      }
      Scope inside = new Scope(region -> nameIn(region, at, named, struct, outer), types);
      for (Declaration.Field field : struct.fields()) {
        find(at.then(List.of(field.name())), field.type(), inside, behind);
      }
      open.remove(named.symbol());
    }
  }

  /// What a region is called that a field of the struct at a position names: as the type of that position
  /// says, else it is a region of that object.
  private Position nameIn(
      String region, Position at, Type.Named named, Declaration.Struct struct, Scope outer) {
    int parameter = struct.regionParameters().indexOf(region);
    if (parameter < 0) {
      return ofModule(region);
    }
    return parameter < named.regions().size()
        ? outer.regions().apply(named.regions().get(parameter))
        : at.then(List.of(region));
  }

  /// What a region is called that the signature itself names.
  private Position nameOf(String region) {
    if (region.startsWith(Declaration.Region.MARK)) {
      return ofModule(region);
    }
    return isOfSelf(region) ? new Position("self", List.of(region)) : Position.root(region);
  }

  private Position ofModule(String region) {
    String module = region.substring(1, region.lastIndexOf('.'));
    modules.add(module);
    return DeclaredLifetimes.position(region, function.symbol().module());
  }

  /// Whether it is a region of the struct that the method belongs to.
  private boolean isOfSelf(String region) {
    return function.isMethod()
        && function.parameters().getFirst().type() instanceof Type.Named(SymbolId symbol, _, _)
        && environment.declaration(symbol) instanceof Declaration.Struct struct
        && struct.regionParameters().contains(region);
  }

  /// `Lifetime(arena) = Lifetime(ext)` says of a parameter what `ref(ext)` says in types.
  private void addWritten() {
    for (LifetimeRequirement clause : function.requirements()) {
      if (clause.relation() == Relation.EQUAL) {
        bindWritten(clause.left(), clause.right());
        bindWritten(clause.right(), clause.left());
      }
    }
  }

  private void bindWritten(String region, String other) {
    boolean parameter =
        function.parameters().stream().anyMatch(each -> each.name().equals(root(other)));
    if (region.startsWith(Declaration.Region.MARK) && parameter) {
      Position at = DeclaredLifetimes.position(other, function.symbol().module());
      Contract.Binding binding = new Contract.Binding(at, ofModule(region), true);
      if (!bindings.contains(binding)) {
        bindings.add(binding);
      }
    }
  }

  private static String root(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /// How the regions that the signature speaks of relate, as their modules declare it.
  private List<Contract.Declared> order() {
    DeclaredLifetimes known = DeclaredLifetimes.ofRegions(relations(), function.symbol().module());
    Set<Position> names = new TreeSet<>();
    for (Contract.Binding binding : bindings) {
      if (binding.exact()) {
        names.add(binding.name());
      }
    }
    List<Contract.Declared> order = new ArrayList<>();
    for (Position longer : names) {
      for (Position shorter : names) {
        boolean strictly = known.imply(longer, shorter, true);
        if (!longer.equals(shorter) && (strictly || known.imply(longer, shorter, false))) {
          Relation relation = strictly ? Relation.GREATER : Relation.GREATER_EQUAL;
          order.add(new Contract.Declared(longer, relation, shorter));
        }
      }
    }
    return order;
  }

  private List<LifetimeRequirement> relations() {
    List<LifetimeRequirement> all = new ArrayList<>();
    for (String module : modules) {
      for (String name : environment.names(module)) {
        SymbolId symbol = environment.find(module, name);
        if (symbol != null
            && symbol.kind() == SymbolId.Kind.REGION
            && environment.declaration(symbol) instanceof Declaration.Region region) {
          all.addAll(region.requirements());
        }
      }
    }
    return all;
  }
}
