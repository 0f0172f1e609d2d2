package arenad.channel;

import arenad.memory.Context;
import org.jspecify.annotations.Nullable;

/// A thread of a program: it runs one function with a context of its own.
public final class ProgramThread extends Thread {
  /// What a thread does.
  @FunctionalInterface
  public interface Work {
    /// Runs the function.
    void run(Context context) throws Throwable;
  }

  private final Team team;
  private final Work work;

  /// The channel that it waits at; known to the team alone.
  @Nullable Channel waitsAt;

  ProgramThread(Team team, String function, Work work, long stackBytes) {
    super(null, null, function, stackBytes);
    this.team = team;
    this.work = work;
    setDaemon(true);
  }

  /// The thread that runs, if it is one of a program.
  static @Nullable ProgramThread current() {
    return Thread.currentThread() instanceof ProgramThread thread ? thread : null;
  }

  /// Ends this thread if its team has ended without it.
  static void stopIfEnded() {
    ProgramThread self = current();
    if (self != null && self.team.hasEnded()) {
      throw new Ended();
    }
  }

  Team team() {
    return team;
  }

  /// The function that it runs, as `module.name`.
  public String function() {
    return getName();
  }

  @Override
  public void run() {
    Context context = new Context();
    try {
      work.run(context);
    } catch (Ended e) {
      // Its team has told what there is to tell.
    } catch (Throwable failure) {
      team.failed(this, failure);
    } finally {
      if (team.leave(this)) {
        context.close();
      }
    }
  }
}
