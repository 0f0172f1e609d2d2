package arenad.channel;

import arenad.panic.Deadlock;
import arenad.panic.Panics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The threads of one run of a program, or of one test: who is alive, who waits, whether anybody is left who could send.
///
/// A thread counts as waiting from before it falls asleep until it has woken, and looks for a message only when it does not count. So when
/// all count and all the channels where they wait are empty, nobody will ever send.
public final class Team {
  /// What becomes of a failure.
  @FunctionalInterface
  public interface Failing {
    /// Tells of it. The team has ended.
    void failed(ProgramThread thread, Throwable failure);
  }

  private final long stackBytes;
  private final boolean isProcess;
  private final Failing failing;
  private final List<ProgramThread> alive = new ArrayList<>();
  private int waiting;
  private volatile boolean ended;

  /// A team without threads.
  ///
  /// @param stackBytes of each thread
  /// @param isProcess whether the process ends with its last thread
  public Team(long stackBytes, boolean isProcess, Failing failing) {
    this.stackBytes = stackBytes;
    this.isProcess = isProcess;
    this.failing = failing;
  }

  /// Starts a thread.
  ///
  /// @param function what it runs, as `module.name`
  public ProgramThread start(String function, ProgramThread.Work work) {
    ProgramThread thread = new ProgramThread(this, function, work, stackBytes);
    synchronized (this) {
      alive.add(thread);
    }
    try {
      thread.start();
    } catch (OutOfMemoryError e) {
      synchronized (this) {
        alive.remove(thread);
      }
      throw Panics.noThread(function);
    }
    return thread;
  }

  boolean hasEnded() {
    return ended;
  }

  /// A thread waits at a channel until it has a message, or nobody could send one.
  void sleep(ProgramThread self, Channel channel) {
    Deadlock deadlock;
    synchronized (this) {
      self.waitsAt = channel;
      waiting++;
      deadlock = deadlock();
    }
    try {
      if (deadlock != null) {
        throw deadlock;
      }
      channel.sleep(this);
    } finally {
      synchronized (this) {
        waiting--;
        self.waitsAt = null;
      }
    }
    ProgramThread.stopIfEnded();
  }

  /// A thread has ended.
  ///
  /// @return whether it must give its memory back: the last thread's goes with the process
  boolean leave(ProgramThread self) {
    Deadlock deadlock;
    boolean others;
    synchronized (this) {
      alive.remove(self);
      others = !alive.isEmpty();
      deadlock = deadlock();
      notifyAll();
    }
    if (deadlock != null) {
      failed(self, deadlock);
    }
    return !isProcess || others;
  }

  /// Ends all threads: each at its next look at a channel.
  void failed(ProgramThread self, Throwable failure) {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    failing.failed(self, failure);
    Channels.wakeAll();
  }

  /// Waits until no thread is left.
  public synchronized void awaitEnd() {
    awaitEnd(Long.MAX_VALUE);
  }

  /// Waits until no thread is left; once the team has failed, no longer than some time.
  public synchronized void awaitEnd(long millisecondsAfterFailure) {
    boolean interrupted = false;
    long left = millisecondsAfterFailure;
    while (!alive.isEmpty() && left > 0) {
      try {
        if (ended) {
          wait(Math.min(left, 10));
          left -= 10;
        } else {
          wait(100);
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// What is wrong if every thread waits and nothing has been sent to any of them; else null.
  private @Nullable Deadlock deadlock() {
    if (ended || alive.isEmpty() || waiting < alive.size()) {
      return null;
    }
    // This is asked whenever a thread falls asleep: it must not allocate before it knows.
    for (int i = 0; i < alive.size(); i++) {
      Channel channel = alive.get(i).waitsAt;
      if (channel == null || !channel.isEmpty()) {
        return null;
      }
    }
    List<Deadlock.Waiting> all = new ArrayList<>();
    for (ProgramThread thread : alive) {
      String channel = Objects.requireNonNull(thread.waitsAt).identifier();
      all.add(new Deadlock.Waiting(thread.function(), channel, List.of(thread.getStackTrace())));
    }
    return new Deadlock(all);
  }
}
