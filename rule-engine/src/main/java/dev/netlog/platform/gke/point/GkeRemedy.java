package dev.netlog.platform.gke.point;

import dev.netlog.fix.Edit;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Decision.Remedy;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.gke.annotation.AnnotationSwitch;
import dev.netlog.platform.gke.networklogging.LogMode;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.platform.shared.LostAnnotations;
import dev.netlog.platform.shared.NamespaceObject;
import dev.netlog.platform.text.Phrase;
import dev.netlog.policy.Names;
import org.jspecify.annotations.Nullable;

/// The one change that would have the agent log a point.
final class GkeRemedy {
  private static final String ON = "true";

  private GkeRemedy() {}

  /// The remedy of a point that is not logged, or not surely; null where no single change would do.
  static @Nullable Remedy of(Point point, ClusterLogging cluster, Inventory inventory) {
    if (point.windows()) {
      return null;
    }
    LogSection half = GkeLogging.half(point);
    return switch (cluster) {
      case ClusterLogging.Rejected _, ClusterLogging.Refused _, ClusterLogging.Unseen _ -> null;
      case ClusterLogging.Absent _, ClusterLogging.Removed _ -> written(half);
      case ClusterLogging.Assumed(_, LogMode mode) ->
          mode == LogMode.OFF ? written(half) : annotated(half, point, inventory);
      case ClusterLogging.Obeyed obeyed ->
          obeyed.mode(half) == LogMode.OFF
              ? switchedOn(half, obeyed.resource())
              : annotated(half, point, inventory);
    };
  }

  private static Remedy annotated(LogSection half, Point point, Inventory inventory) {
    if (point.reason() instanceof Reason.Allowing(Resource policy, _)) {
      return annotated(half, policy, Phrase.ofName("NetworkPolicy ", Names.local(policy)));
    }
    Resource object = NamespaceObject.in(inventory, point.namespace());
    Phrase name = Phrase.ofNamespace("Namespace ", point.namespace());
    return object == null
        ? Remedy.firstAnnotation(null, name, half.key(), ON)
        : annotated(half, object, name);
  }

  private static Remedy annotated(LogSection half, Resource holder, Phrase name) {
    return AnnotationSwitch.of(half, holder) == AnnotationSwitch.LOST
        ? LostAnnotations.remedy(holder, name)
        : Remedy.firstAnnotation(holder, name, half.key(), ON);
  }

  /// Nothing is delegated as long as `log` is not true, so that alone logs the whole half.
  private static Remedy switchedOn(LogSection half, Resource resource) {
    Edit edit = new Edit.Set(half.pointer().child("log"), new Value.Bool(true));
    return new Remedy(
        resource,
        edit,
        Phrase.of("set spec.cluster." + half.field() + ".log to true in NetworkLogging default"),
        "log: true");
  }

  private static Remedy written(LogSection half) {
    return new Remedy(
        null,
        null,
        Phrase.of(
            "write a NetworkLogging default with spec.cluster." + half.field() + ".log: true"),
        "spec: {cluster: {" + half.field() + ": {log: true}}}");
  }
}
