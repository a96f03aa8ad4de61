package dev.netlog.webhook.tls;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/// Words file names and file errors for messages.
public final class FileWords {
  private FileWords() {}

  /// The whole path, on one line.
  public static String quoted(Path path) {
    return '"' + printable(path.toString()) + '"';
  }

  /// A text without characters that move the cursor of a terminal or end a log line.
  public static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return shown.toString();
  }

  /// The reason of an error, without the path.
  public static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "permission denied";
      case NotDirectoryException _, FileAlreadyExistsException _ -> "it is not a folder";
      default -> {
        String message = failure.getMessage();
        yield message == null ? "it failed" : message.lines().findFirst().orElse("it failed");
      }
    };
  }
}
