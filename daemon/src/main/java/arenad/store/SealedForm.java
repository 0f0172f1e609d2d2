package arenad.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The form of a sealed interface: one of several classes, told apart by the place of its name among theirs.
record SealedForm(List<Class<?>> cases, List<Form> forms, Map<Class<?>, Integer> numbers)
    implements Form {
  private static final int FIRST = 1;

  SealedForm(List<Class<?>> cases, List<Form> forms) {
    this(cases, forms, new HashMap<>());
    for (int i = 0; i < cases.size(); i++) {
      numbers.put(cases.get(i), i);
    }
  }

  @Override
  public void write(@Nullable Object value, Output out) {
    if (value == null) {
      out.unsigned(Forms.NULL);
      return;
    }
    Class<?> type =
        value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    Integer index = numbers.get(type);
    if (index == null) {
      throw new IllegalArgumentException(type + " is none of " + cases);
    }
    out.unsigned(FIRST + (long) index);
    if (forms.get(index) instanceof RecordForm record && !record.shared()) {
      record.writeParts(value, out);
    } else {
      forms.get(index).write(value, out);
    }
  }

  @Override
  public @Nullable Object read(Input in) {
    long head = in.unsigned();
    if (head == Forms.NULL) {
      return null;
    }
    if (head < 0 || head - FIRST >= forms.size()) {
      throw new MalformedRecord("no such case");
    }
    Form form = forms.get((int) head - FIRST);
    return form instanceof RecordForm record && !record.shared()
        ? record.readParts(in)
        : form.read(in);
  }
}
