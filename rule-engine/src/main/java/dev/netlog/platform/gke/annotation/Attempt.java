package dev.netlog.platform.gke.annotation;

import dev.netlog.model.Resource;
import dev.netlog.platform.gke.networklogging.LogSection;
import org.jspecify.annotations.Nullable;

/// An attempt to switch a half on that comes to nothing, and of which another rule speaks: a
/// misspelt key, the right one among labels, or one beside an annotation that is null.
public final class Attempt {
  private Attempt() {}

  /// Whether one is made on an object that the half's annotation is read from.
  public static boolean isMade(LogSection half, Resource holder) {
    return AnnotationSwitch.of(half, holder) == AnnotationSwitch.LOST
        || KeyPlace.in(holder).stream().anyMatch(place -> isMade(half, place));
  }

  private static boolean isMade(LogSection half, KeyPlace place) {
    LogSection meant = meant(half, place.key());
    return switch (place.spot()) {
      case ANNOTATIONS -> meant == half && !place.key().equals(half.key());
      case LABELS -> meant == half;
      case TEMPLATE -> false;
    };
  }

  private static @Nullable LogSection meant(LogSection here, String key) {
    LogSection exact = LogSection.ofKey(key);
    if (exact != null) {
      return exact;
    }
    Misspelling misspelling = Misspelling.of(key);
    if (misspelling == null) {
      return null;
    }
    return misspelling.vague() ? here : misspelling.meant();
  }
}
