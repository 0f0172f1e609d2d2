package arenad.incremental;

/// A record and the key that the store has it under.
record Kept<R extends StageRecord>(R record, long key) {}
