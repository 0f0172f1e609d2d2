package arenad.store;

import arenad.outline.Fingerprint;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Turns values made of records, sealed interfaces, enums, lists, strings, byte arrays and primitives
/// into bytes and back, by reflection over their types: what is a component of a record is written,
/// and nothing else can be.
///
/// Deterministic: equal values give equal bytes. Values of `shared` types that occur again are
/// written as a reference to their first occurrence. [#schema] describes every type that can occur;
/// bytes can be read only by a codec of the same schema, so whoever keeps them keeps it too.
public final class Codec<T> {
  private final Form root;
  private final String schema;

  private Codec(Form root, String schema) {
    this.root = root;
    this.schema = schema;
  }

  /// @param shared types (with all that implement them) whose values are worth writing only once
  public static <T> Codec<T> of(Class<T> type, Set<Class<?>> shared) {
    return of(type, shared, _ -> true);
  }

  /// @param whole which values of shared types are the same when they are equal; any other is written
  ///     each time
  public static <T> Codec<T> of(
      Class<T> type, Set<Class<?>> shared, Predicate<@Nullable Object> whole) {
    Builder builder = new Builder(shared, whole);
    Form root = builder.formOf(type);
    return new Codec<>(root, builder.schema());
  }

  public byte[] encode(T value) {
    Output out = new Output();
    root.write(value, out);
    return out.toBytes();
  }

  /// Reads what a codec of the same schema has written.
  ///
  /// @throws MalformedRecord for any other bytes
  @SuppressWarnings("unchecked")
  public T decode(byte[] bytes) {
    Input in = new Input(bytes);
    Object value;
    try {
      value = root.read(in);
      in.end();
    } catch (MalformedRecord malformed) {
      throw malformed;
    } catch (RuntimeException | StackOverflowError wrong) {
      throw new MalformedRecord("a value that cannot be", wrong);
    }
    if (value == null) {
      throw new MalformedRecord("nothing");
    }
    return (T) value;
  }

  public Fingerprint fingerprint(T value) {
    return Hash.of(encode(value));
  }

  /// One line for each type that can occur, sorted.
  public String schema() {
    return schema;
  }

  /// Makes forms from types, each type once, so that types may contain themselves.
  private static final class Builder {
    private final Set<Class<?>> shared;
    private final Predicate<@Nullable Object> whole;
    private final Map<Type, Form> forms = new HashMap<>();
    private final Map<String, String> lines = new TreeMap<>();

    Builder(Set<Class<?>> shared, Predicate<@Nullable Object> whole) {
      this.whole = whole;
      this.shared = Collections.unmodifiableSet(shared);
    }

    String schema() {
      StringBuilder text = new StringBuilder();
      lines.forEach((name, line) -> text.append(name).append(' ').append(line).append('\n'));
      return text.toString();
    }

    Form formOf(Type type) {
      Form known = forms.get(type);
      if (known != null) {
        return known;
      }
      Later later = new Later();
      forms.put(type, later);
      Form form = make(type);
      later.form = form;
      forms.put(type, form);
      return form;
    }

    private Form make(Type type) {
      if (type instanceof ParameterizedType parameterized
          && parameterized.getRawType() == List.class) {
        return new Forms.OfList(formOf(parameterized.getActualTypeArguments()[0]));
      }
      if (!(type instanceof Class<?> of)) {
        throw new IllegalArgumentException("no form for " + type);
      }
      Form simple = Forms.simple(of);
      if (simple != null) {
        return simple;
      }
      if (of.isEnum()) {
        lines.put(of.getName(), "enum " + Arrays.toString(of.getEnumConstants()));
        return new Forms.OfEnum(of.getEnumConstants());
      }
      if (of.isRecord()) {
        lines.put(of.getName(), "record " + describe(of) + (isShared(of) ? " shared" : ""));
        List<Form> components = new ArrayList<>();
        for (var component : of.getRecordComponents()) {
          components.add(formOf(component.getGenericType()));
        }
        return RecordForm.of(of, components, isShared(of) ? whole : null);
      }
      if (of.isSealed()) {
        List<Class<?>> cases = new ArrayList<>();
        collect(of, cases);
        cases.sort(Comparator.comparing(Class::getName));
        lines.put(of.getName(), "sealed " + cases.stream().map(Class::getName).toList().toString());
        List<Form> caseForms = new ArrayList<>();
        for (Class<?> each : cases) {
          caseForms.add(formOf(each));
        }
        return new SealedForm(cases, caseForms);
      }
      throw new IllegalArgumentException("no form for " + type);
    }

    private static String describe(Class<?> record) {
      List<String> components = new ArrayList<>();
      for (var component : record.getRecordComponents()) {
        components.add(component.getName() + ": " + component.getGenericType().getTypeName());
      }
      return components.toString();
    }

    private static void collect(Class<?> sealed, List<Class<?>> cases) {
      for (Class<?> each : sealed.getPermittedSubclasses()) {
        if (each.isInterface()) {
          collect(each, cases);
        } else if (!cases.contains(each)) {
          cases.add(each);
        }
      }
    }

    private boolean isShared(Class<?> type) {
      return shared.stream().anyMatch(each -> each.isAssignableFrom(type));
    }
  }

  /// Stands for a form that is being made: how a type comes to contain itself.
  private static final class Later implements Form {
    private @Nullable Form form;

    @Override
    public void write(@Nullable Object value, Output out) {
      made().write(value, out);
    }

    @Override
    public @Nullable Object read(Input in) {
      return made().read(in);
    }

    private Form made() {
      Form made = form;
      if (made == null) {
        throw new IllegalStateException("used while it is being made");
      }
      return made;
    }
  }
}
