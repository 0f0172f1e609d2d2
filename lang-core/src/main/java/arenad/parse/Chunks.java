package arenad.parse;

import static arenad.syntax.TokenKind.*;

import arenad.syntax.TokenKind;
import arenad.syntax.Tokens;
import java.util.Arrays;

/// Cuts a module into the stretches of tokens that its declarations take, before anything is parsed,
/// so that no mistake in one can reach another.
///
/// In a well-formed text a declaration ends where its brackets do. Brackets cannot be trusted in a
/// text with mistakes, so layout has a say: a line that is indented no further than the declaration at
/// hand and that can only begin another one does so, whatever is open. If brackets then turn out to be
/// unbalanced, the chunk is broken anyway, and any line there that may begin a declaration does.
final class Chunks {
  private final Tokens tokens;
  private final Layout layout;
  private final Headers headers;
  private int[] starts = new int[16];
  private int count;
  private int indent;

  /// Up to here brackets are known to be unbalanced.
  private int brokenUntil;

  /// Up to here no brace is known to close nothing.
  private int soundUntil;

  private Chunks(Tokens tokens) {
    this.tokens = tokens;
    this.layout = new Layout(tokens);
    this.headers = new Headers(tokens);
  }

  /// The first tokens of the chunks, and at last the index of the end.
  static int[] starts(Tokens tokens) {
    Chunks chunks = new Chunks(tokens);
    int end = tokens.count() - 1;
    int at = 0;
    while (at < end) {
      chunks.add(at);
      at = chunks.chunkEnd(at);
    }
    chunks.add(end);
    return Arrays.copyOf(chunks.starts, chunks.count);
  }

  private void add(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
    }
    starts[count++] = start;
  }

  private int chunkEnd(int start) {
    if (tokens.startsLine(start)) {
      indent = layout.column(start);
    }
    if (start >= brokenUntil) {
      int end = scan(start, false);
      if (start >= brokenUntil) {
        return end;
      }
    }
    return scan(start, true);
  }

  /// The end of the chunk. Unless it is eager, a scan that finds brackets open there notes so.
  private int scan(int start, boolean eager) {
    BracketStack open = new BracketStack();
    boolean finished = false;
    boolean membersAtIndent = false;
    boolean stray = false;
    int cut = -1;
    int last = tokens.count() - 1;
    int at = start;
    for (; at < last; at++) {
      TokenKind kind = tokens.kind(at);
      if (at > start) {
        boolean atIndent = tokens.startsLine(at) && layout.column(at) <= indent;
        if (open.isEmpty() && atIndent && !goesOn(at)) {
          break;
        }
        if (cut < 0 && finished && startsOnSameLine(at)) {
          if (at < soundUntil) {
            return at;
          }
          cut = at;
        }
        boolean member = membersAtIndent && mayBeMember(at, open);
        if (!open.isEmpty() && atIndent && !member && isNext(at, eager)) {
          break;
        }
        membersAtIndent |= atIndent && opensMembers(start, at);
      }
      boolean wasOpen = !open.isEmpty();
      open.pass(kind);
      boolean closed = wasOpen && open.isEmpty() && kind == BRACE_CLOSE;
      stray |= !wasOpen && kind == BRACE_CLOSE;
      finished = open.isEmpty() && (kind == SEMICOLON || closed);
    }
    return end(at, cut, stray, open.isEmpty() || eager);
  }

  /// Decides where a chunk ends of which the layout says that it ends at `end`.
  ///
  /// @param cut where, on the way, another declaration could begin after a finished one, or -1
  /// @param stray whether a brace closes nothing: then one is missing before it, and `cut` deceives
  private int end(int end, int cut, boolean stray, boolean closed) {
    if (cut >= 0 && !stray) {
      soundUntil = end;
      return cut;
    }
    if (!closed) {
      brokenUntil = end;
    }
    return end;
  }

  private boolean isNext(int at, boolean eager) {
    return headers.isSure(at) || (eager && headers.isPossible(at));
  }

  /// Whether a declaration starts right behind one that is finished.
  private boolean startsOnSameLine(int at) {
    return headers.isSure(at) || headers.isRegion(at) || tokens.is(at, CONST);
  }

  /// Whether a line that begins with the token belongs to what stands above it.
  private boolean goesOn(int at) {
    return switch (tokens.kind(at)) {
      case NAME -> tokens.isWord(at, "requires") || tokens.isWord(at, "satisfies");
      case EXPORT, STRUCT, IMPORT, CONST, FN, FUN -> false;
      case UNKNOWN, INT, FLOAT, CHAR, STRING, TEXT_START -> false;
      case LET, IF, WHILE, FOR, RETURN, DEFER, MATCH, BREAK, CONTINUE -> false;
      default -> true;
    };
  }

  /// Whether the token is the first one inside the braces of a struct that does not indent its
  /// members.
  private boolean opensMembers(int start, int at) {
    if (!tokens.is(at - 1, BRACE_OPEN)) {
      return false;
    }
    int keyword = tokens.is(start, EXPORT) ? start + 1 : start;
    return tokens.is(keyword, STRUCT);
  }

  private boolean mayBeMember(int at, BracketStack open) {
    return open.depth() == 1 && (tokens.is(at, NAME) || tokens.is(at, FN) || tokens.is(at, FUN));
  }
}
