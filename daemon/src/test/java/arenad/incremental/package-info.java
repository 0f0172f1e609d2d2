/// Tests of the engine: stories of edits, told and made up, each step compared with a build from nothing.
@NullMarked
package arenad.incremental;

import org.jspecify.annotations.NullMarked;
