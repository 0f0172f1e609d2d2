package arenad.daemon;

/// Threads of the daemon.
public final class Threads {
  /// Elaboration recurses as deep as programs nest and as constants depend on each other. This is
  /// address space; memory is used only as deep as somebody goes.
  private static final long DEEP = 512L << 20;

  private Threads() {}

  /// A thread for work that recurses over programs. It does not keep the process alive.
  public static Thread deep(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, DEEP);
    thread.setDaemon(true);
    return thread;
  }

  /// A thread that mostly waits. It does not keep the process alive.
  static Thread waiting(String name, Runnable work) {
    return Thread.ofVirtual().name(name).unstarted(work);
  }
}
