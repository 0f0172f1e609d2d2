package arenad.bench.compare;

import java.util.List;

/// One of the programs that do the same.
///
/// @param name as the tables call it
/// @param command without the arguments
record Side(String name, List<String> command) {}
