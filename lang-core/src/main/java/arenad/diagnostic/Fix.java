package arenad.diagnostic;

import java.util.List;

/// A way to mend what a diagnostic complains about, as an editor offers it.
public record Fix(String title, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }

  public Fix(String title, Edit edit) {
    this(title, List.of(edit));
  }
}
