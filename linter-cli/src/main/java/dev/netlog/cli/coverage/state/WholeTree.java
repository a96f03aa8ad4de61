package dev.netlog.cli.coverage.state;

import dev.netlog.io.git.ComparisonException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All files of the head, those included that nobody judges: what ignore files name, other endings,
/// and what is outside of the paths. Asked only where an object is missing.
public interface WholeTree {
  /// A file that the base does not have in the same place with the same bytes.
  ///
  /// @param path as reports name it
  /// @param content what files with the same bytes have in common, as [SideFiles#content] has it
  /// @param isInBase whether the base has the same bytes in another place
  record NewFile(String path, String content, boolean isInBase) {}

  /// The new and changed files.
  ///
  /// @throws ComparisonException where the tree cannot be read
  List<NewFile> changed() throws ComparisonException;

  /// Folders that have become submodules.
  ///
  /// @throws ComparisonException where the tree cannot be read
  List<String> newSubmodules() throws ComparisonException;

  /// The files at and below a path; empty where there is nothing.
  ///
  /// @param path as reports name it
  /// @throws ComparisonException where the tree cannot be read
  List<String> below(String path) throws ComparisonException;

  /// The bytes of a file that one of the methods above names.
  ///
  /// @throws IOException where it cannot be read, or is too large
  byte[] read(String path) throws IOException;

  /// The bytes that stood in the place of a changed file in the base; null where no file stood
  /// there, or it cannot be read.
  byte @Nullable [] before(String path);
}
