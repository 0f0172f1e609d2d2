package arenad.record;

/// How a program ended.
///
/// @param title what ran
/// @param status exit status, [Ending#KILLED] if it was ended from outside
/// @param panic the report of its panic, or empty
record Outcome(String title, int status, String panic) {}
