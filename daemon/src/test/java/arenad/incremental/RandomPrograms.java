package arenad.incremental;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Makes up small projects and edits of them. Most of what it writes is right; some is not, which is
/// as it should be: mistakes come and go in real edits, too.
final class RandomPrograms {
  private static final List<String> TYPES = List.of("i32", "i64", "String", "&Node", "bool");
  private static final List<String> NAMES =
      List.of("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta");
  private static final int MODULES = 3;

  /// A module that is not there to begin with.
  private static final String NOWHERE = "nowhere";

  /// What a project consists of at one moment: items by module.
  record State(Map<String, List<Item>> modules, Map<String, List<String>> imports) {
    State copy() {
      Map<String, List<Item>> copied = new TreeMap<>();
      modules.forEach((name, items) -> copied.put(name, new ArrayList<>(items)));
      Map<String, List<String>> heads = new TreeMap<>();
      imports.forEach((name, lines) -> heads.put(name, new ArrayList<>(lines)));
      return new State(copied, heads);
    }

    /// The files, by path. A module without anything has none.
    Map<String, String> files() {
      Map<String, String> files = new TreeMap<>();
      modules.forEach(
          (name, items) -> {
            StringBuilder text = new StringBuilder();
            if (items.isEmpty() && imports.getOrDefault(name, List.of()).isEmpty()) {
              return;
            }
            imports.getOrDefault(name, List.of()).forEach(line -> text.append(line).append('\n'));
            items.forEach(item -> text.append(item.text()).append('\n'));
            files.put("src/" + name + ".arena", text.toString());
          });
      return files;
    }
  }

  /// A declaration; of functions with what others need to call them.
  record Item(String module, String name, List<String> parameters, String result, String text) {
    boolean isFunction() {
      return !result.isEmpty() && !result.equals("const");
    }

    Item withText(String other) {
      return new Item(module, name, parameters, result, other);
    }
  }

  private final Random random;
  private State state;
  private int fresh;

  RandomPrograms(long seed) {
    random = new Random(seed);
    Map<String, List<Item>> modules = new TreeMap<>();
    Map<String, List<String>> imports = new TreeMap<>();
    for (int i = 0; i < MODULES; i++) {
      modules.put("m" + i, new ArrayList<>());
      imports.put("m" + i, new ArrayList<>());
    }
    modules.put(NOWHERE, new ArrayList<>());
    imports.put(NOWHERE, new ArrayList<>());
    state = new State(modules, imports);
    for (int i = 0; i < MODULES; i++) {
      addNode("m" + i);
    }
    for (int i = 0; i < 12; i++) {
      add(module());
    }
    for (int i = 0; i < 4; i++) {
      addImport();
    }
  }

  State state() {
    return state.copy();
  }

  void goBackTo(State earlier) {
    state = earlier.copy();
  }

  /// Changes something and says what.
  String edit() {
    return switch (random.nextInt(17)) {
      case 0, 1, 2, 3 -> rewrite(false);
      case 4, 5 -> rewrite(true);
      case 6 -> add(module());
      case 7 -> remove();
      case 8 -> rename();
      case 9 -> toggleExport();
      case 10 -> reorder();
      case 11 -> space();
      case 12 -> addImport();
      case 13 -> removeImport();
      case 14 -> breakSyntax();
      case 15 -> clear();
      default -> move();
    };
  }

  private String module() {
    return random.nextInt(12) == 0 ? NOWHERE : "m" + random.nextInt(MODULES);
  }

  private String clear() {
    String module = module();
    state.modules().get(module).clear();
    state.imports().get(module).clear();
    return "delete " + module;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private Item anyItem() {
    if (all().isEmpty()) {
      add("m0");
    }
    return any(all());
  }

  private List<Item> all() {
    return state.modules().values().stream().flatMap(List::stream).toList();
  }

  private void addNode(String module) {
    String text = "export struct Node { value: i32; name: String; next: &Node?; }";
    state.modules().get(module).add(new Item(module, "Node", List.of(), "", text));
  }

  private String add(String module) {
    String name = any(NAMES) + (random.nextInt(4) == 0 ? fresh++ : "");
    Item item = random.nextInt(5) == 0 ? constant(module, name) : function(module, name);
    state.modules().get(module).add(random.nextInt(state.modules().get(module).size() + 1), item);
    return "add " + module + "." + name;
  }

  private String replace(Item item, Item by) {
    List<Item> items = state.modules().get(item.module());
    items.set(items.indexOf(item), by);
    return item.module() + "." + item.name();
  }

  private String rewrite(boolean signature) {
    List<Item> functions = all().stream().filter(Item::isFunction).toList();
    if (functions.isEmpty()) {
      return add(module());
    }
    Item item = any(functions);
    Item by =
        signature
            ? function(item.module(), item.name())
            : function(
                item.module(),
                item.name(),
                item.parameters(),
                item.result(),
                item.text().startsWith("export"),
                !item.text().contains("): "));
    return "rewrite " + replace(item, by);
  }

  private String remove() {
    Item item = anyItem();
    state.modules().get(item.module()).remove(item);
    return "remove " + item.module() + "." + item.name();
  }

  private String rename() {
    Item item = anyItem();
    String name = any(NAMES);
    Item by =
        new Item(
            item.module(),
            name,
            item.parameters(),
            item.result(),
            item.text().replaceFirst("\\b" + item.name() + "\\b", name));
    return "rename " + replace(item, by) + " to " + name;
  }

  private String toggleExport() {
    Item item = anyItem();
    String text = item.text();
    return "export "
        + replace(
            item, item.withText(text.startsWith("export ") ? text.substring(7) : "export " + text));
  }

  private String reorder() {
    List<Item> items = state.modules().get(module());
    java.util.Collections.shuffle(items, random);
    return "reorder";
  }

  private String space() {
    Item item = anyItem();
    String text = item.text().replaceFirst(" ", "  // a remark\n   ");
    return "space in " + replace(item, item.withText("\n" + text));
  }

  private String addImport() {
    String module = module();
    String other = random.nextInt(8) == 0 ? NOWHERE : module();
    String line =
        random.nextBoolean()
            ? "import " + other + (random.nextInt(3) == 0 ? " as alias" : "") + ";"
            : "import { " + any(NAMES) + " } from " + other + ";";
    state.imports().get(module).add(line);
    return module + ": " + line;
  }

  private String removeImport() {
    List<String> lines = state.imports().get(module());
    if (!lines.isEmpty()) {
      lines.remove(random.nextInt(lines.size()));
    }
    return "remove an import";
  }

  private String breakSyntax() {
    Item item = anyItem();
    String text = item.text();
    int at = random.nextInt(text.length());
    return "break " + replace(item, item.withText(text.substring(0, at) + text.substring(at + 1)));
  }

  private String move() {
    Item item = anyItem();
    String target = module();
    state.modules().get(item.module()).remove(item);
    state
        .modules()
        .get(target)
        .add(new Item(target, item.name(), item.parameters(), item.result(), item.text()));
    return "move " + item.module() + "." + item.name() + " to " + target;
  }

  private Item constant(String module, String name) {
    String text =
        (random.nextBoolean() ? "export " : "")
            + "const "
            + name
            + ": i32 = "
            + (random.nextBoolean() ? random.nextInt(9) + "" : any(NAMES) + " + 1")
            + ";";
    return new Item(module, name, List.of(), "const", text);
  }

  private Item function(String module, String name) {
    List<String> parameters = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      parameters.add(random.nextInt(2) == 0 ? any(List.of("&Node", "String")) : any(TYPES));
    }
    boolean exported = random.nextInt(3) > 0;
    boolean inferred = !exported && random.nextBoolean();
    String result = random.nextInt(3) == 0 ? "void" : any(TYPES);
    return function(module, name, parameters, result, exported, inferred);
  }

  private Item function(
      String module,
      String name,
      List<String> parameters,
      String result,
      boolean exported,
      boolean inferred) {
    StringBuilder text = new StringBuilder(exported ? "export " : "").append(name).append('(');
    for (int i = 0; i < parameters.size(); i++) {
      text.append(i == 0 ? "" : ", ").append("p").append(i).append(": ").append(parameters.get(i));
    }
    text.append(inferred ? ")" : "): " + result).append(" => {\n");
    for (int i = random.nextInt(3); i > 0; i--) {
      text.append("  ").append(statement(module, parameters)).append('\n');
    }
    if (!result.equals("void")) {
      text.append("  return ").append(expression(module, result, parameters, 3)).append(";\n");
    }
    text.append("}");
    return new Item(module, name, parameters, result, text.toString());
  }

  private String statement(String module, List<String> parameters) {
    int node = parameters.indexOf("&Node");
    return switch (random.nextInt(7)) {
      case 4, 5, 6 -> call(module, "void", parameters, 1) + ";";
      case 0 -> "print(" + expression(module, "i32", parameters, 2) + ");";
      case 1 ->
          node < 0
              ? "let v = " + expression(module, any(TYPES), parameters, 2) + ";"
              : "p" + node + ".name = " + expression(module, "String", parameters, 2) + ";";
      case 2 ->
          "if ("
              + expression(module, "bool", parameters, 2)
              + ") { return "
              + expression(module, any(TYPES), parameters, 1)
              + "; }";
      default ->
          node < 0
              ? "print(\"x\");"
              : "p" + node + ".next = " + expression(module, "&Node", parameters, 2) + ";";
    };
  }

  private String expression(String module, String type, List<String> parameters, int depth) {
    int parameter = parameters.indexOf(type);
    if (parameter >= 0 && random.nextInt(3) == 0) {
      return "p" + parameter;
    }
    if (depth > 0 && random.nextInt(2) == 0) {
      return call(module, type, parameters, depth - 1);
    }
    int node = parameters.indexOf("&Node");
    return switch (type) {
      case "i32" ->
          switch (random.nextInt(4)) {
            case 0 -> any(NAMES);
            case 1 -> node < 0 ? "3" : "p" + node + ".value";
            case 2 -> expression(module, "i32", parameters, 0) + " + 1";
            default -> random.nextInt(99) + "";
          };
      case "i64" -> random.nextInt(99) + "";
      case "bool" -> expression(module, "i32", parameters, depth - 1) + " > 4";
      case "String" ->
          switch (random.nextInt(3)) {
            case 0 -> "f\"{" + expression(module, "i32", parameters, 0) + "}\"";
            case 1 -> node < 0 ? "\"a\"" : "p" + node + ".name";
            default -> "\"text\"";
          };
      default -> node < 0 ? "Arena.newRoot().new(Node { value: 1, name: \"n\" })" : "p" + node;
    };
  }

  private String call(String module, String type, List<String> parameters, int depth) {
    List<Item> callees =
        all().stream().filter(item -> item.isFunction() && item.result().equals(type)).toList();
    if (callees.isEmpty()) {
      return type.equals("void") ? "print(1)" : expression(module, type, parameters, 0);
    }
    Item callee = any(callees);
    List<String> arguments = new ArrayList<>();
    for (String parameter : callee.parameters()) {
      arguments.add(expression(module, parameter, parameters, depth - 1));
    }
    String prefix =
        callee.module().equals(module) || random.nextInt(4) == 0 ? "" : callee.module() + ".";
    return prefix + callee.name() + "(" + String.join(", ", arguments) + ")";
  }
}
