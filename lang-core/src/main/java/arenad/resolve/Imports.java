package arenad.resolve;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.symbol.SymbolId;
import arenad.syntax.Ident;
import arenad.syntax.ImportedName;
import arenad.syntax.Item;
import arenad.syntax.ModulePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Checks the head of a module: its imports.
public final class Imports {
  private final ModuleScope scope;
  private final Complaints complaints;
  private final Map<String, Ident> introduced = new HashMap<>();

  private Imports(ModuleScope scope, Complaints complaints) {
    this.scope = scope;
    this.complaints = complaints;
  }

  /// What is wrong with the head; places are those of [SymbolId#ofModule].
  public static List<Diagnostic> check(String module, List<Item> head, Names names) {
    Complaints complaints = new Complaints(SymbolId.ofModule(module));
    Imports imports = new Imports(new ModuleScope(names, module), complaints);
    head.forEach(imports::item);
    return complaints.all();
  }

  private void item(Item item) {
    switch (item) {
      case Item.HotModule hot -> complaints.unsupported(hot.span(), "`hot module` is");
      case Item.ImportModule imported -> {
        module(imported.path());
        introduce(imported.localName());
      }
      case Item.ImportNames imported -> names(imported);
      case Item.Struct _,
          Item.Union _,
          Item.Requirement _,
          Item.Constant _,
          Item.Region _,
          Item.Function _,
          Item.Extern _,
          Item.Test _ -> {}
    }
  }

  /// Complains unless there is such a module.
  private boolean module(ModulePath path) {
    if (path.segments().stream().anyMatch(Ident::isMissing)) {
      return false;
    }
    Meaning meaning = scope.moduleAt(path.text());
    if (meaning == null) {
      complaints.add(
          complaints
              .about(Code.E0103, path.span(), "there is no module `" + path.text() + "`")
              .help(
                  "a module is named by its path below the source folder: `"
                      + path.text().replace('.', '/')
                      + ".arena`"));
      return false;
    }
    return true;
  }

  private void names(Item.ImportNames imported) {
    boolean exists = module(imported.path());
    for (ImportedName name : imported.names()) {
      introduce(name.localName());
      if (exists && !name.name().isMissing()) {
        name(imported.path().text(), name.name());
      }
    }
  }

  private void name(String path, Ident name) {
    switch (scope.moduleAt(path)) {
      case Meaning.Module module -> ofModule(module, name);
      case Meaning.Standard(StandardModule module) -> ofStandard(module, name);
      case Meaning.Symbol _,
          Meaning.StandardMember _,
          Meaning.StandardRoot _,
          Meaning.Hidden _,
          Meaning.Broken _,
          Meaning.Absent _ -> {}
      case null -> {}
    }
  }

  private void ofModule(Meaning.Module module, Ident name) {
    Meaning member = scope.member(module, name.text());
    if (member instanceof Meaning.Absent) {
      missing(module.name(), name, scope.names().names(module.name()));
    } else if (member instanceof Meaning.Hidden) {
      complaints.add(
          complaints
              .about(
                  Code.E0104,
                  name.span(),
                  "`" + name.text() + "` of module `" + module.name() + "` is not exported")
              .help("write `export` before its declaration"));
    }
  }

  private void ofStandard(StandardModule module, Ident name) {
    switch (scope.member(new Meaning.Standard(module), name.text())) {
      case Meaning.Absent() -> missing(module.fullName(), name, scope.members(module));
      case Meaning.StandardMember _,
          Meaning.Symbol _,
          Meaning.Module _,
          Meaning.Standard _,
          Meaning.StandardRoot _,
          Meaning.Hidden _,
          Meaning.Broken _ -> {}
    }
  }

  private void missing(String module, Ident name, List<String> candidates) {
    complaints.addWithSuggestion(
        Code.E0101,
        name.span(),
        "module `" + module + "` has no `" + name.text() + "`",
        name.text(),
        candidates);
  }

  /// Complains when the local name has another meaning in this module already.
  private void introduce(Ident name) {
    if (name.isMissing()) {
      return;
    }
    Ident before = introduced.putIfAbsent(name.text(), name);
    if (before != null) {
      complaints.add(
          complaints
              .about(Code.E0105, name.span(), "`" + name.text() + "` is imported twice")
              .because(complaints.at(before.span()), "first imported here"));
    } else if (scope.names().find(scope.module(), name.text()) != null) {
      complaints.add(
          complaints
              .about(
                  Code.E0105,
                  name.span(),
                  "`" + name.text() + "` is imported, and this module declares it too")
              .help("import it under another name with `as`"));
    }
  }
}
