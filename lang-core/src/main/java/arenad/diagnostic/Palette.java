package arenad.diagnostic;

/// How the parts of a message are coloured on a terminal.
public enum Palette {
  PLAIN {
    @Override
    String paint(Role role, String text) {
      return text;
    }
  },
  /// ANSI escape sequences (ECMA-48, SGR).
  ANSI {
    @Override
    String paint(Role role, String text) {
      return text.isEmpty() ? text : "\u001b[" + role.sgr + "m" + text + "\u001b[0m";
    }
  };

  /// What a piece of text is.
  enum Role {
    ERROR("1;31"),
    WARNING("1;33"),
    INFO("1;36"),
    MESSAGE("1"),
    GUTTER("34"),
    STEP("36");

    private final String sgr;

    Role(String sgr) {
      this.sgr = sgr;
    }

    static Role of(Severity severity) {
      return switch (severity) {
        case ERROR -> ERROR;
        case WARNING -> WARNING;
        case INFO, HINT -> INFO;
      };
    }
  }

  abstract String paint(Role role, String text);
}
