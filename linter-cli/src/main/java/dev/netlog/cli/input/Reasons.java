package dev.netlog.cli.input;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why a file cannot be read, with the next step.
public final class Reasons {
  private Reasons() {}

  /// One line, lower case.
  public static String of(Exception e) {
    return switch (e) {
      case NoSuchFileException _ -> "no such file or folder; check the spelling";
      case AccessDeniedException _ -> "permission denied; make it readable";
      case FileSystemLoopException _ -> "symbolic links form a loop; remove one of them";
      case NotDirectoryException _ -> "not a folder; check the spelling";
      default ->
          String.valueOf(e.getMessage()).contains("Too many levels of symbolic links")
              ? "symbolic links form a loop; remove one of them"
              : "it cannot be read (" + e.getMessage() + "); check the file system";
    };
  }
}
