/// How a program starts and ends: the main class of a built jar, the runner of tests, exit statuses.
///
/// The only place that catches a panic. May import: everything else of the runtime.
@org.jspecify.annotations.NullMarked
package arenad.launch;
