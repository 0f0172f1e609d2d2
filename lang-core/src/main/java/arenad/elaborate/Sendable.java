package arenad.elaborate;

import arenad.type.Declaration;
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

  /// Why values of the type cannot be sent, as the second half of a sentence; null if they can.
  static @Nullable String obstacle(Body body, Type type) {
    return new Sendable(body).obstacle(type, "");
  }

  /// @param path how one gets to a value of the type from what is sent, `.a.b`; empty for that itself
  private @Nullable String obstacle(Type type, String path) {
    return switch (type) {
      case Type.Scalar _, Type.Text _, Type.Unit _ -> null;
      case Type.Arena _ -> at(path, type) + ", which belongs to the thread that made it";
      case Type.Parameter _ ->
          at(path, type) + ", a type parameter, which may stand for what cannot be sent";
      case Type.Function _ -> at(path, type) + ", a function, which cannot be kept";
      case Type.Ref(Type _, boolean _, String region) when region != null ->
          at(path, type) + " in `" + region + "`, a region that the receiver does not have";
      case Type.Ref(Type target, boolean _, String _) -> obstacle(target, path);
      case Type.Optional(Type of) -> obstacle(of, path);
      case Type.FixedArray(Type element, int _) -> obstacle(element, path + "[...]");
      case Type.Tuple(List<Type> elements) -> first(elements, path);
      case Type.Builtin builtin -> container(builtin, path);
      case Type.Named named ->
          seen.size() < MOST_TYPES && seen.add(named) ? named(named, path) : null;
    };
  }

  private static String at(String path, Type type) {
    String what = Coercions.article(type);
    return path.isEmpty() ? "it is " + what : "`" + path + "` is " + what;
  }

  private @Nullable String first(List<Type> elements, String path) {
    for (Type element : elements) {
      String found = obstacle(element, path + "[...]");
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable String container(Type.Builtin type, String path) {
    return switch (type.container()) {
      case ARRAY, MAP, SPAN -> first(type.arguments(), path);
      case STRING_BUFFER, ARENA_BUFFER -> null;
      case OWNED, SHARED, WEAK ->
          at(path, type) + ", and what a handle owns is not copied; `Region<T>` can be moved";
      case REGION ->
          at(path, type) + ", which is sent by itself, as the `T` of `Channel<T, ...>`, or not";
      case REGION_HANDLE -> at(path, type) + ", which belongs to the thread that entered it";
    };
  }

  private @Nullable String named(Type.Named type, String path) {
    Declaration.Struct struct = body.struct(type);
    if (struct != null) {
      for (Declaration.Field field : struct.fields()) {
        String found = obstacle(field.type(), path + "." + field.name());
        if (found != null) {
          return found;
        }
      }
      return null;
    }
    for (Type variant : body.variants(type)) {
      String found = obstacle(variant, path + ".(" + TypeText.of(variant) + ")");
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
