package dev.netlog.platform.gke.annotation;

import dev.netlog.fix.Edit;
import dev.netlog.model.Resource;
import dev.netlog.platform.Decision.Remedy;
import dev.netlog.platform.gke.networklogging.LogSection;
import org.jspecify.annotations.Nullable;

/// The annotation that has a delegated half log what an object decides.
public final class SwitchOn {
  private SwitchOn() {}

  /// The change, null where somebody has said off, or where an annotation has no place to stand.
  public static @Nullable Edit edit(LogSection half, Resource holder) {
    return AnnotationSwitch.of(half, holder) == AnnotationSwitch.ABSENT
        ? Remedy.edit(holder, half.key(), "true")
        : null;
  }

  /// Whether somebody has said off in the annotation.
  public static boolean isRefused(LogSection half, Resource holder) {
    return AnnotationSwitch.of(half, holder) == AnnotationSwitch.OFF;
  }
}
