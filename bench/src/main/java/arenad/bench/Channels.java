package arenad.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.LinkedTransferQueue;
import org.jspecify.annotations.Nullable;

/// Messages from one thread to another through a `LinkedTransferQueue`: the Java side of `channels.arena`. A copy that shares nothing
/// is made by serialisation, by hand where the message is plain, by Java's own where it is a graph with a cycle; and for comparison
/// a reference is passed, which shares everything.
public final class Channels {
  private static final int ROUNDS = 11;
  private static final int WARM_UP = 8;
  private static final int BATCH = 1000;
  private static final int BATCHES = 100;
  private static final int NODES = 64;

  private final LinkedTransferQueue<Object> there = new LinkedTransferQueue<>();
  private final LinkedTransferQueue<Long> taken = new LinkedTransferQueue<>();

  private Channels() {}

  private record Plain(long a, long b, long c, long d) {}

  private static final class Node implements Serializable {
    private static final long serialVersionUID = 1L;
    @Nullable Node next;
    long a;
    long b;
    long c;
  }

  /// How a message is made and looked at.
  private interface Kind {
    Object sent() throws IOException;

    long received(Object message) throws IOException, ClassNotFoundException;
  }

  private record PlainCopies() implements Kind {
    @Override
    public Object sent() {
      return ByteBuffer.allocate(32).putLong(1).putLong(2).putLong(3).putLong(4).array();
    }

    @Override
    public long received(Object message) {
      ByteBuffer bytes = ByteBuffer.wrap((byte[]) message);
      return new Plain(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong()).a;
    }
  }

  private record PlainReferences() implements Kind {
    @Override
    public Object sent() {
      return new Plain(1, 2, 3, 4);
    }

    @Override
    public long received(Object message) {
      return ((Plain) message).a;
    }
  }

  private record Graphs(Node graph) implements Kind {
    @Override
    public Object sent() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(graph);
      }
      return bytes.toByteArray();
    }

    @Override
    public long received(Object message) throws IOException, ClassNotFoundException {
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream((byte[]) message))) {
        Node next = ((Node) in.readObject()).next;
        return next == null ? 0 : next.a;
      }
    }
  }

  private static Node list(int nodes) {
    Node first = new Node();
    Node last = first;
    for (int i = 1; i < nodes; i++) {
      Node node = new Node();
      node.a = i;
      last.next = node;
      last = node;
    }
    last.next = first;
    return first;
  }

  /// Prints a line for each kind of message.
  public static void main(String[] arguments) throws Exception {
    new Channels().measure("java-plain-copied", new PlainCopies(), BATCHES);
    new Channels().measure("java-plain-shared", new PlainReferences(), BATCHES);
    new Channels().measure("java-graph-serialised", new Graphs(list(NODES)), BATCHES / 10);
    new Channels().measureThereAndBack();
  }

  private void measure(String name, Kind kind, int batches) throws Exception {
    Thread receiver = new Thread(() -> receive(kind));
    receiver.setDaemon(true);
    receiver.start();
    double[] times = new double[ROUNDS];
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      long begin = System.nanoTime();
      long sum = 0;
      sendBatch(kind);
      for (int k = 1; k < batches; k++) {
        sendBatch(kind);
        sum += taken.take();
      }
      sum += taken.take();
      if (sum != (long) batches * BATCH) {
        throw new IllegalStateException(name + ": " + sum);
      }
      if (i >= WARM_UP) {
        times[i - WARM_UP] = (System.nanoTime() - begin) / (double) (batches * BATCH);
      }
    }
    report(name, times);
  }

  private void sendBatch(Kind kind) throws IOException {
    for (int i = 0; i < BATCH; i++) {
      there.put(kind.sent());
    }
  }

  private void receive(Kind kind) {
    try {
      while (true) {
        long sum = 0;
        for (int i = 0; i < BATCH; i++) {
          sum += kind.received(there.take());
        }
        taken.put(sum);
      }
    } catch (InterruptedException | IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A reference goes there and back, as a region does.
  private void measureThereAndBack() throws InterruptedException {
    LinkedTransferQueue<Object> back = new LinkedTransferQueue<>();
    Thread other =
        new Thread(
            () -> {
              try {
                while (true) {
                  Node node = (Node) there.take();
                  node.b++;
                  back.put(node);
                }
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    other.setDaemon(true);
    other.start();
    Object message = list(NODES);
    double[] times = new double[ROUNDS];
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      long begin = System.nanoTime();
      for (int k = 0; k < BATCH * 10; k++) {
        there.put(message);
        message = back.take();
      }
      if (i >= WARM_UP) {
        times[i - WARM_UP] = (System.nanoTime() - begin) / (double) (2 * BATCH * 10);
      }
    }
    report("java-reference-there-and-back", times);
  }

  private static void report(String name, double[] times) {
    Arrays.sort(times);
    System.out.printf(Locale.ROOT, "%s %.1f%n", name, times[ROUNDS / 2]);
  }
}
