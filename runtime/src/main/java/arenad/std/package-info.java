/// What a program does with text and numbers, and its way to the outside: formatting, parsing, strings, output, input, arguments.
///
/// May import: `buffer`, `memory`, `panic`. Invariants: no method allocates on the Java heap in its steady state; every string that
/// is handed out is well-formed UTF-8.
@org.jspecify.annotations.NullMarked
package arenad.std;
