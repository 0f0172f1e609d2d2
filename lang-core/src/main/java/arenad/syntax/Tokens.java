package arenad.syntax;

import arenad.text.SourceText;
import java.util.Arrays;

/// The tokens of a text, by index, in parallel arrays. What lies between two tokens is trivia.
///
/// The last one is always [TokenKind#END], of no width, at the end of the text.
public final class Tokens {
  private static final int LINE_BREAK_BEFORE = 0x80;
  private static final int KIND = 0x7F;

  private final SourceText text;
  private final byte[] kinds;
  private final int[] starts;
  private final int[] ends;

  private Tokens(SourceText text, byte[] kinds, int[] starts, int[] ends) {
    this.text = text;
    this.kinds = kinds;
    this.starts = starts;
    this.ends = ends;
  }

  public SourceText text() {
    return text;
  }

  /// How many there are, the end included.
  public int count() {
    return kinds.length;
  }

  public TokenKind kind(int token) {
    return TokenKind.at(kinds[token] & KIND);
  }

  public boolean is(int token, TokenKind kind) {
    return (kinds[token] & KIND) == kind.ordinal();
  }

  /// Offset of its first character.
  public int start(int token) {
    return starts[token];
  }

  /// Offset after its last character.
  public int end(int token) {
    return ends[token];
  }

  public String textOf(int token) {
    return text.substring(starts[token], ends[token]);
  }

  /// Whether the token's text is `word`; makes no string.
  public boolean isWord(int token, String word) {
    return ends[token] - starts[token] == word.length()
        && text.text().startsWith(word, starts[token]);
  }

  /// Whether it is the first token of its line (a comment may stand before it).
  public boolean startsLine(int token) {
    return (kinds[token] & LINE_BREAK_BEFORE) != 0 || token == 0;
  }

  /// Whether nothing stands between the token and the next.
  public boolean touchesNext(int token) {
    return token + 1 < kinds.length && ends[token] == starts[token + 1];
  }

  /// Offset at which the trivia before a token begins.
  public int triviaStart(int token) {
    return token == 0 ? 0 : ends[token - 1];
  }

  /// The first token that ends after `offset`; the end's index if there is none.
  public int tokenAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int token = found >= 0 ? found : -found - 2;
    if (token < 0) {
      return 0;
    }
    return offset < ends[token] ? token : Math.min(token + 1, kinds.length - 1);
  }

  /// Collects tokens in the order of the text.
  public static final class Builder {
    private byte[] kinds;
    private int[] starts;
    private int[] ends;
    private int count;

    public Builder(int textLength) {
      int guess = Math.max(16, textLength / 4);
      kinds = new byte[guess];
      starts = new int[guess];
      ends = new int[guess];
    }

    public void add(TokenKind kind, int start, int end, boolean startsLine) {
      if (count == kinds.length) {
        int larger = count * 2;
        kinds = Arrays.copyOf(kinds, larger);
        starts = Arrays.copyOf(starts, larger);
        ends = Arrays.copyOf(ends, larger);
      }
      kinds[count] = (byte) (kind.ordinal() | (startsLine ? LINE_BREAK_BEFORE : 0));
      starts[count] = start;
      ends[count] = end;
      count++;
    }

    public int count() {
      return count;
    }

    /// Takes back all but the first `count`.
    public void backTo(int count) {
      this.count = count;
    }

    public Tokens build(SourceText text) {
      return new Tokens(
          text,
          Arrays.copyOf(kinds, count),
          Arrays.copyOf(starts, count),
          Arrays.copyOf(ends, count));
    }
  }
}
