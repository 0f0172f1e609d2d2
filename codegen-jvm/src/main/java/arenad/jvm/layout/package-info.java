/// How values of each type stand in memory and on the JVM's operand stack.
///
/// Here: [arenad.jvm.layout.Shapes] (the shape of a type), sizes, offsets, components.
/// Not here: instructions (`jvm.emit`), what the runtime keeps in its own headers (`runtime`).
/// May import: `symbol`, `type`. Invariants: a shape depends on the type and the declarations of the structs inside it
/// alone; fields stand in the order of declaration, naturally aligned.
@org.jspecify.annotations.NullMarked
package arenad.jvm.layout;
