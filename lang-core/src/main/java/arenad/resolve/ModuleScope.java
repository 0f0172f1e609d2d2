package arenad.resolve;

import arenad.symbol.SymbolId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names that are visible at the top level of a module: its own, and what it imports.
public record ModuleScope(Names names, String module) {

  /// What `name` stands for in this module. What the module declares hides what it imports.
  public Meaning meaning(String name) {
    SymbolId own = names.find(module, name);
    if (own != null) {
      return new Meaning.Symbol(own);
    }
    Names.Import imported = names.imported(module, name);
    if (imported != null) {
      return imported(imported);
    }
    return name.equals("std") ? new Meaning.StandardRoot() : new Meaning.Absent();
  }

  /// What `name` stands for after a module and a dot.
  public Meaning member(Meaning.Module of, String name) {
    SymbolId symbol = names.find(of.name(), name);
    if (symbol == null) {
      return new Meaning.Absent();
    }
    boolean visible = of.name().equals(module) || names.isExported(symbol);
    return visible ? new Meaning.Symbol(symbol) : new Meaning.Hidden(symbol);
  }

  /// What `name` stands for after a standard module and a dot. What such a module keeps to itself is
  /// not there for others.
  public Meaning member(Meaning.Standard of, String name) {
    StandardModule module = of.module();
    if (module.intrinsics().contains(name)) {
      return new Meaning.StandardMember(module, name);
    }
    SymbolId symbol = names.find(module.fullName(), name);
    if (symbol != null && names.isExported(symbol)) {
      return new Meaning.Symbol(symbol);
    }
    return new Meaning.Absent();
  }

  /// What there is in a standard module, sorted; asked only for "did you mean".
  public List<String> members(StandardModule module) {
    List<String> members = new ArrayList<>(module.intrinsics());
    for (String name : names.names(module.fullName())) {
      SymbolId symbol = names.find(module.fullName(), name);
      if (symbol != null && names.isExported(symbol)) {
        members.add(name);
      }
    }
    members.sort(null);
    return members;
  }

  /// The module that a path means: one of the program, else one of the language; or null. `std.`
  /// before a path is for the language's alone.
  public @Nullable Meaning moduleAt(String path) {
    StandardModule standard = StandardModule.at(path);
    if (standard != null && (path.equals(standard.fullName()) || !names.hasModule(path))) {
      return new Meaning.Standard(standard);
    }
    if (names.hasModule(path)) {
      return new Meaning.Module(path);
    }
    return !path.startsWith("std.") && names.hasModule("std." + path)
        ? new Meaning.Module("std." + path)
        : null;
  }

  private Meaning imported(Names.Import imported) {
    Meaning from = moduleAt(imported.module());
    String name = imported.name();
    if (from == null) {
      return new Meaning.Broken();
    }
    if (name == null) {
      return from;
    }
    Meaning member =
        switch (from) {
          case Meaning.Module of -> member(of, name);
          case Meaning.Standard of -> member(of, name);
          case Meaning.Symbol _,
              Meaning.StandardMember _,
              Meaning.StandardRoot _,
              Meaning.Hidden _,
              Meaning.Broken _,
              Meaning.Absent _ ->
              new Meaning.Broken();
        };
    boolean leadsNowhere = member instanceof Meaning.Absent || member instanceof Meaning.Hidden;
    return leadsNowhere ? new Meaning.Broken() : member;
  }
}
