package arenad.elaborate;

import arenad.diagnostic.Diagnostic;
import arenad.lifetime.Contract;
import arenad.outline.Outline;
import arenad.outline.SymbolOutline;
import arenad.parse.Parsed;
import arenad.resolve.Imports;
import arenad.symbol.SymbolId;
import arenad.syntax.Ident;
import arenad.syntax.ImportedName;
import arenad.syntax.Item;
import arenad.text.SourceText;
import arenad.type.Declaration;
import arenad.type.Type;
import arenad.typed.TypedFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A program of a few modules in memory, elaborated on demand: the environment of tests.
public final class Workbench implements Environment {

  private final Map<String, Parsed> modules = new LinkedHashMap<>();
  private final Map<String, Outline> outlines = new HashMap<>();
  private final Map<SymbolId, Declared> declared = new HashMap<>();
  private final Map<SymbolId, Elaborated> elaborated = new HashMap<>();

  /// What is being found, outermost first, and what was met again on the way.
  private final List<Object> open = new ArrayList<>();

  private final Set<Object> cyclic = new HashSet<>();

  private record DeclarationOf(SymbolId symbol) {}

  private record ResultOf(SymbolId symbol) {}

  /// A program of one module, `main`.
  public static Workbench of(String source) {
    return new Workbench().with("main", source);
  }

  /// Adds a module.
  public Workbench with(String module, String source) {
    Parsed parsed = Parsed.of(module, SourceText.of(source));
    modules.put(module, parsed);
    outlines.put(module, Outline.of(parsed));
    return this;
  }

  public Parsed parsed(String module) {
    Parsed parsed = modules.get(module);
    if (parsed == null) {
      throw new IllegalArgumentException("no module " + module);
    }
    return parsed;
  }

  /// All symbols, module by module, in the order of the text.
  public List<SymbolId> symbols() {
    return modules.values().stream().flatMap(parsed -> parsed.symbols().stream()).toList();
  }

  /// The typed body of a function of module `main`, such as `sum` or `Vec3.length`; it must be
  /// whole.
  public TypedFunction function(String name) {
    SymbolId symbol = find("main", name);
    if (symbol == null) {
      throw new IllegalArgumentException("no function " + name);
    }
    TypedFunction function = elaborated(symbol).function();
    if (function == null) {
      throw new IllegalStateException(name + " has mistakes: " + diagnostics());
    }
    return function;
  }

  /// The typed bodies of all functions, methods and tests that are whole, in the order of the text.
  public List<TypedFunction> functions() {
    List<TypedFunction> functions = new ArrayList<>();
    for (SymbolId symbol : symbols()) {
      TypedFunction function = hasBody(symbol) ? elaborated(symbol).function() : null;
      if (function != null) {
        functions.add(function);
      }
    }
    return functions;
  }

  /// Everything that is wrong: syntax, imports, declarations, bodies.
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>();
    for (Parsed parsed : modules.values()) {
      all.addAll(parsed.diagnostics());
      all.addAll(Imports.check(parsed.module(), parsed.head(), this));
      for (SymbolId symbol : parsed.symbols()) {
        if (parsed.isBroken(symbol)) {
          continue;
        }
        Declared one = declared(symbol);
        all.addAll(one.diagnostics());
        if (one.declaration() instanceof Declaration.Struct struct) {
          all.addAll(Structs.checkSize(struct, this));
        }
        if (one.declaration() instanceof Declaration.Union union) {
          all.addAll(UnionDeclarations.checkSize(union, this));
        }
        if (hasBody(symbol)) {
          all.addAll(elaborated(symbol).diagnostics());
        }
      }
    }
    return all;
  }

  public Declared declared(SymbolId symbol) {
    Declared known = declared.get(symbol);
    if (known == null) {
      open.add(new DeclarationOf(symbol));
      known = Declaring.of(parsed(symbol.module()).item(symbol), symbol, this);
      open.removeLast();
      declared.put(symbol, known);
    }
    return known;
  }

  public Elaborated elaborated(SymbolId symbol) {
    Elaborated known = elaborated.get(symbol);
    if (known == null) {
      Declaration.Function declaration = (Declaration.Function) declared(symbol).declaration();
      open.add(new ResultOf(symbol));
      known =
          parsed(symbol.module()).item(symbol) instanceof Item.Function function
              ? Elaborating.of(function, declaration, this)
              : Elaborating.of((Item.Test) parsed(symbol.module()).item(symbol), declaration, this);
      open.removeLast();
      elaborated.put(symbol, known);
    }
    return known;
  }

  /// Whether the symbol is a function, a method or a test.
  public boolean hasBody(SymbolId symbol) {
    Item item = parsed(symbol.module()).item(symbol);
    return item instanceof Item.Function || item instanceof Item.Test;
  }

  @Override
  public boolean hasModule(String module) {
    return modules.containsKey(module);
  }

  @Override
  public @Nullable SymbolId find(String module, String name) {
    Outline outline = outlines.get(module);
    return outline == null ? null : outline.find(name);
  }

  @Override
  public boolean isExported(SymbolId symbol) {
    Outline outline = outlines.get(symbol.module());
    SymbolOutline found = outline == null ? null : outline.symbol(symbol);
    return found != null && found.exported();
  }

  @Override
  public @Nullable Import imported(String module, String name) {
    Outline outline = outlines.get(module);
    for (Item item : outline == null ? List.<Item>of() : outline.imports()) {
      if (item instanceof Item.ImportModule imported && imported.localName().text().equals(name)) {
        return new Import(imported.path().text(), null);
      }
      if (item instanceof Item.ImportNames(List<ImportedName> names, var path, var _)) {
        for (ImportedName one : names) {
          Ident local = one.localName();
          if (local.text().equals(name)) {
            return new Import(path.text(), one.name().text());
          }
        }
      }
    }
    return null;
  }

  @Override
  public List<String> names(String module) {
    Outline outline = outlines.get(module);
    return outline == null
        ? List.of()
        : outline.symbols().stream()
            .filter(symbol -> symbol.owner() == null)
            .filter(symbol -> symbol.id().kind() != SymbolId.Kind.TEST)
            .map(symbol -> symbol.id().name())
            .distinct()
            .sorted()
            .toList();
  }

  @Override
  public @Nullable Declaration declaration(SymbolId symbol) {
    // A union without a name has no module.
    if (!modules.containsKey(symbol.module())
        || !parsed(symbol.module()).declares(symbol)
        || isOpen(new DeclarationOf(symbol))) {
      return null;
    }
    Declared answer = declared(symbol);
    return isOfACycle(new DeclarationOf(symbol)) ? null : answer.declaration();
  }

  @Override
  public @Nullable Type inferredResult(SymbolId function) {
    if (isOpen(new ResultOf(function))) {
      return null;
    }
    Elaborated answer = elaborated(function);
    return isOfACycle(new ResultOf(function)) ? null : answer.result();
  }

  /// Whether the question is being answered. Then all who wait for the answer wait for themselves.
  private boolean isOpen(Object question) {
    int at = open.indexOf(question);
    if (at < 0) {
      return false;
    }
    cyclic.addAll(open.subList(at, open.size()));
    return true;
  }

  /// Whether the question and who asks it belong to a cycle.
  private boolean isOfACycle(Object question) {
    return cyclic.contains(question) && open.stream().anyMatch(cyclic::contains);
  }

  @Override
  public Contract contract(SymbolId function) {
    return Contract.EMPTY;
  }
}
