package dev.netlog.cli.lint;

import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.text.Region;
import dev.netlog.io.yaml.Document;
import dev.netlog.model.Resource;
import dev.netlog.platform.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of `show`.
///
/// @param files how many files were read
/// @param documents every document up to the one where kubectl stops, by path and position
/// @param settings the logging settings of objects
/// @param notUnderstood what could not be read
/// @param unreadable one line for each named path that cannot be read
/// @param empty whether there was no Kubernetes object, and nothing that could not be read as one
public record ShowResult(
    int files,
    List<ShownDocument> documents,
    List<ShownSetting> settings,
    List<NotUnderstood> notUnderstood,
    List<String> unreadable,
    boolean empty) {

  /// A document.
  ///
  /// @param path its file
  /// @param index its position in the file, from 0
  /// @param line its first line, from 1
  /// @param document the document
  /// @param failure why kubectl refuses it and where, null if it does not
  public record ShownDocument(
      String path, int index, int line, Document document, @Nullable ShownFailure failure) {}

  /// Why kubectl refuses a document.
  public record ShownFailure(Region region, String problem) {}

  /// The setting of one object.
  public record ShownSetting(String path, int line, Resource subject, Setting setting) {}

  public ShowResult {
    documents = List.copyOf(documents);
    settings = List.copyOf(settings);
    notUnderstood = List.copyOf(notUnderstood);
    unreadable = List.copyOf(unreadable);
  }
}
