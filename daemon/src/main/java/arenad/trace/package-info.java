/// Looking inside: the log, the trace of a run in Chrome's format, and what a run counts.
///
/// Here: what other rooms report to. Not here: what they report, and where a log's file lies.
/// May import: nothing of ours. Invariant: reporting never fails the work that reports.
@NullMarked
package arenad.trace;

import org.jspecify.annotations.NullMarked;
