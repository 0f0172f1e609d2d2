/// Tests of projects and their files.
@NullMarked
package arenad.workspace;

import org.jspecify.annotations.NullMarked;
