package arenad.jvm.emit;

import arenad.ir.Value;
import arenad.jvm.abi.RuntimeEntry;
import arenad.symbol.SymbolId;
import arenad.type.ConstantValue;
import arenad.type.Type;
import arenad.type.Variants;
import java.util.List;

/// Threads and channels. A channel is an object of the runtime, which the class keeps in a static field.
final class ChannelOperations {

  private final BodyEmitting body;
  private final Code code;

  ChannelOperations(BodyEmitting body) {
    this.body = body;
    code = body.code();
  }

  void spawn(Value.Intrinsic spawn) {
    String name = literal(spawn);
    int dot = name.lastIndexOf('.');
    SymbolId function =
        new SymbolId(name.substring(0, dot), SymbolId.Kind.FUNCTION, name.substring(dot + 1));
    code.constantClass(JvmNames.classOf(function, List.of()));
    code.constant(JvmNames.methodOf(function, 0));
    code.constant(name);
    body.at(spawn.span());
    code.call(RuntimeEntry.THREADS_SPAWN);
  }

  void send(Value.Intrinsic send) {
    Value arena = send.arguments().get(1);
    Value message = send.arguments().getLast();
    Type object = ((Type.Ref) message.type()).target();
    code.context();
    body.values().push(arena);
    body.values().push(message);
    if (!Variants.isUnion(object)) {
      code.constant(0);
    }
    channel(send);
    code.constant(flatSize(object));
    body.at(send.span());
    code.call(RuntimeEntry.CHANNELS_SEND);
  }

  /// Bytes of an object that leads nowhere; 0 of any other.
  private int flatSize(Type object) {
    return CloneTable.leadsElsewhere(object, body.shapes()) || Variants.isUnion(object)
        ? 0
        : (int) Math.min(Math.max(body.shapes().of(object).size() + 7 & -8, 8), 1 << 20);
  }

  void sendRegion(Value.Intrinsic send) {
    code.context();
    body.values().push(send.arguments().getLast());
    channel(send);
    body.at(send.span());
    code.call(RuntimeEntry.CHANNELS_SEND_REGION);
  }

  void receive(Value.Intrinsic receive, RuntimeEntry entry) {
    code.context();
    channel(receive);
    body.at(receive.span());
    code.call(entry);
    body.calls().pushFurther(body.shape(receive.type()));
  }

  void tryReceive(Value.Intrinsic receive) {
    Type.Tuple pair = (Type.Tuple) Type.withoutNull(receive.type());
    boolean union = Variants.isUnion(((Type.Ref) pair.elements().getLast()).target());
    receive(
        receive,
        union ? RuntimeEntry.CHANNELS_TRY_RECEIVE_UNION : RuntimeEntry.CHANNELS_TRY_RECEIVE);
  }

  private void channel(Value.Intrinsic operation) {
    code.staticObject(
        body.draft().className(), body.draft().channel(literal(operation)), RuntimeEntry.CHANNEL);
  }

  private static String literal(Value.Intrinsic operation) {
    return operation.arguments().getFirst()
            instanceof Value.Constant(ConstantValue.Text(String text), _, _)
        ? text
        : "";
  }
}
