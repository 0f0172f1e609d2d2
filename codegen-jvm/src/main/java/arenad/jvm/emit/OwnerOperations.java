package arenad.jvm.emit;

import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.jvm.layout.Shape;
import arenad.type.Owners;
import arenad.type.Type;
import arenad.typed.Operation;

/// Operations on handles of owned memory. What they do with a value that holds handles, the runtime does where the value lies, told by a
/// clone table where the handles are.
final class OwnerOperations {

  private static final int ROOT_TYPE = 0;

  private final BodyEmitting body;
  private final Code code;

  OwnerOperations(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  /// Whether the result is the operand as it is.
  static boolean keepsValue(Operation operation) {
    return operation == Operation.OWNER_MOVE || operation == Operation.OWNER_COPY;
  }

  /// Whether it puts its operand into frame memory for the runtime to look at.
  static boolean needsRoom(Operation operation) {
    return switch (operation) {
      case OWNER_COPY, OWNER_DROP, OWNED_NEW, SHARED_NEW -> true;
      default -> false;
    };
  }

  void push(Value.Intrinsic intrinsic) {
    Value first = intrinsic.arguments().isEmpty() ? null : intrinsic.arguments().getFirst();
    if (first == null) {
      code.context();
      code.call(RuntimeEntry.ARENAS_NEW_ROOT);
      return;
    }
    switch (intrinsic.operation()) {
      case OWNER_MOVE -> body.values().push(first);
      case OWNER_COPY -> copied(first);
      case OWNER_DROP -> drop(intrinsic, first);
      case OWNER_VALUE -> {
        body.values().push(first);
        if (Owners.isCounted(first.type())) {
          code.call(RuntimeEntry.OWNERS_CONTENT);
        }
      }
      case OWNED_NEW -> make(intrinsic, first, RuntimeEntry.OWNERS_OWNED);
      case SHARED_NEW -> make(intrinsic, first, RuntimeEntry.OWNERS_SHARED);
      case SHARED_COUNT -> plain(first, RuntimeEntry.OWNERS_COUNT);
      case SHARED_WEAK -> plain(first, RuntimeEntry.OWNERS_WEAK);
      case WEAK_UPGRADE -> plain(first, RuntimeEntry.OWNERS_UPGRADE);
      case REGION_ARENA -> plain(first, RuntimeEntry.ARENAS_ARENA_OF);
      case REGION_BYTES -> plain(first, RuntimeEntry.OWNERS_BYTES);
      case REGION_SEAL -> {
        intrinsic.arguments().forEach(body.values()::push);
        code.call(RuntimeEntry.OWNERS_SEAL);
      }
      case REGION_COMPACT -> {
        code.context();
        body.values().push(first);
        pushTable(contentOf(intrinsic.type()));
        body.at(intrinsic.span());
        code.call(RuntimeEntry.OWNERS_COMPACT);
      }
      default -> throw new IllegalArgumentException("owns nothing: " + intrinsic.operation());
    }
  }

  /// A value in memory, moved or copied to a fresh place.
  void buildInto(Value.Intrinsic intrinsic, Location.Memory fresh) {
    Value value = intrinsic.arguments().getFirst();
    body.construction().store(value, fresh);
    if (intrinsic.operation() == Operation.OWNER_COPY) {
      retain(fresh, value.type());
    }
  }

  private void plain(Value handle, RuntimeEntry entry) {
    body.values().push(handle);
    code.call(entry);
  }

  private void copied(Value value) {
    Shape shape = body.shape(value.type());
    Location.Memory room = body.storage().reserve(shape);
    body.construction().store(value, room);
    retain(room, value.type());
    body.moves().load(room, shape);
  }

  private void retain(Location.Memory room, Type type) {
    body.moves().pushAddress(room);
    pushTable(type);
    code.call(RuntimeEntry.OWNERS_RETAIN);
  }

  private void drop(Value.Intrinsic drop, Value value) {
    Location.Memory room = body.storage().reserve(body.shape(value.type()));
    body.construction().store(value, room);
    code.context();
    body.moves().pushAddress(room);
    pushTable(value.type());
    body.at(drop.span());
    code.call(RuntimeEntry.OWNERS_DROP);
  }

  private void make(Value.Intrinsic intrinsic, Value content, RuntimeEntry entry) {
    Location.Memory room = body.storage().reserve(body.shape(content.type()));
    body.construction().store(content, room);
    code.context();
    body.moves().pushAddress(room);
    pushTable(content.type());
    code.constant(CloneTable.leadsToCopies(content.type(), body.shapes()) ? 1 : 0);
    body.at(intrinsic.span());
    code.call(entry);
  }

  private static Type contentOf(Type handle) {
    return ((Type.Builtin) handle).arguments().getFirst();
  }

  private void pushTable(Type type) {
    body.constants().pushCloneTable(type, false);
    code.constant(ROOT_TYPE);
  }
}
