package arenad.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RecorderTest {
  private static final Site HERE = new Site("src/main.arena:3", "main.main", "", "world");
  private static final Site THERE = new Site("src/main.arena:7", "main.step", "", "cell");

  private final Recorder recorder = new Recorder(4);
  private final Lane lane = recorder.laneBegins("main");

  private void open(long time, long arena, long parent, Site site) {
    recorder.at(time);
    recorder.opened(lane, arena, parent, parent == 0 ? Kind.ROOT : Kind.SUB, "", site);
  }

  private void free(long time, long arena) {
    recorder.at(time);
    recorder.freed(arena);
  }

  @Test
  void arenasOfAPlaceAreSummedUpUnderOneLabel() {
    for (int i = 0; i < 3; i++) {
      open(100 * i, 8, 0, HERE);
      recorder.allocated(8, 64);
      recorder.allocated(8, 16L * i);
      free(100 * i + 10 + i, 8);
    }
    Label label = recorder.labels.getFirst();
    assertEquals(1, recorder.labels.size());
    assertEquals("world", label.name);
    assertEquals(3, label.load.arenas);
    assertEquals(0, label.load.alive);
    assertEquals(1, label.load.peakAlive);
    assertEquals(6, label.load.allocations);
    assertEquals(64 * 3 + 16 + 32, label.load.bytes);
    assertEquals(0, label.load.live);
    assertEquals(96, label.load.peak);
    assertEquals(96, label.biggest);
    assertEquals(200, label.load.peakAt);
    assertEquals(33, label.lifetimes);
    assertEquals(12, label.longest);
  }

  @Test
  void whatIsNotFreedIsLeft() {
    open(1, 8, 0, HERE);
    open(2, 16, 8, THERE);
    recorder.allocated(16, 40);
    open(3, 24, 8, THERE);
    free(4, 24);
    assertEquals(1, recorder.labels.get(1).load.alive);
    assertEquals(40, recorder.labels.get(1).load.live);
    assertEquals(2, recorder.arenas.alive);
    assertEquals(ArenaTable.ALIVE, recorder.table.end[recorder.table.rows()[1]]);
  }

  @Test
  void whatIsSentWithoutANameIsAMessage() {
    open(1, 8, 0, HERE);
    open(2, 16, 0, new Site("src/main.arena:9", "main.main", "", ""));
    recorder.sent(8);
    recorder.sent(16);
    assertEquals(Kind.ROOT, recorder.labels.getFirst().kind);
    assertEquals(Kind.MESSAGE, recorder.labels.get(1).kind);
  }

  @Test
  void buffersBelongToTheirArenaAndGoBeforeIt() {
    open(1, 8, 0, HERE);
    recorder.bufferMade(1000, 8);
    recorder.bufferSized(1000, 32);
    recorder.bufferSized(1000, 128);
    assertEquals(128, recorder.total.live);
    recorder.bufferGone(1000);
    free(2, 8);
    assertEquals(0, recorder.total.live);
    assertEquals(128, recorder.labels.getFirst().load.bytes);
    assertEquals(1, recorder.total.allocations);
  }

  @Test
  void resetEmptiesAnArenaThatGoesOn() {
    open(1, 8, 0, HERE);
    recorder.allocated(8, 48);
    recorder.reset(8);
    recorder.allocated(8, 16);
    assertEquals(16, recorder.total.live);
    assertEquals(48, recorder.total.peak);
    assertEquals(1, recorder.labels.getFirst().resets);
    assertEquals(1, recorder.labels.getFirst().load.alive);
  }

  @Test
  void branchesFollowParentsAndRecursionIsOneBranch() {
    open(1, 8, 0, HERE);
    open(2, 16, 8, THERE);
    open(3, 24, 16, THERE);
    open(4, 32, 24, THERE);
    assertEquals(2, recorder.branches.size());
    Branch inner = recorder.branches.get(1);
    assertEquals(recorder.branches.getFirst(), inner.parent);
    assertEquals(3, inner.load.alive);
  }

  @Test
  void regionsOfOneNameAreOneLabelWhereverTheyAre() {
    recorder.opened(lane, 8, 0, Kind.REGION, "frame", HERE);
    recorder.opened(lane, 16, 0, Kind.REGION, "frame", THERE);
    assertEquals(1, recorder.labels.size());
    assertEquals(2, recorder.labels.getFirst().places());
    assertEquals("frame", recorder.labels.getFirst().name);
  }

  @Test
  void smallBlocksOfOwnersAreNoArenas() {
    lane.owned = 16;
    recorder.opened(lane, 8, 0, Kind.OWNED, "", HERE);
    recorder.allocated(8, 16);
    recorder.blockTaken(lane, 16);
    recorder.blockGiven(lane, 16);
    lane.owned = 4096;
    recorder.opened(lane, 16, 0, Kind.OWNED, "", HERE);
    recorder.blockTaken(lane, 4096);
    assertEquals(1, recorder.arenas.arenas);
    assertEquals(1, recorder.total.allocations);
    assertEquals(0, recorder.total.live);
    assertEquals(16, recorder.total.bytes);
  }

  @Test
  void frameMemoryIsFollowedOverChunks() {
    recorder.frameTaken(lane, 1000, 64);
    recorder.frameTaken(lane, 1064, 16);
    recorder.frameTaken(lane, 9000, 100);
    assertEquals(180, recorder.total.live);
    recorder.frameReleased(lane, 1064);
    assertEquals(64, recorder.total.live);
    recorder.frameTaken(lane, 1064, 8);
    assertEquals(72, recorder.total.live);
    recorder.frameReleased(lane, 1000);
    assertEquals(0, recorder.total.live);
    assertEquals(180, recorder.total.peak);
  }

  @Test
  void theShortestAreForgottenButNotTheirSums() {
    for (int i = 0; i < 100; i++) {
      open(1000L * i, 8, 0, HERE);
      recorder.allocated(8, 8);
      free(1000L * i + (i == 50 ? 900 : i), 8);
    }
    int[] rows = recorder.table.rows();
    assertEquals(100, recorder.labels.getFirst().load.arenas);
    assertEquals(800, recorder.labels.getFirst().load.bytes);
    assertEquals(true, rows.length <= 4);
    assertEquals(true, Arrays.stream(rows).anyMatch(row -> recorder.table.id[row] == 50));
  }

  @Test
  void aThousandAliveAreKept() {
    for (int i = 1; i <= 1000; i++) {
      open(i, 8L * i, 0, HERE);
    }
    assertEquals(1000, recorder.labels.getFirst().load.peakAlive);
    for (int i = 1; i <= 1000; i++) {
      free(1000 + i, 8L * i);
    }
    assertEquals(0, recorder.arenas.alive);
    assertEquals(1000, recorder.labels.getFirst().longest);
  }
}
