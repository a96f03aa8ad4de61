package dev.netlog.webhook.admission;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Value;
import org.jspecify.annotations.Nullable;

/// What the API server asks: the members of an AdmissionReview of version v1 that count here.
///
/// @param uid identifies the question; the answer repeats it
/// @param kind what the webhook has registered for, and what the object is converted to
/// @param requestKind what the user has sent; the same but for equivalent versions
/// @param subResource `status`, `finalize`, …; empty for the object itself
/// @param resource what the kind is called in paths, null where the review does not say
/// @param name of the object, empty where the server makes one up later
/// @param namespace of the object, null for what has none
/// @param operation in capital letters
/// @param dryRun whether nothing will be stored
/// @param object what is to be stored
/// @param oldObject what is stored
/// @param judged whether the webhook has an opinion about objects of the kind
public record Review(
    String uid,
    Kind kind,
    Kind requestKind,
    String subResource,
    @Nullable GroupResource resource,
    String name,
    @Nullable String namespace,
    String operation,
    boolean dryRun,
    Content object,
    Content oldObject,
    boolean judged) {

  /// Group, version and kind.
  public record Kind(String group, String version, String kind) {
    /// Group and kind.
    public GroupKind groupKind() {
      return new GroupKind(group, kind);
    }

    /// As an object of the kind writes it.
    public String apiVersion() {
      return group.isEmpty() ? version : group + "/" + version;
    }
  }

  /// Group, version and plural, each null where the review leaves it out.
  public record GroupResource(
      @Nullable String group, @Nullable String version, @Nullable String resource) {}

  /// An object of the review. Few answers depend on both, so none is read before it is needed.
  @FunctionalInterface
  public interface Content {
    /// Where the review holds none.
    Content NONE = () -> null;

    /// The object, null where there is none.
    ///
    /// @throws BadReviewException where it cannot be read
    @Nullable Value read() throws BadReviewException;
  }
}
