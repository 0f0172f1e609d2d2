package arenad.store;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The forms of [Codec] that have no parts, and that of lists. A reference may always be null; that costs no byte of its own but in
/// records.
final class Forms {
  /// Heads: what follows of a value.
  static final int NULL = 0;

  static final int AGAIN = 1;
  static final int HERE = 2;

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
}
