package arenad.record;

import arenad.memory.OwnerHeap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Sums up what happens to memory. Times are in nanoseconds since the program began, and never go back.
final class Recorder {
  /// Arenas that are drawn one by one.
  private static final int DRAWN = 120_000;

  /// Lines of the picture; what would be more is drawn without its ancestry.
  private static final int MOST_BRANCHES = 1_000;

  /// An arena that is not shown as one.
  private static final int HIDDEN = Integer.MAX_VALUE;

  /// The arena of literals and constants.
  private static final int STATIC = Integer.MAX_VALUE - 1;

  final Axis axis = new Axis();
  final Load total = new Load(axis);
  final Load arenas = new Load(axis);
  final List<Lane> lanes = new ArrayList<>();
  final List<Label> labels = new ArrayList<>();
  final List<Branch> branches = new ArrayList<>();
  final ArenaTable table;

  private record Key(Kind kind, Site site, String region) {}

  private final Map<Key, Label> labelOf = new HashMap<>();
  private final Addresses rows = new Addresses();
  private final Buffers buffers = new Buffers();

  /// Stands for all threads where memory belongs to none.
  private final Lane process = new Lane(-1, "", 0);

  private long time;
  private int bucket;

  Recorder() {
    this(DRAWN);
  }

  Recorder(int drawn) {
    table = new ArenaTable(drawn);
  }

  /// What happens from now on happens at this time.
  void at(long now) {
    if (now > time) {
      time = now;
      bucket = axis.bucket(now);
    }
  }

  long time() {
    return time;
  }

  int lastBucket() {
    return axis.bucket(time);
  }

  // ---- threads

  Lane laneBegins(String name) {
    Lane lane = new Lane(lanes.size(), name, time);
    lanes.add(lane);
    return lane;
  }

  void laneEnds(Lane lane) {
    lane.end = time;
    if (lane.frameLive != 0) {
      move(frame(lane), -lane.frameLive);
      lane.frameLive = 0;
    }
  }

  // ---- arenas

  /// The arena of literals and constants.
  void openedForAll(long arena) {
    rows.put(arena, STATIC);
  }

  /// @param parent address of the arena that it was made from, 0 for a root
  /// @param region its label if it is a region's, else empty
  void opened(Lane lane, long arena, long parent, Kind kind, String region, Site site) {
    if (lane.owns() && lane.owned <= OwnerHeap.MOST) {
      rows.put(arena, HIDDEN);
      return;
    }
    int parentRow = parent == 0 ? -1 : (int) rows.get(parent);
    if (parentRow >= STATIC) {
      parentRow = -1;
    }
    Label label = label(kind, site, region);
    Branch branch =
        branch(lane, label, parentRow < 0 ? null : branches.get(table.branch[parentRow]));
    rows.put(arena, table.open(parentRow, branch.number, time));
    label.load.opened(bucket);
    branch.load.opened(bucket);
    arenas.opened(bucket);
  }

  /// Whether an arena is known.
  boolean knows(long arena) {
    return rows.get(arena) >= 0;
  }

  void allocated(long arena, long size) {
    int row = (int) rows.get(arena);
    if (row == STATIC) {
      Branch branch = branch(process, label(Kind.STATIC, Site.NONE, ""), null);
      count(branch);
      move(branch, size);
    } else if (row >= 0 && row < STATIC) {
      table.allocations[row]++;
      Branch branch = branches.get(table.branch[row]);
      count(branch);
      table.moved(row, size);
      move(branch, size);
      biggest(branch.label, row);
    }
  }

  /// A root goes to another thread. What has no name of its own is called a message.
  void sent(long arena) {
    int row = (int) rows.get(arena);
    if (row >= 0 && row < STATIC) {
      Label label = branches.get(table.branch[row]).label;
      if (label.kind == Kind.ROOT && label.name.isEmpty()) {
        label.kind = Kind.MESSAGE;
      }
    }
  }

  void freed(long arena) {
    int row = (int) rows.remove(arena);
    if (row < 0 || row >= STATIC) {
      return;
    }
    Branch branch = branches.get(table.branch[row]);
    move(branch, -table.live[row]);
    table.live[row] = 0;
    Label label = branch.label;
    long life = time - table.begin[row];
    label.ended++;
    label.lifetimes += life;
    label.longest = Math.max(label.longest, life);
    label.load.closed(bucket);
    branch.load.closed(bucket);
    arenas.closed(bucket);
    table.close(row, time);
  }

  void reset(long arena) {
    int row = (int) rows.get(arena);
    if (row >= 0 && row < STATIC) {
      Branch branch = branches.get(table.branch[row]);
      branch.label.resets++;
      move(branch, -table.live[row]);
      table.live[row] = 0;
    }
  }

  // ---- buffers

  void bufferMade(long header, long arena) {
    int row = (int) rows.get(arena);
    if (row >= 0 && row < STATIC) {
      buffers.made(header, row);
      table.allocations[row]++;
      count(branches.get(table.branch[row]));
    }
  }

  void temporaryMade(Lane lane, long header) {
    buffers.madeIn(header, lane.number);
    count(frame(lane));
  }

  /// The storage of a buffer is of another size now.
  void bufferSized(long header, long bytes) {
    int row = buffers.row(header);
    int lane = buffers.lane(header);
    long by = buffers.resize(header, bytes);
    if (row >= 0) {
      Branch branch = branches.get(table.branch[row]);
      table.moved(row, by);
      move(branch, by);
      biggest(branch.label, row);
    } else if (lane >= 0) {
      move(frame(lanes.get(lane)), by);
    }
  }

  void bufferGone(long header) {
    bufferSized(header, 0);
    buffers.gone(header);
  }

  // ---- what is no arena

  void frameTaken(Lane lane, long address, long bytes) {
    if (lane.push(address, bytes)) {
      Branch frame = frame(lane);
      count(frame);
      move(frame, bytes);
    }
  }

  void frameReleased(Lane lane, long mark) {
    long before = lane.frameLive;
    lane.pop(mark);
    if (lane.frameLive != before) {
      move(frame(lane), lane.frameLive - before);
    }
  }

  void blockTaken(Lane lane, long size) {
    lane.ownsNothing();
    if (size <= OwnerHeap.MOST) {
      Branch blocks = branch(lane, label(Kind.BLOCKS, Site.NONE, ""), null);
      count(blocks);
      move(blocks, rounded(size));
    }
  }

  void blockGiven(Lane lane, long size) {
    if (size <= OwnerHeap.MOST) {
      move(branch(lane, label(Kind.BLOCKS, Site.NONE, ""), null), -rounded(size));
    }
  }

  private static long rounded(long size) {
    return Math.max(size + 7 & -8, 8);
  }

  // ---- sums

  private Branch frame(Lane lane) {
    return branch(lane, label(Kind.TEMP, Site.NONE, ""), null);
  }

  private void count(Branch branch) {
    branch.load.allocations++;
    branch.label.load.allocations++;
    total.allocations++;
  }

  private void move(Branch branch, long by) {
    branch.load.moved(bucket, time, by);
    branch.label.load.moved(bucket, time, by);
    total.moved(bucket, time, by);
  }

  private void biggest(Label label, int row) {
    label.biggest = Math.max(label.biggest, table.peak[row]);
  }

  private Label label(Kind kind, Site site, String region) {
    Key key = new Key(kind, region.isEmpty() ? site : Site.NONE, region);
    Label label = labelOf.get(key);
    if (label == null) {
      String name = region.isEmpty() ? site.variable() : region;
      label = new Label(labels.size(), kind, name, site, new Load(axis));
      labelOf.put(key, label);
      labels.add(label);
    }
    label.seenAt(site);
    return label;
  }

  private Branch branch(Lane lane, Label label, @Nullable Branch above) {
    Branch parent = branches.size() < MOST_BRANCHES ? above : null;
    Branch known = parent == null ? lane.roots.get(label) : parent.at(label);
    if (known != null) {
      return known;
    }
    Branch branch = new Branch(branches.size(), label, parent, lane.number, new Load(axis));
    branches.add(branch);
    if (parent == null) {
      lane.roots.put(label, branch);
    } else {
      parent.add(branch);
    }
    return branch;
  }
}
