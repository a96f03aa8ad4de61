package dev.netlog.cli.coverage.state;

import dev.netlog.io.git.ComparisonException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All files of the head, including those that are not judged: ignored files, other endings, and
/// files outside of the paths. Expensive for folders.
public interface WholeTree {
  /// A file that is not at the same path with the same bytes in the base.
  ///
  /// @param path its path in reports
  /// @param content identifies its bytes, as in [SideFiles#content]
  /// @param isInBase whether the base has the same bytes at another path
  record NewFile(String path, String content, boolean isInBase) {}

  /// The new and changed files.
  ///
  /// @throws ComparisonException if the tree cannot be read
  List<NewFile> changed() throws ComparisonException;

  /// The new and changed files, if the tree has more files than the run's paths; otherwise nothing.
  ///
  /// @throws ComparisonException if the tree cannot be read
  List<NewFile> changedOutside() throws ComparisonException;

  /// Folders that have become submodules.
  ///
  /// @throws ComparisonException if the tree cannot be read
  List<String> newSubmodules() throws ComparisonException;

  /// The files at and below a path; empty if there are none.
  ///
  /// @param path its path in reports
  /// @throws ComparisonException if the tree cannot be read
  List<String> below(String path) throws ComparisonException;

  /// The bytes of a file that one of the methods above names.
  ///
  /// @throws IOException if it cannot be read, or is too large
  byte[] read(String path) throws IOException;

  /// The bytes of a changed file in the base; null if the base has no file at its path, or it
  /// cannot be read.
  byte @Nullable [] before(String path);
}
