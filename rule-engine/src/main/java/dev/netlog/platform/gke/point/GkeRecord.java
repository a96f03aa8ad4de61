package dev.netlog.platform.gke.point;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.model.Value;
import dev.netlog.platform.LogRecord;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.gke.networklogging.LogSection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the agent writes about the connections of a point.
///
/// Source: [Use network policy
/// logging](https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy-logging), "log
/// record format": a denied connection has no policies; where a half is delegated, only annotated
/// policies are listed.
public final class GkeRecord {
  private GkeRecord() {}

  /// The record of a logged point.
  public static LogRecord of(Point point, GkeLogging logging, Inventory inventory) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("disposition", new Value.Text(GkeLogging.half(point).field()));
    if (point.reason() instanceof Reason.Allowing(Resource policy, _)) {
      boolean all = logging.cluster(inventory).settled(LogSection.ALLOW) != null;
      members.put("policies", names(policy, point, all, logging));
    }
    return new LogRecord(members);
  }

  /// The policies that the record may name, sorted: of those that are listed at all, the ones that
  /// meet this one, which does so itself.
  private static Value names(Resource policy, Point point, boolean all, GkeLogging logging) {
    List<Resource> listed = all ? point.applied().policies() : logging.annotated(point).sure();
    List<Value> names =
        point.applied().meeting(policy, listed).stream()
            .map(met -> ResourceId.local(point.namespace(), met.id().name()))
            .sorted()
            .distinct()
            .<Value>map(Value.Text::new)
            .toList();
    return new Value.Sequence(names);
  }
}
