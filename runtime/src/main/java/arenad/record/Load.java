package arenad.record;

/// How much there is of something, how much there was, and the most there was at once.
final class Load {
  private final Series aliveCurve;
  private final Series liveCurve;

  long arenas;
  long alive;
  long peakAlive;
  long allocations;
  long bytes;
  long live;
  long peak;
  long peakAt;

  Load(Axis axis) {
    aliveCurve = axis.series();
    liveCurve = axis.series();
  }

  void opened(int bucket) {
    arenas++;
    alive++;
    peakAlive = Math.max(peakAlive, alive);
    aliveCurve.set(bucket, alive);
  }

  void closed(int bucket) {
    alive--;
    aliveCurve.set(bucket, alive);
  }

  /// Memory that came, or with a negative number went.
  void moved(int bucket, long time, long by) {
    live += by;
    if (by > 0) {
      bytes += by;
    }
    if (live > peak) {
      peak = live;
      peakAt = time;
    }
    liveCurve.set(bucket, live);
  }

  long[] aliveRuns(int end) {
    return aliveCurve.runs(end);
  }

  long[] liveRuns(int end) {
    return liveCurve.runs(end);
  }
}
