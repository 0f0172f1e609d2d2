package arenad.incremental;

import arenad.diagnostic.Diagnostic;
import arenad.lifetime.Contract;
import arenad.outline.Fingerprint;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.ChannelUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one stage found out, from which syntax, and what it was told by others. It is true wherever
/// the same syntax meets the same answers: in another snapshot, for another client, after a restart.
public sealed interface StageRecord {

  List<Use> uses();

  /// The symbol it is kept under; of a group, its first member.
  SymbolId symbol();

  /// What is written of a symbol outside its body.
  ///
  /// @param syntax of the declaration as written
  /// @param fingerprint of `declaration`; equal ones stop the wave
  record Declared(
      SymbolId symbol,
      Fingerprint syntax,
      List<Use> uses,
      @Nullable Declaration declaration,
      Fingerprint fingerprint,
      List<Diagnostic> diagnostics)
      implements StageRecord {}

  /// What elaborating and lowering a body gave; of a struct, what is wrong with its size. The graph
  /// itself is kept apart.
  ///
  /// @param syntax of declaration and body as written
  /// @param result the return type, written or inferred
  /// @param fingerprint of `result`; equal ones stop the wave
  /// @param graph of the control-flow graph; [Answers#NONE] where errors left none
  /// @param calls the functions that the graph calls, sorted
  /// @param channels the channels that it names, in the order of the source; also where there are errors
  record Body(
      SymbolId symbol,
      Fingerprint syntax,
      List<Use> uses,
      Type result,
      Fingerprint fingerprint,
      Fingerprint graph,
      List<SymbolId> calls,
      List<ChannelUse> channels,
      List<Diagnostic> diagnostics)
      implements StageRecord {
    boolean hasGraph() {
      return !graph.equals(Answers.NONE);
    }
  }

  /// The contracts of functions that call each other in a circle, or of one that is in none.
  record Group(List<Member> members, List<Use> uses) implements StageRecord {
    @Override
    public SymbolId symbol() {
      return members.getFirst().symbol();
    }

    Member member(SymbolId symbol) {
      for (Member member : members) {
        if (member.symbol().equals(symbol)) {
          return member;
        }
      }
      throw new IllegalArgumentException(symbol + " is not in this group");
    }
  }

  /// @param graph the control-flow graph that was judged
  /// @param fingerprint of `contract`; equal ones stop the wave
  record Member(
      SymbolId symbol,
      Fingerprint graph,
      Contract contract,
      Fingerprint fingerprint,
      List<Diagnostic> diagnostics) {}
}
