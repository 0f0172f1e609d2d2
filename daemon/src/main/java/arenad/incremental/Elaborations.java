package arenad.incremental;

import arenad.checker.CallGroups;
import arenad.checker.Checked;
import arenad.checker.Checking;
import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.elaborate.Declared;
import arenad.elaborate.Declaring;
import arenad.elaborate.Elaborated;
import arenad.elaborate.Elaborating;
import arenad.elaborate.Structs;
import arenad.elaborate.UnionDeclarations;
import arenad.hint.Hints;
import arenad.incremental.StageRecord.Group;
import arenad.incremental.StageRecord.Member;
import arenad.ir.IrFunction;
import arenad.jvm.layout.Shapes;
import arenad.lifetime.Contract;
import arenad.lower.Lowered;
import arenad.lower.Lowering;
import arenad.outline.Fingerprint;
import arenad.outline.SymbolOutline;
import arenad.parse.Parsed;
import arenad.resolve.Imports;
import arenad.symbol.SymbolId;
import arenad.syntax.Item;
import arenad.text.Span;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.ChannelUse;
import arenad.typed.TypedFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Runs the stages of the language on one symbol, or one group, and makes records of what comes out.
final class Elaborations {
  private Elaborations() {}

  /// The stage of what is written outside the body.
  static StageRecord.Declared declaration(SymbolOutline outline, Parsed parsed, Asking asking) {
    SymbolId symbol = outline.id();
    Declaration declaration = null;
    List<Diagnostic> diagnostics;
    if (symbol.kind() == SymbolId.Kind.MODULE) {
      diagnostics = Imports.check(parsed.module(), parsed.head(), asking);
    } else {
      Declared declared = Declaring.of(parsed.item(symbol), symbol, asking);
      declaration = declared.declaration();
      diagnostics = declared.diagnostics();
    }
    return new StageRecord.Declared(
        symbol,
        FileState.declaration(outline),
        asking.uses(),
        declaration,
        Records.of(declaration),
        diagnostics);
  }

  /// A body, and what it was made into.
  ///
  /// @param code null where there is none, or errors left none
  record Body(StageRecord.Body record, @Nullable BodyCode code) {}

  /// What a body came to before it is put on record.
  private record Outcome(
      Type result,
      List<ChannelUse> channels,
      List<Diagnostic> diagnostics,
      @Nullable BodyCode code) {
    static Outcome nothing(Type result) {
      return new Outcome(result, List.of(), List.of(), null);
    }

    /// What is wrong with a type.
    static Outcome type(List<Diagnostic> diagnostics) {
      return new Outcome(Type.Unit.VOID, List.of(), diagnostics, null);
    }

    static Outcome of(Elaborated body, List<Diagnostic> diagnostics, @Nullable BodyCode code) {
      return new Outcome(body.result(), body.channels(), diagnostics, code);
    }
  }

  /// The stage of the body; of a struct, what can be said only when the structs inside are known.
  static Body body(SymbolOutline outline, Parsed parsed, Asking asking) {
    Outcome outcome = outcome(outline, parsed, asking);
    BodyCode code = outcome.code();
    List<SymbolId> calls =
        code == null ? List.of() : List.copyOf(CallGroups.calleesOf(code.graph()));
    StageRecord.Body record =
        new StageRecord.Body(
            outline.id(),
            FileState.whole(outline),
            asking.uses(),
            outcome.result(),
            Records.of(outcome.result()),
            code == null ? Answers.NONE : Records.of(code),
            calls,
            outcome.channels(),
            outcome.diagnostics());
    return new Body(record, code);
  }

  private static Outcome outcome(SymbolOutline outline, Parsed parsed, Asking asking) {
    return switch (asking.declaration(outline.id())) {
      case Declaration.Struct struct -> Outcome.type(Structs.checkSize(struct, asking));
      case Declaration.Function function when outline.broken() -> Outcome.nothing(result(function));
      case Declaration.Function function -> function(outline, function, parsed, asking);
      case Declaration.Union union -> Outcome.type(UnionDeclarations.checkSize(union, asking));
      case Declaration.Constant _, Declaration.Requirement _, Declaration.Region _ ->
          Outcome.nothing(Type.Unit.VOID);
      case null -> Outcome.nothing(Type.Unit.UNKNOWN);
    };
  }

  private static Type result(Declaration.Function function) {
    return function.result() == null ? Type.Unit.UNKNOWN : function.result();
  }

  private static Outcome function(
      SymbolOutline outline, Declaration.Function declaration, Parsed parsed, Asking asking) {
    Elaborated elaborated = elaborated(outline, declaration, parsed, asking);
    if (elaborated == null) {
      return Outcome.nothing(result(declaration));
    }
    TypedFunction function = elaborated.function();
    if (function == null) {
      return Outcome.of(elaborated, elaborated.diagnostics(), null);
    }
    return switch (Lowering.of(function, asking::declaration, asking::template)) {
      case Lowered.Graph(IrFunction graph) ->
          Outcome.of(
              elaborated,
              withHints(elaborated, function, asking),
              new BodyCode(graph, isTemplate(declaration) ? function : null));
      case Lowered.Hole _ -> Outcome.of(elaborated, elaborated.diagnostics(), null);
      case Lowered.Endless(SymbolId callee, Span place) -> {
        List<Diagnostic> diagnostics = new ArrayList<>(elaborated.diagnostics());
        diagnostics.add(endless(callee, outline.id(), place));
        yield Outcome.of(elaborated, diagnostics, null);
      }
      case Lowered.TooLarge(Span place) -> {
        List<Diagnostic> diagnostics = new ArrayList<>(elaborated.diagnostics());
        diagnostics.add(tooLarge(outline.id(), place));
        yield Outcome.of(elaborated, diagnostics, null);
      }
    };
  }

  private static List<Diagnostic> withHints(
      Elaborated elaborated, TypedFunction function, Asking asking) {
    Shapes shapes = new Shapes(asking::declaration);
    List<Diagnostic> all = new ArrayList<>(elaborated.diagnostics());
    all.addAll(Hints.of(function, asking::declaration, type -> shapes.of(type).size()));
    return all;
  }

  /// The typed tree of a body, with holes where something is wrong; null for what has no body.
  static @Nullable Elaborated elaborated(
      SymbolOutline outline, Declaration.Function declaration, Parsed parsed, Asking asking) {
    return switch (parsed.item(outline.id())) {
      case Item.Function function -> Elaborating.of(function, declaration, asking);
      case Item.Test test -> Elaborating.of(test, declaration, asking);
      case Item.Extern _,
          Item.HotModule _,
          Item.ImportModule _,
          Item.ImportNames _,
          Item.Struct _,
          Item.Union _,
          Item.Requirement _,
          Item.Constant _,
          Item.Region _ ->
          null;
    };
  }

  /// Whether code is made of its instances, and not of itself.
  static boolean isTemplate(Declaration.Function function) {
    return !function.typeParameters().isEmpty()
        || function.parameters().stream()
            .anyMatch(parameter -> parameter.type() instanceof Type.Function);
  }

  private static Diagnostic endless(SymbolId callee, SymbolId symbol, Span place) {
    return Diagnostic.of(
            Code.E0408,
            Place.in(symbol, place),
            "`"
                + callee.simpleName()
                + "` passes closures of its own to itself, each around the one before, without end")
        .help("pass on the function that it was given itself");
  }

  private static Diagnostic tooLarge(SymbolId symbol, Span place) {
    return Diagnostic.of(
        Code.E0500,
        Place.in(symbol, place),
        "`"
            + symbol.simpleName()
            + "` is too large: `defer`s inside one another are written out at each exit");
  }

  /// The stage of contracts.
  ///
  /// @param members in the order of their names, with `graphs` in the same order
  static Group contracts(List<Entry> members, List<IrFunction> graphs, Asking asking) {
    Checked checked = Checking.of(graphs, asking);
    List<Member> records = new ArrayList<>();
    for (Entry entry : members) {
      SymbolId symbol = entry.symbol();
      Contract contract = Objects.requireNonNull(checked.contracts().get(symbol));
      Fingerprint graph = Objects.requireNonNull(entry.body()).record().graph();
      List<Diagnostic> diagnostics =
          checked.diagnostics().stream()
              .filter(each -> owner(each, members).equals(symbol))
              .toList();
      records.add(new Member(symbol, graph, contract, Records.of(contract), diagnostics));
    }
    return new Group(List.copyOf(records), asking.uses());
  }

  /// The member that a diagnostic is about.
  private static SymbolId owner(Diagnostic diagnostic, List<Entry> members) {
    SymbolId first = members.getFirst().symbol();
    if (!(diagnostic.primary() instanceof Place.InSymbol(SymbolId symbol, Span _))) {
      return first;
    }
    boolean isMember = members.stream().anyMatch(entry -> entry.symbol().equals(symbol));
    return isMember ? symbol : first;
  }
}
