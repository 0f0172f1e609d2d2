package arenad.std;

import arenad.memory.Context;
import arenad.panic.Panics;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;

/// Standard input.
public final class Input {
  private static final ByteSource SOURCE =
      new ByteSource(new FileInputStream(FileDescriptor.in), 8192);

  private Input() {}

  /// The next line, in an arena; its length goes to `r1`. See [ByteSource#readLine].
  ///
  /// @return 0 when the input is at its end
  public static synchronized long readLine(Context context, long arena) {
    Output.flush();
    try {
      return SOURCE.readLine(context, arena);
    } catch (IOException e) {
      throw Panics.inputFailed(String.valueOf(e.getMessage()));
    }
  }

  /// The next bytes.
  ///
  /// @return how many; 0 at the end
  public static synchronized int read(Context context, long address, int length) {
    Output.flush();
    try {
      return length == 0 ? 0 : SOURCE.read(address, length);
    } catch (IOException e) {
      throw Panics.inputFailed(String.valueOf(e.getMessage()));
    }
  }
}
