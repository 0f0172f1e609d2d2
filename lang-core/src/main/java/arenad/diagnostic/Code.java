package arenad.diagnostic;

import static arenad.diagnostic.Severity.ERROR;
import static arenad.diagnostic.Severity.HINT;
import static arenad.diagnostic.Severity.WARNING;

import java.util.Optional;

/// The one list of all diagnostic codes.
///
/// 00xx the text and its syntax, 01xx names, 02xx types, 03xx lifetimes, 04xx unions, requirements
/// and channels, 05xx what this version does not do yet, 06xx projects and their files. A number is
/// never given to another meaning.
public enum Code {
  // Text and syntax.
  E0001(ERROR, "something else is expected here"),
  E0002(ERROR, "a string that does not end"),
  E0003(ERROR, "a comment that does not end"),
  E0004(ERROR, "a file that is not UTF-8"),
  E0005(ERROR, "nested too deeply"),
  E0006(ERROR, "a character that means nothing here"),
  E0007(ERROR, "an escape that does not exist"),
  E0008(ERROR, "a malformed number"),
  E0009(ERROR, "a malformed character literal"),
  E0010(ERROR, "a bracket that is not closed"),
  E0011(ERROR, "a closing bracket without its opening one"),
  E0012(ERROR, "an item in a place where it may not stand"),
  E0013(ERROR, "a type where a value is expected"),

  // Names.
  E0101(ERROR, "an unknown name"),
  E0102(ERROR, "an unknown type"),
  E0103(ERROR, "an unknown module"),
  E0104(ERROR, "a name that its module does not export"),
  E0105(ERROR, "two declarations of one name"),
  E0106(ERROR, "a member that the type does not have"),
  E0107(ERROR, "an assignment to what cannot be assigned"),
  E0108(ERROR, "a local that is read before it is assigned"),
  E0109(ERROR, "constants that depend on each other"),
  E0110(ERROR, "a struct that contains itself"),
  E0111(ERROR, "a name that does not name what is needed here"),
  E0112(ERROR, "a method that may write what is read only"),

  // Types.
  E0201(ERROR, "a value of another type than expected"),
  E0202(ERROR, "a wrong number of arguments"),
  E0203(ERROR, "a call of what is no function"),
  E0204(ERROR, "a literal that does not fit its type"),
  E0205(ERROR, "a value that may be null"),
  E0206(ERROR, "a path without a return"),
  E0207(ERROR, "an operator that the types do not have"),
  E0208(ERROR, "a struct literal with missing or unknown fields"),
  E0209(ERROR, "a return type that must be stated"),
  E0210(ERROR, "a statement outside of what it belongs to"),
  E0211(ERROR, "a conversion that does not exist"),
  E0212(ERROR, "an index into what has no elements"),
  E0213(ERROR, "a loop over what has no elements"),
  E0214(ERROR, "a type that cannot be inferred"),
  E0215(ERROR, "a wrong number of type arguments"),
  E0216(ERROR, "a constant that is not constant"),
  E0217(ERROR, "a main that cannot be run"),
  E0218(ERROR, "a program without main"),
  E0219(ERROR, "a format that means nothing"),
  E0230(ERROR, "an extern that cannot be bound"),

  // Lifetimes.
  E0301(ERROR, "a value that does not outlive what it is stored in"),
  E0302(ERROR, "a temporary that escapes"),
  E0303(ERROR, "a returned value in an arena that is freed or ends"),
  E0304(ERROR, "a use after free"),
  E0305(ERROR, "a double free"),
  E0306(ERROR, "an argument that breaks the callee's contract"),
  E0307(ERROR, "a declared contract that is weaker than the body"),
  E0308(ERROR, "a scoped arena freed by hand"),
  E0309(ERROR, "a use after move"),
  E0321(ERROR, "arena memory freed by hand"),
  E0325(ERROR, "an owner that nobody would drop"),
  E0326(ERROR, "an owner that cannot be moved out of its place"),
  E0327(ERROR, "an owner where there may be none"),
  W0322(WARNING, "an arena that is never freed"),
  W0323(WARNING, "types that can form a strong cycle"),
  H0324(HINT, "a large value on the stack"),
  H0328(HINT, "memory that a cheaper tier would serve"),

  // Unions, requirements, channels.
  E0401(ERROR, "a match that is not exhaustive"),
  E0402(ERROR, "a variant that is not known here"),
  E0403(ERROR, "an ambiguous forwarded member"),
  E0404(ERROR, "a requirement that is not met"),
  E0405(ERROR, "a value that cannot be sent"),
  E0406(ERROR, "a channel identifier with two types"),
  E0407(ERROR, "a forward method that leads nowhere"),
  E0408(ERROR, "instances that ask for ever larger ones"),
  E0409(ERROR, "a function where it cannot be kept"),
  E0410(ERROR, "a thread that cannot be started"),
  E0411(ERROR, "a variant that a union cannot have"),
  E0412(ERROR, "a case that is never reached"),
  E0413(ERROR, "a union that may hold another variant by now"),

  // The state of this version.
  E0500(ERROR, "not supported yet"),

  // Projects and their files.
  E0601(ERROR, "a mistake in arena.toml"),
  E0602(ERROR, "a file that cannot be read");

  private final Severity severity;
  private final String title;

  Code(Severity severity, String title) {
    this.severity = severity;
    this.title = title;
  }

  /// The severity of its diagnostics unless one says otherwise.
  public Severity severity() {
    return severity;
  }

  /// What it stands for in a few words, as the list of codes shows it.
  public String title() {
    return title;
  }

  /// The code that a user typed, in either case.
  public static Optional<Code> named(String text) {
    for (Code code : values()) {
      if (code.name().equalsIgnoreCase(text)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }
}
