package arenad.bench.compare;

/// What a run took, in milliseconds.
///
/// @param wall from its start to its end
/// @param busy of processors, those of compilers and collectors of its own included; NaN where the system does not tell
record Taken(double wall, double busy) {}
