package dev.netlog.platform.gke;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.platform.Setting;
import dev.netlog.rule.Rule;
import java.util.List;
import java.util.Set;

public final class GkePlatform implements Platform {
  @Override
  public String id() {
    return "gke";
  }

  @Override
  public List<Rule> rules() {
    return List.of();
  }

  @Override
  public boolean reads(GroupKind kind) {
    return false;
  }

  @Override
  public Set<String> keys() {
    return Set.of();
  }

  @Override
  public boolean concerns(String key) {
    return false;
  }

  @Override
  public boolean isSeenIn(Resource resource) {
    return false;
  }

  @Override
  public List<Setting> settings(Resource resource) {
    return List.of();
  }
}
