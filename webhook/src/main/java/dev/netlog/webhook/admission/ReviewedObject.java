package dev.netlog.webhook.admission;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.model.Value;
import dev.netlog.rule.Quoted;
import org.jspecify.annotations.Nullable;

/// Turns the object of a review into a resource.
final class ReviewedObject {
  private static final JsonPointer DELETED = JsonPointer.of("metadata", "deletionTimestamp");

  private ReviewedObject() {}

  /// The object as a resource.
  ///
  /// @throws BadReviewException if its kind is not the kind in the review
  static Resource of(Review review, @Nullable Value object) throws BadReviewException {
    if (object == null) {
      throw new BadReviewException("the request has no object");
    }
    Resource resource = Resource.of(object, Origin.NOWHERE);
    if (resource == null
        || !resource.id().kind().equals(review.kind().kind())
        || !resource.id().apiVersion().equals(review.kind().apiVersion())) {
      throw new BadReviewException(
          "the request says "
              + shown(review.kind().apiVersion(), review.kind().kind())
              + ", and its object "
              + (resource == null
                  ? "has no kind or no apiVersion"
                  : "says " + shown(resource.id().apiVersion(), resource.id().kind())));
    }
    return placed(resource, review.namespace());
  }

  private static String shown(String apiVersion, String kind) {
    return Quoted.of(apiVersion + " " + kind);
  }

  /// The namespace of the request takes precedence over that in the object.
  private static Resource placed(Resource resource, @Nullable String namespace) {
    ResourceId id = resource.id();
    if (namespace == null || namespace.equals(id.namespace()) || id.kind().equals("Namespace")) {
      return resource;
    }
    return new Resource(
        new ResourceId(id.apiVersion(), id.kind(), namespace, id.name()),
        resource.content(),
        resource.origin());
  }

  /// Whether the object only waits for its finalizers. Nothing must block its deletion.
  static boolean isBeingDeleted(Resource resource) {
    Value deleted = resource.content().at(DELETED);
    return deleted != null && !(deleted instanceof Value.Null);
  }
}
