package arenad.elaborate;

import arenad.type.Declaration;
import arenad.type.RegionHandle;
import arenad.type.Type;
import arenad.type.TypeText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can be sent to another thread: what a structured clone can copy whole, so that the receiver shares nothing with the
/// sender.
final class Sendable {
  /// A type that grows without end is an error elsewhere.
  private static final int MOST_TYPES = 10_000;

  private final Body body;
  private final Set<Type> seen = new HashSet<>();

  private Sendable(Body body) {
    this.body = body;
  }

  /// What stands in the way.
  ///
  /// @param path how one gets to it from what is sent, `.a.b`; empty for that itself
  /// @param why what it does, as the end of a sentence
  private record Obstacle(String path, Type type, String why) {}

  /// Why values of the type cannot be sent; null if they can.
  static @Nullable String obstacle(Body body, Type type) {
    Obstacle found = new Sendable(body).obstacle(type, "");
    if (found == null) {
      return null;
    }
    return found.path.isEmpty()
        ? "it " + found.why
        : "`"
            + TypeText.of(type instanceof Type.Ref(Type target, _, _) ? target : type)
            + found.path
            + "` is "
            + Coercions.article(found.type)
            + ", which "
            + found.why;
  }

  private @Nullable Obstacle obstacle(Type type, String path) {
    return switch (type) {
      case Type.Scalar _, Type.Text _, Type.Unit _ -> null;
      case Type.Arena _ -> new Obstacle(path, type, "belongs to the thread that made it");
      case Type.Parameter _ -> new Obstacle(path, type, "may stand for what cannot be sent");
      case Type.Function _ -> new Obstacle(path, type, "cannot be kept");
      case Type.Ref(Type _, boolean _, String region) when region != null ->
          new Obstacle(path, type, "lies in a region that the receiver does not have");
      case Type.Ref(Type target, boolean _, String _) -> obstacle(target, path);
      case Type.Optional(Type of) -> obstacle(of, path);
      case Type.FixedArray(Type element, int _) -> obstacle(element, path + "[...]");
      case Type.Tuple(List<Type> elements) -> first(elements, path);
      case Type.Builtin builtin -> container(builtin, path);
      case Type.Named named when RegionHandle.is(named) ->
          new Obstacle(path, type, "belongs to the thread that entered it");
      case Type.Named named ->
          seen.size() < MOST_TYPES && seen.add(named) ? named(named, path) : null;
    };
  }

  private @Nullable Obstacle first(List<Type> elements, String path) {
    for (Type element : elements) {
      Obstacle found = obstacle(element, path + "[...]");
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Obstacle container(Type.Builtin type, String path) {
    return switch (type.container()) {
      case ARRAY, MAP, SPAN -> first(type.arguments(), path);
      case STRING_BUFFER, ARENA_BUFFER -> null;
      case OWNED, SHARED, WEAK ->
          new Obstacle(path, type, "owns memory, and owners are not copied");
      case REGION ->
          new Obstacle(path, type, "is sent by itself, as the `T` of `Channel<T, ...>`, or not");
    };
  }

  private @Nullable Obstacle named(Type.Named type, String path) {
    Declaration.Struct struct = body.struct(type);
    if (struct != null) {
      for (Declaration.Field field : struct.fields()) {
        Obstacle found = obstacle(field.type(), path + "." + field.name());
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    for (Type variant : body.variants(type)) {
      Obstacle found = obstacle(variant, path + ".(" + TypeText.of(variant) + ")");
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
