package arenad.incremental;

import arenad.elaborate.Environment;
import arenad.instance.Instance;
import arenad.instance.Instantiating;
import arenad.lifetime.Contract;
import arenad.lifetime.ExternContract;
import arenad.outline.Fingerprint;
import arenad.outline.SymbolOutline;
import arenad.symbol.SymbolId;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.TypedFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The window through which one symbol's elaboration sees a world. It writes down every question.
final class Asking implements Environment {
  private static final Fingerprint NO_CONTRACT = Records.of(Contract.EMPTY);

  private final World world;
  private final Map<Fact, Fingerprint> asked = new LinkedHashMap<>();

  Asking(World world) {
    this.world = world;
  }

  /// What was asked so far, in the order of the first question.
  List<Use> uses() {
    List<Use> uses = new ArrayList<>(asked.size());
    asked.forEach((fact, answer) -> uses.add(new Use(fact, answer)));
    return List.copyOf(uses);
  }

  /// The fingerprint that a question has in a world.
  static Fingerprint answer(World world, Fact fact) {
    return switch (fact) {
      case Fact.ModuleExists(String module) -> Answers.of(world.module(module) != null);
      case Fact.NameOf(String module, String name) ->
          Answers.ofSymbol(symbolOf(world, module, name));
      case Fact.NamesOf(String module) -> Answers.ofNames(namesOf(world, module));
      case Fact.ImportOf(String module, String name) ->
          Answers.ofImport(importOf(world, module, name));
      case Fact.Exported(SymbolId symbol) -> Answers.of(exported(world, symbol));
      case Fact.Declared(SymbolId symbol) -> fingerprint(world.declared(symbol));
      case Fact.Result(SymbolId symbol) -> fingerprint(world.body(symbol));
      case Fact.TemplateOf(SymbolId symbol) -> template(world.body(symbol));
      case Fact.ContractOf(SymbolId symbol) -> fingerprint(world.member(symbol));
    };
  }

  @Override
  public boolean hasModule(String module) {
    boolean answer = world.module(module) != null;
    asked.putIfAbsent(new Fact.ModuleExists(module), Answers.of(answer));
    return answer;
  }

  @Override
  public @Nullable SymbolId find(String module, String name) {
    SymbolId answer = symbolOf(world, module, name);
    asked.computeIfAbsent(new Fact.NameOf(module, name), _ -> Answers.ofSymbol(answer));
    return answer;
  }

  @Override
  public boolean isExported(SymbolId symbol) {
    boolean answer = exported(world, symbol);
    asked.putIfAbsent(new Fact.Exported(symbol), Answers.of(answer));
    return answer;
  }

  @Override
  public @Nullable Import imported(String module, String name) {
    Import answer = importOf(world, module, name);
    asked.computeIfAbsent(new Fact.ImportOf(module, name), _ -> Answers.ofImport(answer));
    return answer;
  }

  @Override
  public List<String> names(String module) {
    List<String> answer = namesOf(world, module);
    asked.computeIfAbsent(new Fact.NamesOf(module), _ -> Answers.ofNames(answer));
    return answer;
  }

  @Override
  public @Nullable Declaration declaration(SymbolId symbol) {
    StageRecord.Declared answer = world.declared(symbol);
    asked.putIfAbsent(new Fact.Declared(symbol), fingerprint(answer));
    return answer == null ? null : answer.declaration();
  }

  @Override
  public @Nullable Type inferredResult(SymbolId function) {
    StageRecord.Body answer = world.body(function);
    asked.putIfAbsent(new Fact.Result(function), fingerprint(answer));
    return answer == null ? null : answer.result();
  }

  @Override
  public Contract contract(SymbolId function) {
    StageRecord.Member answer = world.member(function);
    asked.putIfAbsent(new Fact.ContractOf(function), fingerprint(answer));
    if (answer != null) {
      return answer.contract();
    }
    return declaration(function) instanceof Declaration.Function declared
            && declared.binding() != null
        ? ExternContract.of(declared)
        : Contract.EMPTY;
  }

  /// The typed tree of an instance of a function that is generic or takes functions; null when it has errors.
  @Nullable TypedFunction template(SymbolId function, List<Type> typeArguments) {
    StageRecord.Body record = world.body(function);
    asked.putIfAbsent(new Fact.TemplateOf(function), template(record));
    TypedFunction template = world.template(function);
    if (template == null || typeArguments.isEmpty()) {
      return template;
    }
    return declaration(function) instanceof Declaration.Function declared
        ? Instantiating.of(template, declared, new Instance(function, typeArguments), this)
        : null;
  }

  private static Fingerprint template(StageRecord.@Nullable Body record) {
    return record == null ? Answers.NONE : record.graph();
  }

  private static @Nullable SymbolId symbolOf(World world, String module, String name) {
    FileState file = world.module(module);
    return file == null ? null : file.names().get(name);
  }

  private static List<String> namesOf(World world, String module) {
    FileState file = world.module(module);
    return file == null ? List.of() : file.topLevelNames();
  }

  private static @Nullable Import importOf(World world, String module, String name) {
    FileState file = world.module(module);
    return file == null ? null : file.imports().get(name);
  }

  private static boolean exported(World world, SymbolId symbol) {
    FileState file = world.module(symbol.module());
    SymbolOutline outline = file == null ? null : file.symbol(symbol);
    return outline != null && outline.exported();
  }

  private static Fingerprint fingerprint(StageRecord.@Nullable Declared record) {
    return record == null ? Answers.NONE : record.fingerprint();
  }

  private static Fingerprint fingerprint(StageRecord.@Nullable Body record) {
    return record == null ? Answers.NONE : record.fingerprint();
  }

  /// A function without a graph asks nothing and promises nothing: who calls it is not to suffer for
  /// its errors, nor to be judged again when they come and go.
  static Fingerprint fingerprint(StageRecord.@Nullable Member record) {
    return record == null ? NO_CONTRACT : record.fingerprint();
  }
}
