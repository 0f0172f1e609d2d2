package arenad.jvm.layout;

import arenad.type.Declaration;
import arenad.type.Substitution;
import arenad.type.Type;
import arenad.type.Variants;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Finds the shape of a type. One instance serves one emission: it remembers what it has found.
public final class Shapes {

  /// A value with more scalars than this stands in memory, which also keeps a result within the return slots.
  public static final int MOST_COMPONENTS = 16;

  static final int OBJECT_ALIGN = 8;

  private static final Shape NOTHING = new Shape(0, 1, false, List.of(), List.of(), -1);
  private static final Component ADDRESS = new Component(Width.I64, 0, "");
  private static final Shape ONE_ADDRESS = split(8, 8, List.of(ADDRESS));

  /// Of a string and of a span.
  private static final Shape SLICE =
      split(16, 8, List.of(ADDRESS, new Component(Width.I32, 8, "$length")));

  private static final Shape UNION_REFERENCE =
      split(16, 8, List.of(ADDRESS, new Component(Width.I32, 8, "$tag")));

  /// Where what a union holds begins, behind its tag.
  public static final long PAYLOAD = 8;

  private static final int WORD = 8;

  private static final Map<Type.Scalar, Shape> SCALARS = new EnumMap<>(Type.Scalar.class);

  static {
    for (Type.Scalar scalar : Type.Scalar.values()) {
      Width width = widthOf(scalar);
      List<Component> only = List.of(new Component(width, 0, ""));
      SCALARS.put(scalar, split(width.bytes(), width.bytes(), only));
    }
  }

  private final Declarations declarations;
  private final Map<Type, Shape> known = new HashMap<>();

  public Shapes(Declarations declarations) {
    this.declarations = declarations;
  }

  public Shape of(Type type) {
    return switch (type) {
      case Type.Scalar scalar -> Objects.requireNonNull(SCALARS.get(scalar));
      case Type.Unit _ -> NOTHING;
      case Type.Text _ -> SLICE;
      case Type.Builtin builtin when builtin.container() == Type.Container.SPAN -> SLICE;
      case Type.Ref(Type target, _, _) when Variants.isUnion(target) -> UNION_REFERENCE;
      case Type.Arena _, Type.Ref _, Type.Builtin _ -> ONE_ADDRESS;
      case Type.Optional(Type of) when hasOwnNull(of) -> of(of);
      case Type.Optional _,
          Type.Named _,
          Type.Tuple _,
          Type.FixedArray _,
          Type.Parameter _,
          Type.Function _ -> {
        Shape shape = known.get(type);
        if (shape == null) {
          shape = find(type);
          known.put(type, shape);
        }
        yield shape;
      }
    };
  }

  /// How the entries of a `Map<K, V>` stand in memory.
  public EntryLayout entryOf(Type.Builtin map) {
    return EntryLayout.of(map.arguments().getFirst(), map.arguments().getLast(), this);
  }

  private Shape find(Type type) {
    return switch (type) {
      case Type.Optional(Type of) -> optional(of);
      case Type.Named named when Variants.isUnion(named) -> union(variants(named));
      case Type.Named named -> record(fieldsOf(named));
      case Type.Tuple(List<Type> elements) -> record(elementsOf(elements));
      case Type.FixedArray(Type element, int length) -> fixedArray(of(element), length);
      case Type.Parameter _, Type.Function _ ->
          throw new IllegalArgumentException("no value of this type exists at run time: " + type);
      case Type.Scalar _, Type.Unit _, Type.Text _, Type.Arena _, Type.Ref _, Type.Builtin _ ->
          throw new IllegalStateException("is known without a search: " + type);
    };
  }

  /// How a scalar stands in memory.
  public static Width widthOf(Type.Scalar scalar) {
    return switch (scalar) {
      case BOOL, U8 -> Width.U8;
      case I8 -> Width.I8;
      case I16 -> Width.I16;
      case U16 -> Width.U16;
      case CHAR, I32, U32 -> Width.I32;
      case I64, U64 -> Width.I64;
      case F32 -> Width.F32;
      case F64 -> Width.F64;
    };
  }

  /// Whether the first component tells null: the address 0, or the tag 0.
  private boolean hasOwnNull(Type type) {
    return switch (type) {
      case Type.Text _, Type.Arena _, Type.Ref _, Type.Builtin _ -> true;
      case Type.Named named when Variants.isUnion(named) -> !of(named).inMemory();
      case Type.Scalar _,
          Type.Unit _,
          Type.Optional _,
          Type.Named _,
          Type.Parameter _,
          Type.FixedArray _,
          Type.Tuple _,
          Type.Function _ ->
          false;
    };
  }

  private Shape optional(Type of) {
    Shape payload = of(of);
    List<Component> components = new ArrayList<>(payload.components());
    components.add(new Component(Width.U8, payload.size(), "$present"));
    Shape.Member member = new Shape.Member("value", of, payload, 0, 0);
    return compound(
        payload.size(),
        roundUp(payload.size() + 1, payload.align()),
        payload.align(),
        payload.inMemory(),
        components,
        List.of(member));
  }

  /// The variants of a union; of any other type, none.
  public List<Type> variants(Type type) {
    return Variants.of(type, declarations::declaration);
  }

  /// A tag, and behind it room for the widest variant, each laid out there as it always is. Split, the
  /// room is taken in words, so that it is read and written without a look at the tag.
  private Shape union(List<Type> variants) {
    List<Shape.Member> members = new ArrayList<>();
    boolean inMemory = false;
    long room = 0;
    for (Type variant : variants) {
      Shape shape = of(variant);
      members.add(new Shape.Member("$" + (members.size() + 1), variant, shape, PAYLOAD, 1));
      inMemory |= shape.inMemory();
      room = Math.max(room, roundUp(shape.size(), WORD));
    }
    List<Component> components = new ArrayList<>();
    components.add(new Component(Width.I32, 0, "$tag"));
    for (long at = 0; at < room && components.size() <= MOST_COMPONENTS; at += WORD) {
      components.add(new Component(Width.I64, PAYLOAD + at, "$" + at));
    }
    return compound(-1, PAYLOAD + room, OBJECT_ALIGN, inMemory, components, members);
  }

  private record Field(String name, Type type) {}

  private List<Field> fieldsOf(Type.Named named) {
    Declaration.Struct declared = declarations.struct(named.symbol());
    Declaration.Struct struct =
        new Substitution(declared.typeParameters(), named.arguments()).in(declared);
    List<Field> fields = new ArrayList<>();
    for (Declaration.Field field : struct.fields()) {
      fields.add(new Field(field.name(), field.type()));
    }
    return fields;
  }

  private static List<Field> elementsOf(List<Type> elements) {
    List<Field> fields = new ArrayList<>();
    for (Type element : elements) {
      fields.add(new Field(Integer.toString(fields.size()), element));
    }
    return fields;
  }

  private Shape record(List<Field> fields) {
    List<Shape.Member> members = new ArrayList<>();
    List<Component> components = new ArrayList<>();
    boolean inMemory = false;
    long end = 0;
    int align = 1;
    for (Field field : fields) {
      Shape shape = of(field.type());
      long offset = roundUp(end, shape.align());
      members.add(new Shape.Member(field.name(), field.type(), shape, offset, components.size()));
      for (Component component : shape.components()) {
        components.add(component.inside("$" + field.name(), offset));
      }
      inMemory |= shape.inMemory();
      end = offset + shape.size();
      align = Math.max(align, shape.align());
    }
    return compound(-1, roundUp(end, align), align, inMemory, components, members);
  }

  private static Shape compound(
      long presence,
      long size,
      int align,
      boolean inMemory,
      List<Component> components,
      List<Shape.Member> members) {
    boolean memory = inMemory || components.size() > MOST_COMPONENTS;
    return new Shape(
        size, align, memory, memory ? List.of(ADDRESS) : components, members, presence);
  }

  private static Shape fixedArray(Shape element, int length) {
    long size = element.size() * length;
    return new Shape(size, element.align(), true, List.of(ADDRESS), List.of(), -1);
  }

  private static Shape split(long size, int align, List<Component> components) {
    return new Shape(size, align, false, components, List.of(), -1);
  }

  static long roundUp(long value, long multiple) {
    return (value + multiple - 1) / multiple * multiple;
  }
}
