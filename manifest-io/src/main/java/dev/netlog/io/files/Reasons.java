package dev.netlog.io.files;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why a file cannot be read, with the next step.
public final class Reasons {
  /// The path does not exist.
  public static final String NO_FILE = "no such file or folder; check the spelling";

  /// Symbolic links form a loop.
  public static final String LINK_LOOP = "symbolic links form a loop; remove one of them";

  /// The start of the message for a broken link; the reason follows.
  public static final String LINK_NOWHERE = "the link leads nowhere: ";

  /// A link to a folder above it.
  public static final String LINK_BACK =
      "the link leads back to a folder it is in; remove it, or list it in .netlogignore";

  /// A link that is not followed because it leaves the named folder.
  public static final String LINK_LEAVES_FOLDER =
      "the link leads out of the folder that was named; name its target to read it";

  /// A pipe, a device or similar.
  public static final String NO_REGULAR_FILE =
      "not a regular file; name it on the command line to read it";

  /// A link that cannot be followed in a commit.
  public static final String LINK_LEAVES_REPOSITORY =
      "the link leads out of the repository, which holds no history of its target; name the target";

  /// A submodule, in a comparison of commits.
  public static final String SUBMODULE =
      "a submodule is not compared; run the comparison inside it";

  /// A submodule in a work tree.
  public static final String SUBMODULE_NOT_READ =
      "a submodule, whose files are in another repository; name this folder to read them";

  /// A Git LFS pointer without its file.
  public static final String LFS =
      "a Git LFS pointer, the file itself is not here; run git lfs pull, or keep manifests in git"
          + " itself";

  private Reasons() {}

  /// One line, lower case.
  public static String of(Exception e) {
    return switch (e) {
      case NoSuchFileException _ -> NO_FILE;
      case AccessDeniedException _ -> "permission denied; make it readable";
      case FileSystemLoopException _ -> LINK_LOOP;
      case NotDirectoryException _ -> "not a folder; check the spelling";
      default -> of(String.valueOf(e.getMessage()));
    };
  }

  /// The message for an error that Java has no exception type for.
  private static String of(String message) {
    if (message.contains("Too many levels of symbolic links")) {
      return LINK_LOOP;
    }
    // A part of the path is a file.
    return message.endsWith("Not a directory")
        ? NO_FILE
        : "it cannot be read (" + message + "); check the file system";
  }
}
