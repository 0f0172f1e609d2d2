package arenad.channel;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Memory;
import org.jspecify.annotations.Nullable;

/// A queue of messages between threads, known by its identifier. Any thread may send and receive; messages of one sender arrive in
/// the order in which they were sent. Sending never waits.
///
/// A message in the queue is either an arena with an address in it and a tag, or, when it leads nowhere and is small, its bytes: those
/// go into an arena of the receiver's, and no chunk of memory travels from one thread's pool to another's. In the steady state
/// nothing here allocates on the Java heap.
public final class Channel {
  /// A message without references of at most so many bytes waits as bytes.
  private static final long SMALL = Segments.LONGEST / 2;

  /// How often a receiver looks again at once, and after others had their turn, before it falls asleep. To be woken costs more
  /// than a message, and much more on a busy machine.
  private static final int LOOKS = Runtime.getRuntime().availableProcessors() > 1 ? 200 : 0;

  private static final int YIELDING_LOOKS = 50;

  private static final long ARENA = 0;
  private static final long ADDRESS = 8;
  private static final long TAG = 16;
  private static final long HEAD = 24;

  private final String identifier;
  private final Segments queue = new Segments();

  /// Bytes of what was sent last, 0 if that was not small: the next one will be like it.
  private long flat;

  private volatile int sleepers;

  Channel(String identifier) {
    this.identifier = identifier;
  }

  String identifier() {
    return identifier;
  }

  boolean isEmpty() {
    return queue.isEmpty();
  }

  /// `send`: the arena and all in it belong to whoever receives it.
  ///
  /// @param bytes of the object when it leads nowhere, else 0
  void put(Context context, long arena, long address, int tag, long bytes) {
    boolean small = bytes > 0 && bytes <= SMALL;
    if (!small) {
      Arenas.send(arena);
    }
    synchronized (queue.added()) {
      flat = small ? bytes : 0;
      long record = queue.add(HEAD + (small ? bytes : 0));
      putI64(record + ARENA, small ? 0 : arena);
      putI64(record + ADDRESS, small ? bytes : address);
      putI64(record + TAG, tag);
      if (small) {
        Memory.copy(address, record + HEAD, bytes);
      }
      queue.addDone();
    }
    if (sleepers > 0) {
      wakeOne();
    }
    if (small) {
      Arenas.free(context, arena);
    }
  }

  /// Takes the first message, if there is one: its arena, which is the caller's now, with the address in `r1` and the tag in `r2`.
  ///
  /// @return 0 when there is none
  long take(Context context) {
    if (queue.isEmpty()) {
      return 0;
    }
    // What the bytes of a small message go to is made before others are kept waiting.
    long size = flat;
    long own = size == 0 ? 0 : Arenas.newRoot(context);
    long room = size == 0 ? 0 : Arenas.alloc(context, own, size);
    long arena = 0;
    synchronized (queue.removed()) {
      if (!queue.isEmpty()) {
        long record = queue.first();
        arena = i64(record + ARENA);
        context.r1 = i64(record + ADDRESS);
        context.r2 = i64(record + TAG);
        if (arena == 0) {
          long bytes = context.r1;
          if (bytes > size) {
            own = own == 0 ? Arenas.newRoot(context) : own;
            room = Arenas.alloc(context, own, bytes);
          }
          Memory.copy(record + HEAD, room, bytes);
          context.r1 = room;
        }
        queue.remove();
        if (arena == 0) {
          return own;
        }
      }
    }
    if (own != 0) {
      Arenas.free(context, own);
    }
    if (arena != 0) {
      Arenas.receive(context, arena);
    }
    return arena;
  }

  /// `recv`: as [#take], and waits until there is a message.
  long receive(Context context) {
    long arena = take(context);
    for (int look = 0; arena == 0 && look < LOOKS + YIELDING_LOOKS; look++) {
      if (look < LOOKS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
      arena = take(context);
    }
    while (arena == 0) {
      ProgramThread self = ProgramThread.current();
      if (self == null) {
        sleep(null);
      } else {
        self.team().sleep(self, this);
      }
      arena = take(context);
    }
    return arena;
  }

  /// Waits until there is a message or the team has ended. Whoever adds a message looks for sleepers after that, and who falls asleep
  /// looks for messages after saying so: one of them sees the other.
  synchronized void sleep(@Nullable Team team) {
    sleepers = sleepers + 1;
    try {
      while (isEmpty() && (team == null || !team.hasEnded())) {
        wait();
      }
    } catch (InterruptedException e) {
      // Nobody interrupts the threads of a program but who wants them to end.
      throw new Ended();
    } finally {
      sleepers = sleepers - 1;
    }
  }

  private synchronized void wakeOne() {
    notify();
  }

  /// Lets everybody who sleeps here look again.
  synchronized void wakeAll() {
    notifyAll();
  }
}
