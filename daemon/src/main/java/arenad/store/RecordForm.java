package arenad.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The form of a record: components in their order; the canonical constructor makes it again.
///
/// @param accessors each `(Object) -> Object`
/// @param constructor `(Object[]) -> Object`
/// @param whole which values are written once and for all their equals; null where none is
record RecordForm(
    List<MethodHandle> accessors,
    MethodHandle constructor,
    List<Form> components,
    @Nullable Predicate<@Nullable Object> whole)
    implements Form {

  static RecordForm of(
      Class<?> type, List<Form> forms, @Nullable Predicate<@Nullable Object> whole) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      RecordComponent[] components = type.getRecordComponents();
      Class<?>[] types = new Class<?>[components.length];
      MethodHandle[] accessors = new MethodHandle[components.length];
      for (int i = 0; i < components.length; i++) {
        types[i] = components[i].getType();
        accessors[i] =
            lookup
                .unreflect(components[i].getAccessor())
                .asType(MethodType.methodType(Object.class, Object.class));
      }
      MethodHandle constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, types))
              .asType(MethodType.genericMethodType(types.length))
              .asSpreader(Object[].class, types.length);
      return new RecordForm(List.of(accessors), constructor, forms, whole);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("cannot look into " + type, impossible);
    }
  }

  @Override
  public void write(@Nullable Object value, Output out) {
    if (value == null) {
      out.unsigned(Forms.NULL);
      return;
    }
    int number = isShared(value) ? out.numberOf(value) : -1;
    if (number >= 0) {
      out.unsigned(Forms.AGAIN);
      out.unsigned(number);
      return;
    }
    out.unsigned(Forms.HERE);
    writeParts(value, out);
  }

  boolean isShared(Object value) {
    return whole != null && whole.test(value);
  }

  /// Whether any value may be shared, so that bytes say whether it is.
  boolean shared() {
    return whole != null;
  }

  void writeParts(Object value, Output out) {
    try {
      for (int i = 0; i < components.size(); i++) {
        Object part = (Object) accessors.get(i).invokeExact(value);
        components.get(i).write(part, out);
      }
    } catch (RuntimeException | Error unchecked) {
      throw unchecked;
    } catch (Throwable impossible) {
      throw new LinkageError("an accessor failed", impossible);
    }
    if (isShared(value)) {
      out.remember(value);
    }
  }

  @Override
  public @Nullable Object read(Input in) {
    return switch ((int) in.unsigned()) {
      case Forms.NULL -> null;
      case Forms.AGAIN -> in.numbered(in.unsigned());
      case Forms.HERE -> readParts(in);
      default -> throw new MalformedRecord("no head of a record");
    };
  }

  Object readParts(Input in) {
    @Nullable Object[] parts = new Object[components.size()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = components.get(i).read(in);
    }
    Object value;
    try {
      value = (Object) constructor.invokeExact(parts);
    } catch (RuntimeException | Error unchecked) {
      throw unchecked;
    } catch (Throwable impossible) {
      throw new LinkageError("a constructor failed", impossible);
    }
    if (isShared(value)) {
      in.remember(value);
    }
    return value;
  }
}
