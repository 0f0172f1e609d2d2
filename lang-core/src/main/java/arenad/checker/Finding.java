package arenad.checker;

import arenad.ir.Value;
import arenad.lifetime.Atom;
import arenad.lifetime.Cell;
import arenad.lifetime.Contract;
import arenad.lifetime.Position;
import arenad.text.Span;
import arenad.typed.Witness;
import org.jspecify.annotations.Nullable;

/// Something that is wrong, as the solver knows it; [Reports] puts it into words.
sealed interface Finding {

  /// `value` is found in `variable`, whose memory lives in `holder`, which it does not outlive.
  ///
  /// @param cell whose slot it is
  record Outlived(Atom value, int variable, Atom holder, Cell cell) implements Finding {}

  /// What the call makes itself comes to be where the caller's memory is.
  record Escaped(Atom value, int variable, Cell cell, int leaf) implements Finding {}

  /// A callee puts `value` where it does not live long enough.
  record Broken(Atom value, Atom holder, Constraints.Bound bound) implements Finding {}

  /// A callee touches what it has freed before.
  record NotApart(Atom used, Atom freed, Constraints.Apart apart) implements Finding {}

  /// A callee's `requires` does not hold.
  record Unmet(Constraints.Demand demand) implements Finding {}

  /// An atom that may have ended is touched, freed again or returned.
  record Ended(Atom atom, int block, int event) implements Finding {}

  /// An arena that its block ends is freed by hand.
  record ScopedFreed(Atom atom, int event) implements Finding {}

  /// A scoped arena has ended before the end of its block, with the arena that it hangs on.
  record ScopeEnded(Atom atom, int block, int event) implements Finding {}

  /// Memory of the call is returned.
  record Returned(Atom atom, int event) implements Finding {}

  /// An exported function returns what lives in an arena that it keeps to itself.
  record Unhanded(Atom atom) implements Finding {}

  /// Nobody ends an arena.
  record Leaked(Atom atom) implements Finding {}

  /// A relation that the body needs does not follow from the written `requires`.
  ///
  /// @param variable in which the value that needs it is found
  /// @param lastClause the last that is written
  /// @param region that the holder is declared to be in, or null
  record Undeclared(
      Contract.Bound needed,
      Atom value,
      int variable,
      @Nullable Span lastClause,
      @Nullable Position region)
      implements Finding {}

  /// A method that may write its object, or hand it to what may, is called on one that is read only.
  ///
  /// @param member a member of the object that it may write, or null when it hands the object out
  record ReadOnlyWritten(Value.Call call, @Nullable String member) implements Finding {}

  /// A generic function calls on what is read only a required method that may write its object.
  record SparedWritten(Value.Call call, Witness witness) implements Finding {}

  /// What is taken for not null may have been written since.
  ///
  /// @param call the number of the call that may have
  record Overwritten(int path, int call, int event) implements Finding {}
}
