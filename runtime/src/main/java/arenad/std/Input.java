package arenad.std;

import static arenad.memory.Memory.u8;

import arenad.memory.Context;
import arenad.memory.Memory;
import arenad.panic.Panics;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;

/// Standard input, line by line.
public final class Input {
  private static final FileInputStream STREAM = new FileInputStream(FileDescriptor.in);
  private static final byte[] BUFFER = new byte[8192];

  /// What of the buffer is not read yet.
  private static int next;

  private static int end;

  private Input() {}

  /// The next line without its `\n` or `\r\n`, in an arena; its length goes to `r1`.
  /// Bytes that are not UTF-8 become U+FFFD.
  ///
  /// @return 0 when the input is at its end
  public static synchronized long readLine(Context context, long arena) {
    Output.flush();
    TextRoom.begin(context);
    if (!appendLine(context)) {
      context.r1 = 0;
      return 0;
    }
    long length = TextRoom.length(context);
    if (length > 0 && u8(context.textTop - 1) == '\r') {
      length--;
    }
    long line = Repair.copy(context, arena, context.textStart, (int) length);
    TextRoom.dropLargeScratch(context);
    return line;
  }

  private static boolean appendLine(Context context) {
    boolean any = false;
    while (next < end || fill()) {
      any = true;
      int stop = next;
      while (stop < end && BUFFER[stop] != '\n') {
        stop++;
      }
      long at = TextRoom.room(context, stop - next);
      Memory.copyIn(BUFFER, next, at, stop - next);
      context.textTop = at + (stop - next);
      next = stop + 1;
      if (stop < end) {
        return true;
      }
    }
    return any;
  }

  private static boolean fill() {
    try {
      next = 0;
      end = Math.max(STREAM.read(BUFFER), 0);
      return end > 0;
    } catch (IOException e) {
      end = 0;
      throw Panics.inputFailed(String.valueOf(e.getMessage()));
    }
  }
}
