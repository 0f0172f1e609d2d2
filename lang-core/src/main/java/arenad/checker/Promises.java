package arenad.checker;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.ir.IrFunction;
import arenad.lifetime.Contract;
import arenad.lifetime.Position;
import arenad.text.Span;
import arenad.typed.Witness;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether methods that stand for required ones keep what those promise: what they return lives at least
/// as long as what they are called on and what is in it; they store nothing, free nothing and ask
/// nothing. Templates are judged as if every such method did.
final class Promises {
  private static final String SELF = "self";

  /// Lives for ever.
  private static final String STATIC = "Static";

  private Promises() {}

  static List<Diagnostic> broken(IrFunction function, Callees callees) {
    List<Diagnostic> broken = new ArrayList<>();
    for (Witness witness : function.witnesses()) {
      String how = broken(callees.contract(witness.method()));
      if (how != null) {
        broken.add(report(function, witness, how));
      }
    }
    return broken;
  }

  private static Diagnostic report(IrFunction function, Witness witness, String how) {
    String method = "`" + witness.method().name() + "`";
    String requirement = "`" + witness.requirement().simpleName() + "`";
    return Diagnostic.of(
            Code.E0404,
            Place.in(function.symbol(), witness.call()),
            method
                + " cannot stand for the `"
                + witness.member()
                + "` of "
                + requirement
                + ": it "
                + how)
        .because(Place.in(witness.method(), Span.at(0)), method + " is declared here")
        .because(Place.in(witness.requirement(), Span.at(0)), requirement + " is declared here")
        .note(
            "a required method promises that what it returns lives at least as long as `self` and"
                + " what is in it, and that it stores nothing and frees nothing");
  }

  /// How a contract breaks the promise, or null if it keeps it.
  private static @Nullable String broken(Contract contract) {
    if (!contract.frees().isEmpty()) {
      return "may free `" + contract.frees().getFirst().spelling() + "`";
    }
    if (!contract.arenas().isEmpty()) {
      return "hands out an arena of its own";
    }
    for (Contract.Flow flow : contract.flows()) {
      String how = broken(flow);
      if (how != null) {
        return how;
      }
    }
    for (Contract.Made made : contract.objects()) {
      for (Position home : made.homes()) {
        if (!home.root().equals(SELF)) {
          return "returns what lives in `" + home.spelling() + "`";
        }
      }
    }
    for (Contract.Bound bound : contract.bounds()) {
      if (!holdsAnyway(bound)) {
        return "asks that `"
            + bound.value().spelling()
            + "` lives at least as long as `"
            + bound.holder().spelling()
            + "`";
      }
    }
    return contract.declared().isEmpty() ? null : "has a `requires` of lifetimes";
  }

  private static @Nullable String broken(Contract.Flow flow) {
    boolean made = flow.from().isMade();
    if (!flow.to().isReturn() && !flow.to().isMade()) {
      return "stores `" + flow.from().spelling() + "` in `" + flow.to().spelling() + "`";
    }
    boolean own = made || flow.from().root().equals(SELF) || flow.from().root().equals(STATIC);
    return own ? null : "returns `" + flow.from().spelling() + "`, which it is given";
  }

  /// What is in an object lives at least as long as the object.
  private static boolean holdsAnyway(Contract.Bound bound) {
    Position value = bound.value();
    Position holder = bound.holder();
    return value.root().equals(holder.root())
        && holder.root().equals(SELF)
        && value.path().size() >= holder.path().size()
        && value.path().subList(0, holder.path().size()).equals(holder.path());
  }
}
