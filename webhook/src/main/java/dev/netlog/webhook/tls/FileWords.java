package dev.netlog.webhook.tls;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/// Files and what went wrong with them, in words.
final class FileWords {
  private FileWords() {}

  /// The whole path, on one line.
  static String quoted(Path path) {
    StringBuilder text = new StringBuilder("\"");
    path.toString()
        .codePoints()
        .forEach(c -> text.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return text.append('"').toString();
  }

  /// Why, without the path.
  static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "permission denied";
      case NotDirectoryException _, FileAlreadyExistsException _ -> "it is no folder";
      default -> {
        String message = failure.getMessage();
        yield message == null ? "it failed" : message.lines().findFirst().orElse("it failed");
      }
    };
  }
}
