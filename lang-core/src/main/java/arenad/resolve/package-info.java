/// Turns names and type expressions into symbols and types: scopes of a module, imports, the
/// built-in names; declarations.
///
/// Not here: bodies (`elaborate`). May import: `text`, `diagnostic`, `syntax`, `outline`, `symbol`,
/// `type`.
@org.jspecify.annotations.NullMarked
package arenad.resolve;
