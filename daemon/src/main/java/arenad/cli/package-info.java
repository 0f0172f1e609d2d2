/// The command line: one command, one file.
///
/// Here: options, what commands print, exit statuses; the client that hands a command to the daemon,
/// and the protocol by which the daemon runs it. Not here: what is worked out (`incremental`), who is connected (`daemon`).
/// May import: `daemon`, `diagnostic`, `incremental`, `jvm.link`, `jvm.listing`, `lifetime`, `store`, `symbol`, `text`, `trace`, `workspace`.
/// Invariants: a command does not know whether it runs in the daemon or in the client's own process;
/// exit statuses are 0 fine, 1 the program has errors, 2 bad usage, 3 a fault of ours.
@NullMarked
package arenad.cli;

import org.jspecify.annotations.NullMarked;
