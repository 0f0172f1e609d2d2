package arenad.incremental;

import arenad.outline.Fingerprint;

/// That a symbol asked, and what it was told.
///
/// @param answer of the answer; [Answers#NONE] when there was none
public record Use(Fact fact, Fingerprint answer) {}
