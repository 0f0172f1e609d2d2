/// Tests of the daemon as a process: sockets, sessions, ends.
@NullMarked
package arenad.daemon;

import org.jspecify.annotations.NullMarked;
