package arenad.store;

import org.jspecify.annotations.Nullable;

/// How values of one static type are written and read back.
interface Form {
  void write(@Nullable Object value, Output out);

  @Nullable Object read(Input in);
}
