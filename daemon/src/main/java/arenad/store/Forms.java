package arenad.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The forms of [Codec]. A reference may always be null; that costs no byte of its own but in records.
final class Forms {
  private static final int NULL = 0;
  private static final int AGAIN = 1;
  private static final int HERE = 2;

  private Forms() {}

  /// The form of a type without parts, or null.
  static @Nullable Form simple(Class<?> type) {
    if (type == int.class) {
      return new OfInt();
    } else if (type == long.class) {
      return new OfLong();
    } else if (type == boolean.class) {
      return new OfBoolean();
    } else if (type == double.class) {
      return new OfDouble();
    } else if (type == Integer.class) {
      return new OfInteger();
    } else if (type == String.class) {
      return new OfString();
    } else if (type == BigInteger.class) {
      return new OfBigInteger();
    } else if (type == byte[].class) {
      return new OfBytes();
    }
    return null;
  }

  private static Object present(@Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("a primitive that is null");
    }
    return value;
  }

  private static int narrow(long value) {
    if (value != (int) value) {
      throw new MalformedRecord("an int of more than 32 bits");
    }
    return (int) value;
  }

  record OfInt() implements Form {
    @Override
    public void write(@Nullable Object value, Output out) {
      out.signed((int) present(value));
    }

    @Override
    public Object read(Input in) {
      return narrow(in.signed());
    }
  }

  record OfLong() implements Form {
    @Override
    public void write(@Nullable Object value, Output out) {
      out.signed((long) present(value));
    }

    @Override
    public Object read(Input in) {
      return in.signed();
    }
  }

  record OfBoolean() implements Form {
    @Override
    public void write(@Nullable Object value, Output out) {
      out.u8((boolean) present(value) ? 1 : 0);
    }

    @Override
    public Object read(Input in) {
      return switch (in.u8()) {
        case 0 -> false;
        case 1 -> true;
        default -> throw new MalformedRecord("a boolean that is neither");
      };
    }
  }

  /// By bits, so that every NaN and `-0.0` come back as they were.
  record OfDouble() implements Form {
    @Override
    public void write(@Nullable Object value, Output out) {
      out.fixed64(Double.doubleToRawLongBits((double) present(value)));
    }

    @Override
    public Object read(Input in) {
      return Double.longBitsToDouble(in.fixed64());
    }
  }

  record OfInteger() implements Form {
    @Override
    public void write(@Nullable Object value, Output out) {
      if (value == null) {
        out.u8(NULL);
      } else {
        out.u8(HERE);
        out.signed((int) value);
      }
    }

    @Override
    public @Nullable Object read(Input in) {
      return in.u8() == NULL ? null : narrow(in.signed());
    }
  }

  record OfString() implements Form {
    @Override
    public void write(@Nullable Object value, Output out) {
      if (value == null) {
        out.unsigned(NULL);
        return;
      }
      int number = out.numberOf(value);
      if (number >= 0) {
        out.unsigned(number + 2L);
        return;
      }
      out.unsigned(AGAIN);
      out.text((String) value);
      out.remember(value);
    }

    @Override
    public @Nullable Object read(Input in) {
      long head = in.unsigned();
      if (head == NULL) {
        return null;
      }
      if (head == AGAIN) {
        String value = in.text();
        in.remember(value);
        return value;
      }
      return (String) in.numbered(head - 2);
    }
  }

  record OfBigInteger() implements Form {
    @Override
    public void write(@Nullable Object value, Output out) {
      byte[] bytes = value == null ? new byte[0] : ((BigInteger) value).toByteArray();
      out.unsigned(bytes.length);
      out.raw(bytes);
    }

    @Override
    public @Nullable Object read(Input in) {
      byte[] bytes = in.raw(in.count());
      return bytes.length == 0 ? null : new BigInteger(bytes);
    }
  }

  record OfBytes() implements Form {
    @Override
    public void write(@Nullable Object value, Output out) {
      byte[] bytes = (byte[]) present(value);
      out.unsigned(bytes.length);
      out.raw(bytes);
    }

    @Override
    public Object read(Input in) {
      return in.raw(in.count());
    }
  }

  record OfEnum(Object[] constants) implements Form {
    @Override
    public void write(@Nullable Object value, Output out) {
      out.unsigned(value == null ? NULL : ((Enum<?>) value).ordinal() + 1L);
    }

    @Override
    public @Nullable Object read(Input in) {
      long head = in.unsigned();
      if (head < 0 || head > constants.length) {
        throw new MalformedRecord("constant " + head + " of an enum");
      }
      return head == NULL ? null : constants[(int) head - 1];
    }
  }

  record OfList(Form element) implements Form {
    @Override
    public void write(@Nullable Object value, Output out) {
      if (value == null) {
        out.unsigned(NULL);
        return;
      }
      List<?> list = (List<?>) value;
      out.unsigned(list.size() + 1L);
      for (Object each : list) {
        element.write(each, out);
      }
    }

    @Override
    public @Nullable Object read(Input in) {
      long head = in.unsigned();
      if (head == NULL) {
        return null;
      }
      if (head < 0 || head > 1 << 28) {
        throw new MalformedRecord("a list of " + head);
      }
      Object[] elements = new Object[Math.min((int) head - 1, 1024)];
      for (int i = 0; i < head - 1; i++) {
        if (i == elements.length) {
          elements = Arrays.copyOf(elements, elements.length * 2);
        }
        elements[i] = present(element.read(in));
      }
      return List.of(Arrays.copyOf(elements, (int) head - 1));
    }
  }

  /// Components in their order; the canonical constructor makes it again.
  ///
  /// @param accessors each `(Object) -> Object`
  /// @param constructor `(Object[]) -> Object`
  /// @param whole which values are written once and for all their equals; null where none is
  record OfRecord(
      List<MethodHandle> accessors,
      MethodHandle constructor,
      List<Form> components,
      @Nullable Predicate<@Nullable Object> whole)
      implements Form {

    static OfRecord of(
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
        return new OfRecord(List.of(accessors), constructor, forms, whole);
      } catch (ReflectiveOperationException impossible) {
        throw new LinkageError("cannot look into " + type, impossible);
      }
    }

    @Override
    public void write(@Nullable Object value, Output out) {
      if (value == null) {
        out.unsigned(NULL);
        return;
      }
      int number = isShared(value) ? out.numberOf(value) : -1;
      if (number >= 0) {
        out.unsigned(AGAIN);
        out.unsigned(number);
        return;
      }
      out.unsigned(HERE);
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
        case NULL -> null;
        case AGAIN -> in.numbered(in.unsigned());
        case HERE -> readParts(in);
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

  /// One of several classes, told apart by the place of its name among theirs.
  record OfSealed(List<Class<?>> cases, List<Form> forms, Map<Class<?>, Integer> numbers)
      implements Form {
    private static final int FIRST = 1;

    OfSealed(List<Class<?>> cases, List<Form> forms) {
      this(cases, forms, new HashMap<>());
      for (int i = 0; i < cases.size(); i++) {
        numbers.put(cases.get(i), i);
      }
    }

    @Override
    public void write(@Nullable Object value, Output out) {
      if (value == null) {
        out.unsigned(NULL);
        return;
      }
      Class<?> type =
          value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
      Integer index = numbers.get(type);
      if (index == null) {
        throw new IllegalArgumentException(type + " is none of " + cases);
      }
      out.unsigned(FIRST + (long) index);
      if (forms.get(index) instanceof OfRecord record && !record.shared()) {
        record.writeParts(value, out);
      } else {
        forms.get(index).write(value, out);
      }
    }

    @Override
    public @Nullable Object read(Input in) {
      long head = in.unsigned();
      if (head == NULL) {
        return null;
      }
      if (head < 0 || head - FIRST >= forms.size()) {
        throw new MalformedRecord("no such case");
      }
      Form form = forms.get((int) head - FIRST);
      return form instanceof OfRecord record && !record.shared()
          ? record.readParts(in)
          : form.read(in);
    }
  }
}
