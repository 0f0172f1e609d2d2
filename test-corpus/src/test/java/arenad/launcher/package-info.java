/// Tests of the shell launcher and of the perl client, run as they are installed.
///
/// Not here: what a command answers; a daemon made for the test answers what the test wants.
@org.jspecify.annotations.NullMarked
package arenad.launcher;
