package arenad.std;

import arenad.memory.Context;
import arenad.memory.Memory;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// What files and folders refuse, as numbers that `io` of the standard library knows.
enum IoFailure {
  // The numbers are those of the constants in io.arena: the order counts.
  NONE,
  OTHER,
  NOT_FOUND,
  NO_PERMISSION,
  EXISTS,
  IS_FOLDER,
  NOT_A_FOLDER,
  NOT_EMPTY,
  NOT_UTF8,
  TOO_LARGE,
  NO_SPACE;

  /// The failure that an exception stands for.
  static IoFailure of(Exception failure) {
    return switch (failure) {
      case NoSuchFileException _ -> NOT_FOUND;
      case AccessDeniedException _ -> NO_PERMISSION;
      case FileAlreadyExistsException _ -> EXISTS;
      case NotDirectoryException _ -> NOT_A_FOLDER;
      case DirectoryNotEmptyException _ -> NOT_EMPTY;
      case CharacterCodingException _ -> NOT_UTF8;
      case InvalidPathException _ -> NOT_FOUND;
      case FileNotFoundException _ -> NOT_FOUND;
      case FileSystemException system -> ofReason(system.getReason());
      case IOException other -> ofReason(other.getMessage());
      default -> OTHER;
    };
  }

  /// By what the system says, where Java has no exception of its own.
  private static IoFailure ofReason(@org.jspecify.annotations.Nullable String reason) {
    if (reason == null) {
      return OTHER;
    }
    return switch (reason) {
      case "Is a directory" -> IS_FOLDER;
      case "Not a directory" -> NOT_A_FOLDER;
      case "No space left on device" -> NO_SPACE;
      case "Permission denied", "Operation not permitted", "Read-only file system" -> NO_PERMISSION;
      default -> OTHER;
    };
  }

  /// Leaves the failure for [#last].
  void leave(Context context) {
    context.ioFailure = ordinal();
  }

  /// The path of a text of the language.
  static java.nio.file.Path path(long address, int length) {
    byte[] bytes = new byte[length];
    Memory.copyOut(address, bytes, 0, length);
    return java.nio.file.Path.of(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
  }
}
