package dev.netlog.webhook.admission;

import dev.netlog.platform.PlatformKind;
import dev.netlog.rule.Quoted;
import dev.netlog.webhook.admission.Review.GroupResource;
import dev.netlog.webhook.admission.Review.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Checks that the kind and the resource of a review belong together.
///
/// An API server always sends both, and they match. If they did not match, checking one would admit
/// the other unseen. A missing member is no contradiction.
final class KindAndResource {
  private KindAndResource() {}

  /// Compares the two if one of them is checked by the webhook.
  ///
  /// @throws BadReviewException if they do not belong together
  static void check(Review review, JudgedKinds judged) throws BadReviewException {
    Kind kind = review.kind();
    GroupResource resource = review.resource();
    if (resource == null) {
      return;
    }
    for (PlatformKind each : judged.all()) {
      boolean sameKind = each.kind().equals(kind.groupKind());
      if (sameKind ? !agrees(resource, each, kind) : means(review, resource, each)) {
        throw new BadReviewException(
            "the request says kind "
                + shown(kind.apiVersion() + " " + kind.kind())
                + " and resource "
                + shown(name(resource))
                + "; send a matching pair");
      }
    }
  }

  private static boolean agrees(GroupResource resource, PlatformKind served, Kind kind) {
    return sameOrLeftOut(resource.group(), kind.group())
        && sameOrLeftOut(resource.version(), kind.version())
        && (resource.resource() == null || isPlural(resource.resource(), served));
  }

  private static boolean sameOrLeftOut(@Nullable String given, String expected) {
    return given == null || given.equals(expected);
  }

  /// Whether a word is the plural of a kind, or the kind with an `s` added: a handwritten review
  /// may use `networkpolicys` for NetworkPolicy.
  private static boolean isPlural(String word, PlatformKind served) {
    return word.equals(served.plural())
        || word.equals(served.kind().kind().toLowerCase(Locale.ROOT) + "s");
  }

  /// Whether a review of another kind is for objects of this one. A subresource may have its own
  /// kind, as `scale` has.
  private static boolean means(Review review, GroupResource resource, PlatformKind served) {
    return review.subResource().isEmpty()
        && resource.resource() != null
        && isPlural(resource.resource(), served)
        && served.kind().group().equals(resource.group());
  }

  private static String name(GroupResource resource) {
    StringBuilder name = new StringBuilder();
    if (resource.group() != null && !resource.group().isEmpty()) {
      name.append(resource.group()).append('/');
    }
    if (resource.version() != null) {
      name.append(resource.version()).append(' ');
    }
    return name.append(resource.resource() == null ? "" : resource.resource()).toString().strip();
  }

  private static String shown(String text) {
    return Quoted.of(text);
  }
}
