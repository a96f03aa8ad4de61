package dev.netlog.webhook.admission;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Value;
import org.jspecify.annotations.Nullable;

/// The request of the API server: the relevant members of an AdmissionReview v1.
///
/// @param uid identifies the request; the answer repeats it
/// @param kind the kind that the webhook is registered for, to which the object is converted
/// @param requestKind the kind that the user sent; the same except for equivalent versions
/// @param subResource `status`, `finalize`, …; empty for the object itself
/// @param resource the plural in the API path, null if the review has none
/// @param name of the object, empty if the server generates it later
/// @param namespace of the object, null if it has none
/// @param operation in capital letters
/// @param dryRun whether nothing will be stored
/// @param object the new object
/// @param oldObject the stored object
/// @param judged whether the webhook checks objects of the kind
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

    /// The `apiVersion` of an object of the kind.
    public String apiVersion() {
      return group.isEmpty() ? version : group + "/" + version;
    }
  }

  /// Group, version and plural, each null if the review leaves it out.
  public record GroupResource(
      @Nullable String group, @Nullable String version, @Nullable String resource) {}

  /// An object of the review, which is parsed on demand, since few answers need both.
  @FunctionalInterface
  public interface Content {
    /// For a review without the object.
    Content NONE = () -> null;

    /// The object, null if there is none.
    ///
    /// @throws BadReviewException if it cannot be read
    @Nullable Value read() throws BadReviewException;
  }
}
