package dev.netlog.platform.gke;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Platform;
import dev.netlog.platform.Setting;
import dev.netlog.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Google Kubernetes Engine with Dataplane V2: one NetworkLogging a cluster, and two annotations
/// that it may delegate to.
public final class GkePlatform implements Platform {
  private static final String ID = "gke";

  private final List<Rule> rules =
      List.of(
          new NetworkLoggingSchema(),
          new UnknownField(),
          new DelegateWithoutLog(),
          new NetworkLoggingOff(),
          new NetworkLoggingAbsent(),
          new AnnotationValue(),
          new MisplacedAnnotation(),
          new MisspeltAnnotation(),
          new AnnotationWithoutEffect());

  @Override
  public String id() {
    return ID;
  }

  @Override
  public List<Rule> rules() {
    return rules;
  }

  @Override
  public boolean reads(GroupKind kind) {
    return kind.equals(KubernetesKinds.NAMESPACE)
        || GkeKinds.POLICIES.contains(kind)
        || GkeKinds.isMeantAsNetworkLogging(kind);
  }

  @Override
  public Set<String> keys() {
    return Set.of(Half.ALLOW.key(), Half.DENY.key());
  }

  @Override
  public boolean concerns(String key) {
    return Misspelling.concerns(key);
  }

  @Override
  public boolean isSeenIn(Resource resource) {
    return resource.is(GkeKinds.NETWORK_LOGGING)
        || KeyPlace.in(resource).stream().anyMatch(place -> place.key().startsWith(Half.PREFIX));
  }

  @Override
  public List<Setting> settings(Resource resource) {
    NetworkLogging logging = NetworkLogging.of(resource);
    if (logging != null) {
      return List.of(new Setting(ID, members(logging)));
    }
    Half half = Half.readFrom(resource.id().groupKind());
    if (half != null && resource.annotations().get(half.key()) instanceof Value.Text(String text)) {
      Value on = new Value.Bool(text.equals("true"));
      return List.of(new Setting(ID, Map.of(half.field(), on)));
    }
    return List.of();
  }

  private static Map<String, Value> members(NetworkLogging logging) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (Half half : Half.values()) {
      members.put(half.field(), new Value.Text(logging.mode(half).word()));
    }
    members.put("valid", new Value.Bool(logging.isValid()));
    members.put("stored", new Value.Bool(logging.isStored()));
    return members;
  }
}
