package dev.netlog.platform.text;

import dev.netlog.model.Resource;
import dev.netlog.policy.Names;
import java.util.List;
import java.util.function.Function;

/// Names of several objects as a part of a sentence.
public final class NameList {
  /// More names than this are counted.
  private static final int SHOWN = 6;

  private NameList() {}

  /// `api`, `api and web`, `api, web and 12 more`.
  public static String names(List<Resource> resources) {
    return listed(resources, resource -> resource.id().name());
  }

  /// The same with kinds: `Deployment api and Job seed`.
  public static String kinds(List<Resource> resources) {
    return listed(resources, resource -> resource.id().kind() + " " + Names.name(resource));
  }

  private static String listed(List<Resource> resources, Function<Resource, String> name) {
    int shown = resources.size() > SHOWN ? SHOWN - 1 : resources.size();
    List<String> names = resources.stream().limit(shown).map(name).toList();
    int more = resources.size() - shown;
    if (more == 0 && names.size() > 1) {
      return String.join(", ", names.subList(0, shown - 1)) + " and " + names.getLast();
    }
    return String.join(", ", names) + (more == 0 ? "" : " and " + more + " more");
  }
}
