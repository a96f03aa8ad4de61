package dev.netlog.webhook.admission;

import dev.netlog.platform.PlatformKind;
import dev.netlog.rule.Quoted;
import dev.netlog.webhook.admission.Review.GroupResource;
import dev.netlog.webhook.admission.Review.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a review means one thing by the kind and by the resource that it names.
///
/// An API server always sends both, and they agree. Where they do not, a judgement of the one would
/// admit the other unseen. What a review leaves out contradicts nothing.
final class KindAndResource {
  private KindAndResource() {}

  /// Looks at both where one of them is judged.
  ///
  /// @throws BadReviewException where they are not of one another
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
                + "; send the two of one object");
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

  /// Whether a word is what paths call a kind, or what they would if English were simple: who
  /// writes a review by hand may make `networkpolicys` of NetworkPolicy, and means nothing else by
  /// it.
  private static boolean isPlural(String word, PlatformKind served) {
    return word.equals(served.plural())
        || word.equals(served.kind().kind().toLowerCase(Locale.ROOT) + "s");
  }

  /// Whether a review of another kind is for the objects of this one. Parts of an object may be of
  /// a kind of their own, as `scale` is.
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
