package arenad.store;

/// Bytes that no codec of this build has written.
public final class MalformedRecord extends RuntimeException {
  private static final long serialVersionUID = 1;

  MalformedRecord(String what) {
    super(what);
  }

  MalformedRecord(String what, Throwable cause) {
    super(what, cause);
  }
}
