package arenad.typed;

import arenad.symbol.SymbolId;
import arenad.text.Span;

/// A method that stands for a required one, because a call's type argument provides it. It must keep what a
/// required method promises: what it returns lives at least as long as `self` and what is in it, it
/// stores nothing and frees nothing.
///
/// @param method of a struct
/// @param requirement that is met
/// @param member its method
/// @param call the name in the call whose type argument has the method
public record Witness(SymbolId method, SymbolId requirement, String member, Span call) {}
