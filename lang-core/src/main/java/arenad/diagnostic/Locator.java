package arenad.diagnostic;

import org.jspecify.annotations.Nullable;

/// Finds places in the texts of one moment.
@FunctionalInterface
public interface Locator {

  /// Where the place is now; null when it is no more.
  @Nullable Located locate(Place place);
}
