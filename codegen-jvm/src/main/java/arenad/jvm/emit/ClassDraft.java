package arenad.jvm.emit;

import arenad.jvm.layout.Shapes;
import arenad.symbol.SymbolId;
import arenad.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;

/// A class under way: what its methods share.
final class ClassDraft {

  /// The field that holds the address of the class's literals.
  static final String LITERALS = "LITERALS";

  static final String EQUALITY_DESCRIPTOR = "(JJ)Z";

  private final String className;
  private final Shapes shapes;
  private final ClassVisitor writer;
  private final Reach reach;
  private final Literals literals = new Literals();
  private final Map<Form, Type> splitReceivers = new HashMap<>();
  private final List<String> channels = new ArrayList<>();
  private final List<Type> equalities = new ArrayList<>();
  private final Set<String> labels = new TreeSet<>();

  /// A method with its types; instances of one generic method differ in them.
  private record Form(SymbolId method, List<Type> parameters, Type result) {}

  ClassDraft(String className, Shapes shapes, ClassVisitor writer) {
    this.className = className;
    this.shapes = shapes;
    this.writer = writer;
    reach = new Reach(shapes);
  }

  String className() {
    return className;
  }

  Shapes shapes() {
    return shapes;
  }

  ClassVisitor writer() {
    return writer;
  }

  Reach reach() {
    return reach;
  }

  Literals literals() {
    return literals;
  }

  /// The names of region blocks, which `<clinit>` tells the runtime.
  Set<String> labels() {
    return labels;
  }

  /// The field that holds a channel.
  String channel(String identifier) {
    int index = channels.indexOf(identifier);
    if (index < 0) {
      index = channels.size();
      channels.add(identifier);
    }
    return channelField(index);
  }

  static String channelField(int index) {
    return "CHANNEL$" + index;
  }

  /// The identifiers of the channels that the class uses, in the order of their fields.
  List<String> channels() {
    return channels;
  }

  /// [SplitReceiver#of], remembered: the answer follows from what is declared of the method.
  @Nullable Type splitReceiver(SymbolId method, List<Type> parameters, Type result) {
    Form form = new Form(method, List.copyOf(parameters), result);
    Type known = splitReceivers.get(form);
    if (known == null) {
      Type found = SplitReceiver.of(method, parameters, result, this);
      known = found == null ? Type.Unit.VOID : found;
      splitReceivers.put(form, known);
    }
    return known == Type.Unit.VOID ? null : known;
  }

  /// The method that compares two values of a type in memory; it will be written.
  String equalityOf(Type type) {
    int index = equalities.indexOf(type);
    if (index < 0) {
      index = equalities.size();
      equalities.add(type);
    }
    return "equal$" + index;
  }

  /// The type of the comparison with that number, or null if nobody has asked for so many.
  @Nullable Type nextEquality(int index) {
    return index < equalities.size() ? equalities.get(index) : null;
  }
}
