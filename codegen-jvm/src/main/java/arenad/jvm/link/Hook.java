package arenad.jvm.link;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Type;

/// A call that the runtime of a recorded program has more than that of a plain one.
///
/// It stands at every normal end of a method and gets its result, if any, and then its parameters; or it stands at the beginning and gets
/// the parameters alone.
///
/// @param owner class of the runtime
/// @param method of it that is to be followed
/// @param descriptor of that method
/// @param atEnd whether it stands at the end
/// @param call the method of `Recording` that is called
record Hook(String owner, String method, String descriptor, boolean atEnd, String call) {
  private static final String CONTEXT = "arenad/memory/Context";
  private static final String ARENAS = "arenad/memory/Arenas";
  private static final String BUFFERS = "arenad/memory/BufferHeader";
  private static final String MEMORY = "arenad/memory/Memory";
  private static final String OWNERS = "arenad/memory/OwnerHeap";

  /// All of them.
  static final List<Hook> ALL =
      List.of(
          end(CONTEXT, "close", "()V", "contextClosed"),
          end(CONTEXT, "tempAlloc", "(J)J", "frameTaken"),
          end(CONTEXT, "release", "(J)V", "frameReleased"),
          end(ARENAS, "newRoot", "(C)J", "rootMade"),
          end(ARENAS, "newSub", "(CJ)J", "subMade"),
          end("arenad/memory/Labels", "name", "(JLjava/lang/String;)V", "labelNamed"),
          end("arenad/memory/Regions", "begin", "(CJJ)V", "regionBegun"),
          end(ARENAS, "send", "(J)V", "arenaSent"),
          end(ARENAS, "freeOne", "(CJ)V", "arenaFreed"),
          end(ARENAS, "reset", "(CJ)V", "arenaReset"),
          end(ARENAS, "alloc", "(CJJ)J", "allocated"),
          end(BUFFERS, "create", "(CJI)J", "bufferMade"),
          end(BUFFERS, "createTemp", "(CI)J", "temporaryMade"),
          begin(BUFFERS, "releaseStorage", "(J)V", "bufferGone"),
          end(MEMORY, "allocate", "(J)J", "storageTaken"),
          end(MEMORY, "reallocate", "(JJ)J", "storageMoved"),
          begin(MEMORY, "release", "(J)V", "storageReleased"),
          end("arenad/buffer/Arrays", "setCapacity", "(JII)V", "arraySized"),
          end("arenad/buffer/Maps", "rebuild", "(JI)V", "mapSized"),
          begin(OWNERS, "allocate", "(CJ)J", "blockWanted"),
          end(OWNERS, "allocate", "(CJ)J", "blockTaken"),
          end(OWNERS, "free", "(CJJ)V", "blockGiven"),
          end(
              "arenad/panic/PanicReport",
              "of",
              "(Ljava/lang/Throwable;Ljava/lang/String;)Ljava/lang/String;",
              "panicReported"));

  private static Hook begin(String owner, String method, String shape, String call) {
    return new Hook(owner, method, shape.replace("(C", "(L" + CONTEXT + ";"), false, call);
  }

  private static Hook end(String owner, String method, String shape, String call) {
    return new Hook(owner, method, shape.replace("(C", "(L" + CONTEXT + ";"), true, call);
  }

  /// The descriptor of what is called.
  ///
  /// @param isStatic whether the method that is followed is
  String callDescriptor(boolean isStatic) {
    List<Type> parameters = new ArrayList<>();
    if (hasResult()) {
      parameters.add(Type.getReturnType(descriptor));
    }
    if (!isStatic) {
      parameters.add(Type.getObjectType(owner));
    }
    parameters.addAll(List.of(Type.getArgumentTypes(descriptor)));
    return Type.getMethodDescriptor(Type.VOID_TYPE, parameters.toArray(new Type[0]));
  }

  /// Whether the result goes to what is called.
  boolean hasResult() {
    return atEnd && Type.getReturnType(descriptor).getSize() > 0;
  }
}
