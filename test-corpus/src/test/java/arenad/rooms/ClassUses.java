package arenad.rooms;

import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The classes that a class file names, in code, in the types of its members and in their generic signatures.
///
/// String constants are not names: a list of entry points may spell a class without depending on it.
///
/// @param name of the class itself, with dots between packages
record ClassUses(String name, SortedSet<String> used) {

  /// The class names in a descriptor or signature: `Ljava/util/List<Ljava/lang/String;>;` has two.
  private static final Pattern CLASS_NAME = Pattern.compile("L([\\w$/]+)[;<.]");

  static ClassUses of(byte[] classFile) {
    ClassModel model = ClassFile.of().parse(classFile);
    List<String> types = new ArrayList<>();
    for (PoolEntry entry : model.constantPool()) {
      switch (entry) {
        case ClassEntry type -> types.add(asDescriptor(type.asInternalName()));
        case NameAndTypeEntry member -> types.add(member.type().stringValue());
        case MethodTypeEntry method -> types.add(method.descriptor().stringValue());
        default -> {}
      }
    }
    addSignature(model, types);
    model
        .fields()
        .forEach(
            field -> {
              types.add(field.fieldType().stringValue());
              addSignature(field, types);
            });
    model
        .methods()
        .forEach(
            method -> {
              types.add(method.methodType().stringValue());
              addSignature(method, types);
            });
    model
        .findAttribute(Attributes.record())
        .map(RecordAttribute::components)
        .ifPresent(components -> components.forEach(component -> addSignature(component, types)));
    return new ClassUses(dotted(model.thisClass().asInternalName()), classNames(types));
  }

  private static void addSignature(AttributedElement element, List<String> types) {
    element
        .findAttribute(Attributes.signature())
        .map(SignatureAttribute::signature)
        .ifPresent(signature -> types.add(signature.stringValue()));
  }

  private static SortedSet<String> classNames(List<String> types) {
    SortedSet<String> names = new TreeSet<>();
    for (String type : types) {
      Matcher matcher = CLASS_NAME.matcher(type);
      while (matcher.find()) {
        names.add(dotted(matcher.group(1)));
      }
    }
    return names;
  }

  /// A class entry holds a name, or for an array a descriptor.
  private static String asDescriptor(String internalName) {
    return internalName.startsWith("[") ? internalName : "L" + internalName + ";";
  }

  private static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }
}
