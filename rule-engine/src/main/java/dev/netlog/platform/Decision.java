package dev.netlog.platform;

import dev.netlog.fix.Edit;
import dev.netlog.model.Resource;
import dev.netlog.rule.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The chain of settings that decides whether a point is logged, first to last.
///
/// @param steps the settings in the order they are asked; the last one decides
/// @param remedy what would make the point logged, null where one object alone cannot
public record Decision(List<Step> steps, @Nullable Remedy remedy) {
  public Decision {
    steps = List.copyOf(steps);
  }

  /// One setting.
  ///
  /// @param resource the object that holds it, or ought to; null where it is not in the input
  /// @param place where in it; null with the resource
  /// @param text what it says: `NetworkLogging default  spec.cluster.deny  log=true delegate=true`
  public record Step(@Nullable Resource resource, @Nullable Place place, String text) {}

  /// One change that would have the point logged.
  ///
  /// @param resource the object to change, null where it is not in the input
  /// @param edit the change, null where the object is not in the input
  /// @param text the change in words, an imperative: `annotate Namespace edge with …`
  /// @param line the line of YAML to add, or the setting to write
  public record Remedy(
      @Nullable Resource resource, @Nullable Edit edit, String text, String line) {}
}
