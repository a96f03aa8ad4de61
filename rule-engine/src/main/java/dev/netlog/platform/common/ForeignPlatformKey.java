package dev.netlog.platform.common;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A logging annotation of a platform that the manifests are not for.
final class ForeignPlatformKey implements Rule {
  private static RuleInfo info(List<Platform> platforms) {
    return RuleInfo.of("foreign-platform-key", null, Severity.WARNING)
        .applies(Applies.WHERE_PLATFORM_IS_NAMED)
        .title("a logging annotation that the named platform does not read")
        .explanation(
            """
              Each network plugin has logging annotations of its own, and ignores those of the others \
              without a word. After a move from one platform to another, or after copying an example, the \
              annotation is still there and nothing is logged.

              | annotation | read by |
              |---|---|
              %s

              Found only where the platform is named by option or configuration: one repository may well \
              serve several.
              """
                .formatted(rows(platforms)))
        .remedy(
            FixKind.MANUAL,
            """
              Say the same with the named platform's annotation, which may belong on another object. If the \
              manifests serve both platforms, name both.
              """)
        .sources(sources(platforms));
  }

  private static String rows(List<Platform> platforms) {
    List<String> rows = new ArrayList<>();
    for (Platform platform : platforms) {
      rows.add(row(platform.keys(), platform.systems()));
    }
    for (Vendor vendor : Vendor.ALL) {
      rows.add(row(vendor.keys(), vendor.product()));
    }
    return String.join("\n", rows);
  }

  private static String row(Collection<String> keys, String reader) {
    return "| "
        + keys.stream().sorted().map(key -> "`" + key + "`").collect(Collectors.joining(", "))
        + " | "
        + reader
        + " |";
  }

  private static String[] sources(List<Platform> platforms) {
    return Stream.concat(
            platforms.stream().map(Platform::documentation),
            Vendor.ALL.stream().map(Vendor::documentation).filter(Objects::nonNull))
        .toArray(String[]::new);
  }

  private final List<Platform> platforms;
  private final RuleInfo info;

  ForeignPlatformKey(List<Platform> platforms) {
    this.platforms = List.copyOf(platforms);
    this.info = info(platforms);
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    Set<String> named = inventory.platforms();
    if (named.isEmpty()) {
      return List.of();
    }
    List<Platform> targets = platforms.stream().filter(p -> named.contains(p.id())).toList();
    List<Violation> violations = new ArrayList<>();
    for (String key : subject.annotations().members().keySet()) {
      String reader = foreignReader(key, named);
      if (reader != null) {
        violations.add(violation(key, reader, subject, targets));
      }
    }
    return violations;
  }

  private @Nullable String foreignReader(String key, Set<String> named) {
    for (Platform platform : platforms) {
      if (platform.keys().contains(key)) {
        return named.contains(platform.id()) ? null : platform.name();
      }
    }
    Vendor vendor = Vendor.reading(key);
    return vendor == null ? null : vendor.product();
  }

  private static Violation violation(
      String key, String reader, Resource subject, List<Platform> targets) {
    String names = targets.stream().map(Platform::name).collect(Collectors.joining(" and "));
    String message =
        "annotation "
            + Quoted.of(key)
            + " is read by "
            + reader
            + ", not by "
            + names
            + "; "
            + targets.stream()
                .map(platform -> PlatformWords.instead(platform, subject))
                .collect(Collectors.joining(", "));
    return Violation.at(Place.key(Resource.annotationPointer(key)), message)
        .withFix(Fix.manual("say the same with an annotation of " + names));
  }
}
