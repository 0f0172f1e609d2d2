package arenad.oracle;

import arenad.symbol.SymbolId;
import arenad.typed.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The threads of a run, of which one goes on at a time, and their channels. A thread runs until it waits for a message or ends;
/// then the one goes on that has been able to for the longest.
final class Crew {

  private static final long STACK_BYTES = 256L << 20;

  /// A thread and where it stands: it runs, waits for a message, or waits for its turn.
  private static final class Hand {
    final Semaphore turn = new Semaphore(0);
    @Nullable String waitsAt;
  }

  private final SimulatedMemory memory;
  private final Consumer<SymbolId> running;
  private final Map<String, Deque<Datum>> channels = new HashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Hand> others = new ArrayList<>();
  private Hand current = new Hand();
  private final Hand first = current;
  private @Nullable RuntimeException failure;

  /// @param running runs a function in a stack of its own
  Crew(SimulatedMemory memory, Consumer<SymbolId> running) {
    this.memory = memory;
    this.running = running;
  }

  static boolean runs(Operation operation) {
    return switch (operation) {
      case THREAD_SPAWN,
          CHANNEL_SEND,
          CHANNEL_RECV,
          CHANNEL_TRY_RECV,
          REGION_SEND,
          REGION_RECV,
          REGION_TRY_RECV ->
          true;
      default -> false;
    };
  }

  @Nullable Datum of(Operation operation, List<Datum> data) {
    String name = ((Datum.Text) data.getFirst()).string();
    switch (operation) {
      case THREAD_SPAWN -> {
        spawn(name);
        return null;
      }
      case CHANNEL_SEND, REGION_SEND -> {
        queue(name).add(data.size() == 3 ? aggregate(data.get(1), data.get(2)) : data.get(1));
        return null;
      }
      case CHANNEL_RECV -> {
        return unpacked(received(name));
      }
      case REGION_RECV -> {
        return received(name);
      }
      default -> {
        if (queue(name).isEmpty()) {
          pass();
        }
        Datum found = queue(name).poll();
        return found == null
            ? new Datum.Absent()
            : operation == Operation.CHANNEL_TRY_RECV ? unpacked(found) : found;
      }
    }
  }

  private static Datum aggregate(Datum first, Datum second) {
    return new Datum.Aggregate(List.of(new Cell(first), new Cell(second)));
  }

  private Deque<Datum> queue(String name) {
    return channels.computeIfAbsent(name, _ -> new ArrayDeque<>());
  }

  /// The message as the receiver has it, in a root of its own.
  private Datum unpacked(Datum message) {
    List<Cell> members = ((Datum.Aggregate) message).members();
    SimulatedArena sent = ((Datum.Handle) members.getFirst().get()).arena();
    SimulatedArena arena = memory.newArena("what was received", false, null);
    Datum copy = new Cloning(memory, arena).of(members.getLast().get());
    memory.free(sent, true);
    return aggregate(new Datum.Handle(arena), copy);
  }

  private Datum received(String name) {
    while (queue(name).isEmpty()) {
      Hand self = current;
      self.waitsAt = name;
      others.add(self);
      next();
      await(self);
      self.waitsAt = null;
    }
    return queue(name).remove();
  }

  private void spawn(String name) {
    int dot = name.lastIndexOf('.');
    SymbolId function =
        new SymbolId(name.substring(0, dot), SymbolId.Kind.FUNCTION, name.substring(dot + 1));
    Hand hand = new Hand();
    others.add(hand);
    Thread thread = new Thread(null, () -> run(hand, function), name, STACK_BYTES);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void run(Hand hand, SymbolId function) {
    try {
      await(hand);
      running.accept(function);
    } catch (RuntimeException thrown) {
      fail(thrown);
      return;
    }
    if (!others.isEmpty()) {
      try {
        next();
      } catch (PanicSignal deadlock) {
        fail(deadlock);
      }
    }
  }

  private void fail(RuntimeException thrown) {
    failure = thrown;
    current = first;
    first.turn.release();
  }

  private void await(Hand hand) {
    hand.turn.acquireUninterruptibly();
    RuntimeException thrown = failure;
    if (thrown != null) {
      throw thrown;
    }
  }

  /// Lets those go first who can.
  private void pass() {
    if (others.stream().anyMatch(this::canGoOn)) {
      Hand self = current;
      others.add(self);
      next();
      await(self);
    }
  }

  private boolean canGoOn(Hand hand) {
    return hand.waitsAt == null || !queue(hand.waitsAt).isEmpty();
  }

  /// Lets another thread go on.
  private void next() {
    for (Hand hand : others) {
      if (canGoOn(hand)) {
        others.remove(hand);
        current = hand;
        hand.turn.release();
        return;
      }
    }
    throw new PanicSignal("deadlock: every thread waits for a message");
  }

  /// Lets all threads run to their ends; what nobody has received ends too.
  void finish() {
    while (!others.isEmpty()) {
      if (others.stream().noneMatch(this::canGoOn)) {
        throw new PanicSignal("deadlock: every thread waits for a message");
      }
      pass();
    }
    for (Deque<Datum> queue : channels.values()) {
      queue.stream().filter(Datum.Owner.class::isInstance).forEach(memory::drop);
    }
  }
}
