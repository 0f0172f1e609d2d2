/// Tests of the command line.
@NullMarked
package arenad.cli;

import org.jspecify.annotations.NullMarked;
