package dev.netlog.platform.text;

/// Where an object stands that was read at the base of a change and cannot be read at its head.
///
/// @param path the file at the head, as reports name it
/// @param line from 1, where in it
/// @param reason one word: `too-large`, `encoding`, `yaml`, `template`, `placeholder`, `patch`,
///   `link`, `lfs`, `lost`, `carried`, `refused`, `moved`, `unnamed`, `transformed`, `not-applied`
public record Unreadable(String path, int line, String reason) {
  /// The reason of an object that a tool changes before the cluster gets it.
  public static final String TRANSFORMED = "transformed";

  /// The reason of an object that the cluster does not get, though its file has it.
  public static final String NOT_APPLIED = "not-applied";

  /// The reason of an object that stands where nothing reads it.
  public static final String MOVED = "moved";

  /// The reason of an object whose file no build names any longer.
  public static final String UNNAMED = "unnamed";

  /// Whether the cluster loses the object, so that it decides nothing there.
  public boolean isGone() {
    return reason.equals(NOT_APPLIED) || reason.equals(UNNAMED) || reason.equals(MOVED);
  }

  /// The reason as a part of a sentence: `the file is too large`.
  public String words() {
    return switch (reason) {
      case "too-large" -> "the file is too large";
      case "encoding" -> "the file is not UTF-8";
      case "yaml" -> "it is no YAML that kubectl reads";
      case "template" -> "it is a template";
      case "placeholder" -> "a value is a placeholder";
      case "patch" -> "it is a kustomize patch now";
      case "link" -> "the file is a link that is not followed";
      case "lfs" -> "the file is a pointer of Git LFS";
      case "lost" -> "it is behind a separator that kubectl does not see";
      case "carried" -> "another object carries it";
      case "refused" -> "the API server refuses it and keeps the old one";
      case MOVED -> "it has moved to where it is not judged";
      case UNNAMED -> "no kustomization names its file any longer";
      case TRANSFORMED -> "a tool such as kustomize changes it";
      case NOT_APPLIED -> "an annotation or a suspended build keeps it from the cluster";
      default -> reason;
    };
  }

  /// What to do so that the object is read, as an order: `split the file`.
  public String remedy() {
    return switch (reason) {
      case "too-large" -> "split the file, or pass --max-file-size";
      case "encoding" -> "save the file as UTF-8";
      case "yaml" -> "correct the YAML";
      case "template", "placeholder" ->
          "render it and judge the output (with a base: compare both outputs with --base-path)";
      case "patch" -> "name the file under resources, or compare what kustomize build writes";
      case "link" -> "put the file itself where the link is";
      case "lfs" -> "commit the file itself instead of the pointer";
      case "lost" -> "write a line --- before the object and remove ... lines";
      case "carried" -> "write the object in a file of its own, or judge what the tool writes";
      case "refused" -> "correct what the API server refuses";
      case "moved" -> "keep the object in a file that the target judges";
      case "unnamed" -> "name its file in the kustomization, or delete the file too";
      case TRANSFORMED ->
          "compare the outputs of kustomize build of both sides with --base-path, or write the"
              + " change into the file";
      case "not-applied" -> "undo what keeps it from the cluster, or delete the object too";
      default -> "judge what the cluster gets";
    };
  }
}
