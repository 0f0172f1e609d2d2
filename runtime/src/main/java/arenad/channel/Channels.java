package arenad.channel;

import arenad.memory.Arenas;
import arenad.memory.Context;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What generated code calls of channels.
public final class Channels {
  private static final Map<String, Channel> ALL = new ConcurrentHashMap<>();

  private Channels() {}

  /// The channel of that identifier, the same for the whole program.
  public static Channel of(String identifier) {
    Channel known = ALL.get(identifier);
    if (known != null) {
      return known;
    }
    Channel fresh = new Channel(identifier);
    Channel other = ALL.putIfAbsent(identifier, fresh);
    return other == null ? fresh : other;
  }

  /// `Channel<T, "id">.send(x)`, once `x` stands in an arena of its own.
  ///
  /// @param tag which variant of a union the object is, else 0
  /// @param flat bytes of the object when it leads nowhere, else 0
  public static void send(
      Context context, long arena, long address, int tag, Channel channel, int flat) {
    ProgramThread.stopIfEnded();
    channel.put(context, arena, address, tag, flat);
  }

  /// `Channel<T, "id">.recv()`: the arena; the address of the object in `r1`, its tag in `r2`.
  public static long receive(Context context, Channel channel) {
    ProgramThread.stopIfEnded();
    return channel.receive(context);
  }

  /// `Channel<T, "id">.tryRecv()`: the same and 1 in `r2`; or zeros.
  public static long tryReceive(Context context, Channel channel) {
    ProgramThread.stopIfEnded();
    long arena = channel.take(context);
    context.r1 = arena == 0 ? 0 : context.r1;
    context.r2 = arena == 0 ? 0 : 1;
    return arena;
  }

  /// The same of a union: the tag in `r2`, 1 in `r3`; or zeros.
  public static long tryReceiveUnion(Context context, Channel channel) {
    ProgramThread.stopIfEnded();
    long arena = channel.take(context);
    context.r1 = arena == 0 ? 0 : context.r1;
    context.r2 = arena == 0 ? 0 : context.r2;
    context.r3 = arena == 0 ? 0 : 1;
    return arena;
  }

  /// `Channel<Region<T>, "id">.send(g)`: the region goes as it is.
  public static void sendRegion(Context context, long root, Channel channel) {
    ProgramThread.stopIfEnded();
    channel.put(context, Arenas.arenaOf(root), root, 0, 0);
  }

  /// `Channel<Region<T>, "id">.recv()`: the handle.
  public static long receiveRegion(Context context, Channel channel) {
    ProgramThread.stopIfEnded();
    channel.receive(context);
    return context.r1;
  }

  /// `Channel<Region<T>, "id">.tryRecv()`: the handle, or 0.
  public static long tryReceiveRegion(Context context, Channel channel) {
    ProgramThread.stopIfEnded();
    return channel.take(context) == 0 ? 0 : context.r1;
  }

  /// Wakes everybody who sleeps at a channel.
  static void wakeAll() {
    ALL.values().forEach(Channel::wakeAll);
  }

  /// Forgets all messages that nobody has received.
  public static void clear(Context context) {
    for (Channel channel : ALL.values()) {
      for (long arena = channel.take(context); arena != 0; arena = channel.take(context)) {
        Arenas.free(context, arena);
      }
    }
  }
}
