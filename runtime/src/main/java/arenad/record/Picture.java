package arenad.record;

import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.Set;

/// What the page shows, as JSON. Times are nanoseconds since the start; a curve is runs: value, buckets, value, buckets ...
final class Picture {
  private final Recorder recorder;
  private final Outcome outcome;
  private final int[] rows;
  private final int lastBucket;

  private Picture(Recorder recorder, Outcome outcome) {
    this.recorder = recorder;
    this.outcome = outcome;
    this.rows = recorder.table.rows();
    this.lastBucket = recorder.lastBucket();
  }

  static Picture of(Recorder recorder, Outcome outcome) {
    return new Picture(recorder, outcome);
  }

  void write(Writer out) throws IOException {
    Json json = new Json(out).open('{');
    json.field("title", outcome.title());
    json.field("status", outcome.status());
    json.field("panic", outcome.panic());
    json.field("duration", recorder.time());
    json.field("bucket", recorder.axis.width());
    json.key("total").open('{');
    load(json, recorder.total);
    json.field("arenas", recorder.arenas.arenas);
    json.field("alive", recorder.arenas.alive);
    json.field("peakAlive", recorder.arenas.peakAlive);
    json.numbers("aliveCurve", recorder.arenas.aliveRuns(lastBucket));
    json.close('}');
    threads(json);
    labels(json);
    branches(json);
    arenas(json);
    json.close('}');
  }

  private void load(Json json, Load load) throws IOException {
    json.field("allocations", load.allocations);
    json.field("bytes", load.bytes);
    json.field("live", load.live);
    json.field("peak", load.peak);
    json.field("peakAt", load.peakAt);
    json.numbers("liveCurve", load.liveRuns(lastBucket));
  }

  private void counts(Json json, Load load) throws IOException {
    json.field("arenas", load.arenas);
    json.field("alive", load.alive);
    json.field("peakAlive", load.peakAlive);
  }

  private void threads(Json json) throws IOException {
    json.key("threads").open('[');
    for (Lane lane : recorder.lanes) {
      json.open('{').field("name", lane.name).field("begin", lane.begin).field("end", lane.end);
      json.close('}');
    }
    json.close(']');
  }

  private void labels(Json json) throws IOException {
    json.key("labels").open('[');
    for (Label label : recorder.labels) {
      json.open('{').field("kind", label.kind.text()).field("name", label.name);
      json.field("place", label.site.place()).field("function", label.site.function());
      json.field("via", label.site.via()).field("places", label.places());
      counts(json, label.load);
      load(json, label.load);
      json.field("resets", label.resets).field("ended", label.ended);
      json.field("lifetimes", label.lifetimes).field("longest", label.longest);
      json.field("biggest", label.biggest).close('}');
    }
    json.close(']');
  }

  private void branches(Json json) throws IOException {
    json.key("branches").open('[');
    for (Branch branch : recorder.branches) {
      json.open('{').field("label", branch.label.number);
      json.field("parent", branch.parent == null ? -1 : branch.parent.number);
      json.field("thread", branch.thread);
      counts(json, branch.load);
      load(json, branch.load);
      json.numbers("aliveCurve", branch.load.aliveRuns(lastBucket)).close('}');
    }
    json.close(']');
  }

  /// Columns. Arenas that are not drawn are no parents either: -1.
  private void arenas(Json json) throws IOException {
    ArenaTable table = recorder.table;
    Set<Long> drawn = new HashSet<>();
    for (int row : rows) {
      drawn.add(table.id[row]);
    }
    json.key("arenas").open('{');
    int n = rows.length;
    json.numbers("id", n, i -> table.id[rows[i]]);
    json.numbers(
        "parent", n, i -> drawn.contains(table.parent[rows[i]]) ? table.parent[rows[i]] : -1);
    json.numbers("branch", n, i -> table.branch[rows[i]]);
    json.numbers("begin", n, i -> table.begin[rows[i]]);
    json.numbers("end", n, i -> table.end[rows[i]]);
    json.numbers("allocations", n, i -> table.allocations[rows[i]]);
    json.numbers("bytes", n, i -> table.bytes[rows[i]]);
    json.numbers("peak", n, i -> table.peak[rows[i]]);
    json.numbers("live", n, i -> table.live[rows[i]]);
    json.close('}');
  }
}
