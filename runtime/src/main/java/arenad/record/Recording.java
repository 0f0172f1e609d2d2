package arenad.record;

import arenad.memory.BufferHeader;
import arenad.memory.Context;
import arenad.memory.Memory;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the runtime of a recorded program calls. Each method is called at the end of one of the runtime's, whose result it gets, if there
/// is one, and then its parameters; or at its beginning, with the parameters alone. The linker has the list.
public final class Recording {
  /// Makes an arena and then a region of it.
  private static final String ENTER = "std.memory.Region.enter";

  private static final Recorder RECORDER = new Recorder();
  private static final Sites SITES =
      new Sites(System.getProperty("arenad.source", ""), Names.linked());
  private static final Map<Context, Lane> LANES = new IdentityHashMap<>();
  private static final Addresses SIZES = new Addresses();
  private static final Map<Long, String> REGIONS = new HashMap<>();
  private static @Nullable Context lastContext;
  private static @Nullable Lane lastLane;
  private static String panic = "";
  private static boolean ended;

  /// When the first thread of the program first did something, 0 before.
  private static long start;

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ending(Ending.KILLED)));
  }

  private Recording() {}

  /// Whether to go on; then it is now.
  private static boolean running() {
    if (ended) {
      return false;
    }
    if (start != 0) {
      RECORDER.at(System.nanoTime() - start);
    }
    return true;
  }

  private static Lane lane(Context context) {
    if (context == lastContext && lastLane != null) {
      return lastLane;
    }
    Lane lane = LANES.get(context);
    if (lane == null) {
      if (start == 0) {
        SITES.here();
        start = System.nanoTime();
      }
      lane = RECORDER.laneBegins(Thread.currentThread().getName());
      LANES.put(context, lane);
    }
    lastContext = context;
    lastLane = lane;
    return lane;
  }

  // ---- threads

  public static synchronized void contextClosed(Context context) {
    if (running()) {
      RECORDER.laneEnds(lane(context));
      LANES.remove(context);
      lastContext = null;
    }
  }

  // ---- arenas

  public static synchronized void rootMade(long arena, Context context) {
    if (running()) {
      open(context, arena, 0, Kind.ROOT, "");
    }
  }

  public static synchronized void subMade(long arena, Context context, long parent) {
    if (running()) {
      open(context, arena, parent, Kind.SUB, "");
    }
  }

  public static synchronized void labelNamed(long label, String name) {
    REGIONS.putIfAbsent(label, name);
  }

  public static synchronized void regionBegun(Context context, long arena, long label) {
    if (running() && !RECORDER.knows(arena)) {
      String name = REGIONS.getOrDefault(label, "region " + Long.toHexString(label));
      RECORDER.opened(lane(context), arena, 0, Kind.REGION, name, SITES.here().site());
    }
  }

  private static void open(Context context, long arena, long parent, Kind kind, String region) {
    Sites.Here here = SITES.here();
    if (here.inLiterals()) {
      RECORDER.openedForAll(arena);
      return;
    }
    if (here.site().via().equals(ENTER)) {
      return;
    }
    RECORDER.opened(lane(context), arena, parent, kind(kind, here.caller()), region, here.site());
  }

  /// Arenas that the runtime makes for itself are told by the class that makes them.
  private static Kind kind(Kind otherwise, String caller) {
    if (caller.endsWith(".Owners")) {
      return Kind.OWNED;
    }
    return caller.equals("arenad.memory.Arenas") ? otherwise : Kind.TEMP;
  }

  public static synchronized void arenaSent(long arena) {
    if (running()) {
      RECORDER.sent(arena);
    }
  }

  public static synchronized void arenaFreed(Context context, long arena) {
    if (running()) {
      RECORDER.freed(arena);
    }
  }

  public static synchronized void arenaReset(Context context, long arena) {
    if (running()) {
      RECORDER.reset(arena);
    }
  }

  public static synchronized void allocated(long address, Context context, long arena, long size) {
    if (running()) {
      RECORDER.allocated(arena, size);
    }
  }

  // ---- buffers

  public static synchronized void bufferMade(
      long header, Context context, long arena, int elementSize) {
    if (running()) {
      RECORDER.bufferMade(header, arena);
    }
  }

  public static synchronized void temporaryMade(long header, Context context, int elementSize) {
    if (running()) {
      RECORDER.temporaryMade(lane(context), header);
    }
  }

  public static synchronized void storageTaken(long address, long bytes) {
    SIZES.put(address, bytes);
  }

  public static synchronized void storageMoved(long address, long before, long bytes) {
    if (before != 0) {
      SIZES.remove(before);
    }
    SIZES.put(address, bytes);
  }

  public static synchronized void storageReleased(long address) {
    SIZES.remove(address);
  }

  public static synchronized void arraySized(long header, int capacity, int elementSize) {
    sized(header);
  }

  public static synchronized void mapSized(long header, int slots) {
    sized(header);
  }

  private static void sized(long header) {
    if (running()) {
      RECORDER.bufferSized(header, Math.max(SIZES.get(Memory.i64(header + BufferHeader.DATA)), 0));
    }
  }

  public static synchronized void bufferGone(long header) {
    if (running()) {
      RECORDER.bufferGone(header);
    }
  }

  // ---- what is no arena

  public static synchronized void frameTaken(long address, Context context, long bytes) {
    if (running()) {
      RECORDER.frameTaken(lane(context), address, bytes);
    }
  }

  public static synchronized void frameReleased(Context context, long mark) {
    if (running()) {
      RECORDER.frameReleased(lane(context), mark);
    }
  }

  public static synchronized void blockWanted(Context context, long size) {
    lane(context).owned = size;
  }

  public static synchronized void blockTaken(long block, Context context, long size) {
    if (running()) {
      RECORDER.blockTaken(lane(context), size);
    }
  }

  public static synchronized void blockGiven(Context context, long block, long size) {
    if (running()) {
      RECORDER.blockGiven(lane(context), size);
    }
  }

  // ---- the end

  public static synchronized void panicReported(
      String report, Throwable failure, String sourceRoot) {
    panic = report;
  }

  /// The process is about to end: writes the page.
  public static synchronized void ending(int status) {
    if (running()) {
      ended = true;
      Ending.write(RECORDER, status, panic);
    }
  }
}
