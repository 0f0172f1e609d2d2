package arenad.parse;

import arenad.diagnostic.Code;
import arenad.diagnostic.Diagnostic;
import arenad.diagnostic.Place;
import arenad.symbol.SymbolId;
import arenad.syntax.Item;
import arenad.syntax.Node;
import arenad.syntax.SyntaxTree;
import arenad.syntax.Tokens;
import arenad.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A module, parsed: its text, its tree, its symbols, and what is wrong with its syntax. Immutable.
///
/// Abstract syntax is read off the tree when it is asked for, symbol by symbol.
public final class Parsed {
  private final String module;
  private final SourceText text;
  private final SyntaxTree tree;
  private final List<Diagnostic> diagnostics;
  private final Set<SymbolId> broken;
  private final Map<SymbolId, Declared> symbols = new LinkedHashMap<>();

  private Parsed(String module, SourceText text, SyntaxTree tree, List<Diagnostic> mistakes) {
    this.module = module;
    this.text = text;
    this.tree = tree;
    this.diagnostics = diagnostics(module, text, mistakes);
    for (Declared declared : Declarations.of(module, tree)) {
      symbols.put(declared.id(), declared);
    }
    this.broken = BrokenSymbols.of(tree, symbols.values(), mistakes);
  }

  /// Parses any text at all.
  public static Parsed of(String module, SourceText text) {
    SyntaxErrors errors = new SyntaxErrors(module);
    Tokens tokens = Lexer.tokens(text, errors);
    SyntaxTree tree = Parser.tree(tokens, errors);
    return new Parsed(module, text, tree, errors.inOrder());
  }

  /// The mistakes worth telling. Of a file that is not UTF-8 only that is said: the rest would be about
  /// bytes, not about a program. Of a line only the first is: others on it are mostly its consequences.
  private static List<Diagnostic> diagnostics(
      String module, SourceText text, List<Diagnostic> mistakes) {
    int malformed = text.firstMalformed();
    if (malformed >= 0) {
      Place place = new Place.InModule(module, malformed, malformed + 1);
      return List.of(Diagnostic.of(Code.E0004, place, "this file is not UTF-8: bad byte here"));
    }
    List<Diagnostic> first = new ArrayList<>();
    int lastLine = -1;
    for (Diagnostic mistake : mistakes) {
      int line = text.lineOf(SyntaxErrors.start(mistake));
      if (line != lastLine) {
        first.add(mistake);
      }
      lastLine = line;
    }
    return List.copyOf(first);
  }

  public String module() {
    return module;
  }

  public SourceText text() {
    return text;
  }

  public SyntaxTree tree() {
    return tree;
  }

  /// What is wrong with the syntax, in the order of the text.
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /// The symbols, in the order of the text, a struct before its methods; without the module's head.
  public List<SymbolId> symbols() {
    return List.copyOf(symbols.keySet());
  }

  /// Whether this text declares the symbol. Every text declares its module's head.
  public boolean declares(SymbolId symbol) {
    return symbols.containsKey(symbol) || symbol.equals(SymbolId.ofModule(module));
  }

  /// The struct of a method; null of anything else.
  public @Nullable SymbolId owner(SymbolId symbol) {
    return declared(symbol).owner();
  }

  /// The node of a symbol that is not the module's head.
  public Node node(SymbolId symbol) {
    return declared(symbol).node();
  }

  /// The abstract syntax of a symbol that is not the module's head.
  public Item item(SymbolId symbol) {
    Declared declared = declared(symbol);
    Reading in = Reading.of(declared.node());
    return declared.owner() == null
        ? ItemReading.item(in, declared.node())
        : ItemReading.method(in, declared.node());
  }

  /// The module's head: `hot module;` and imports. Their spans are those of [SymbolId#ofModule].
  public List<Item> head() {
    List<Node> nodes = headNodes();
    Reading in = new Reading(tree.tokens(), OwnTokens.ofAll(nodes));
    return nodes.stream().map(node -> ItemReading.item(in, node)).toList();
  }

  /// The nodes of the module's head.
  public List<Node> headNodes() {
    List<Node> nodes = new ArrayList<>();
    for (Node node : tree.root().children()) {
      if (Declarations.isHead(node.kind())) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /// Whether the symbol is a `forward` method.
  public boolean isForward(SymbolId symbol) {
    Declared declared = declared(symbol);
    return declared.owner() != null
        && ItemReading.isForward(Reading.of(declared.node()), declared.node());
  }

  /// Where the tokens of a symbol stand.
  public Positions positions(SymbolId symbol) {
    return ownTokens(symbol).positions(tree.tokens());
  }

  private OwnTokens ownTokens(SymbolId symbol) {
    return symbol.kind() == SymbolId.Kind.MODULE
        ? OwnTokens.ofAll(headNodes())
        : OwnTokens.of(declared(symbol).node());
  }

  /// The text of the doc comment of a symbol, without the marks of comments; empty if it has none.
  public String doc(SymbolId symbol) {
    return DocComments.before(tree.tokens(), declared(symbol).node().first());
  }

  /// Whether the symbol has a mistake of syntax: its body, and what of its declaration is missing, had
  /// better not be looked at.
  public boolean isBroken(SymbolId symbol) {
    return broken.contains(symbol);
  }

  /// The symbol whose text, doc comment not included, contains an offset: the innermost, a method
  /// rather than its struct. Null between symbols and in the module's head.
  public @Nullable SymbolId symbolAt(int offset) {
    SymbolId innermost = null;
    for (Declared declared : symbols.values()) {
      Node node = declared.node();
      boolean inside =
          tree.tokens().start(node.first()) <= offset
              && offset <= tree.tokens().end(Math.max(node.first(), node.end() - 1));
      if (inside) {
        innermost = declared.id();
      }
    }
    return innermost;
  }

  private Declared declared(SymbolId symbol) {
    Declared declared = symbols.get(symbol);
    if (declared == null) {
      throw new IllegalArgumentException(symbol + " is not declared in " + module);
    }
    return declared;
  }
}
