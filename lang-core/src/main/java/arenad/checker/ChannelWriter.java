package arenad.checker;

import arenad.ir.Value;
import arenad.lifetime.Shape;
import arenad.type.Type;
import java.util.List;

/// Writes what is sent and received.
///
/// Sending is no way out for a lifetime: what goes is a clone in an arena that ends here, as far as this thread can see.
/// Receiving makes a root that nobody else knows, and all that is received lies in it.
final class ChannelWriter {

  private final BodyWriter body;

  ChannelWriter(BodyWriter body) {
    this.body = body;
  }

  int[] write(Value.Intrinsic intrinsic) {
    List<Value> arguments = intrinsic.arguments();
    return switch (intrinsic.operation()) {
      case CHANNEL_SEND -> {
        body.values().owners().close(intrinsic, arguments.get(1));
        yield BodyWriter.NOTHING;
      }
      case CHANNEL_RECV, CHANNEL_TRY_RECV -> received(intrinsic);
      case REGION_SEND -> {
        body.values().write(arguments.getLast());
        yield BodyWriter.NOTHING;
      }
      case REGION_RECV, REGION_TRY_RECV -> new int[] {body.values().owners().fresh(intrinsic)};
      default -> throw new IllegalArgumentException("no channel: " + intrinsic.operation());
    };
  }

  private int[] received(Value.Intrinsic intrinsic) {
    int arena = body.values().root(intrinsic);
    Shape shape = body.shapeOf(intrinsic.type());
    int[] leaves = new int[shape.size()];
    int site = body.values().newSite();
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      Type type = shape.leaf(leaf).type();
      leaves[leaf] =
          type instanceof Type.Arena ? arena : body.values().copyOf(type, arena, intrinsic, site);
    }
    return leaves;
  }
}
