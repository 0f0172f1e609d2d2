package arenad.channel;

import static arenad.memory.Memory.i64;
import static arenad.memory.Memory.putI64;

import arenad.memory.Arenas;
import arenad.memory.Context;
import arenad.memory.Memory;

/// A queue of messages between threads, known by its identifier. Any thread may send and receive; messages of one sender arrive in
/// the order in which they were sent. Sending never waits.
///
/// A message in the queue is either an arena with an address in it and a tag, or, when it leads nowhere and is small, its bytes: those
/// go into an arena of the receiver's, and no chunk of memory travels from one thread's pool to another's. In the steady state
/// nothing here allocates on the Java heap.
public final class Channel {
  /// A message without references of at most so many bytes waits as bytes.
  private static final long SMALL = 512;

  /// How often a receiver looks again at once, and after others had their turn, before it falls asleep. To be woken costs more
  /// than a message, and much more on a busy machine.
  private static final int LOOKS = Runtime.getRuntime().availableProcessors() > 1 ? 200 : 0;

  private static final int YIELDING_LOOKS = 50;

  private static final long ARENA = 0;
  private static final long ADDRESS = 8;
  private static final long TAG = 16;
  private static final long HEAD = 24;

  private final String identifier;
  private final Ring ring = new Ring();

  /// How many messages wait; written under the lock, read without it.
  private volatile int count;

  private int sleepers;

  Channel(String identifier) {
    this.identifier = identifier;
  }

  String identifier() {
    return identifier;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /// `send`: the arena and all in it belong to whoever receives it.
  ///
  /// @param flat bytes of the object when it leads nowhere, else 0
  void put(Context context, long arena, long address, int tag, long flat) {
    boolean small = flat > 0 && flat <= SMALL;
    if (!small) {
      Arenas.send(arena);
    }
    synchronized (this) {
      long record = ring.add(HEAD + (small ? flat : 0));
      putI64(record + ARENA, small ? 0 : arena);
      putI64(record + ADDRESS, small ? flat : address);
      putI64(record + TAG, tag);
      if (small) {
        Memory.copy(address, record + HEAD, flat);
      }
      count++;
      if (sleepers > 0) {
        notify();
      }
    }
    if (small) {
      Arenas.free(context, arena);
    }
  }

  /// Takes the first message, if there is one: its arena, which is the caller's now, with the address in `r1` and the tag in `r2`.
  ///
  /// @return 0 when there is none
  long take(Context context) {
    if (count == 0) {
      return 0;
    }
    long arena;
    synchronized (this) {
      if (count == 0) {
        return 0;
      }
      long record = ring.first();
      arena = i64(record + ARENA);
      context.r1 = i64(record + ADDRESS);
      context.r2 = i64(record + TAG);
      if (arena == 0) {
        arena = unpacked(context, record + HEAD);
        ring.remove();
        count--;
        return arena;
      }
      ring.remove();
      count--;
    }
    Arenas.receive(context, arena);
    return arena;
  }

  private static long unpacked(Context context, long bytes) {
    long size = context.r1;
    long arena = Arenas.newRoot(context);
    context.r1 = Arenas.alloc(context, arena, size);
    Memory.copy(bytes, context.r1, size);
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

  /// Waits until there is a message or the team has ended.
  synchronized void sleep(@org.jspecify.annotations.Nullable Team team) {
    sleepers++;
    try {
      while (count == 0 && (team == null || !team.hasEnded())) {
        wait();
      }
    } catch (InterruptedException e) {
      // Nobody interrupts the threads of a program but who wants them to end.
      throw new Ended();
    } finally {
      sleepers--;
    }
  }

  /// Lets everybody who sleeps here look again.
  synchronized void wakeAll() {
    notifyAll();
  }
}
