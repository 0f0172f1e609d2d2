/// Tests of the store: round trips, damage, kills.
@NullMarked
package arenad.store;

import org.jspecify.annotations.NullMarked;
