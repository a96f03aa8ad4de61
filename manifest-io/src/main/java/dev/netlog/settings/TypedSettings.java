package dev.netlog.settings;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.network.Selector;
import dev.netlog.platform.AssumptionKey;
import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.run.Severities;
import dev.netlog.settings.CoverageSettings.Unknown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns a file that the schema accepts into settings. Reports what the schema cannot check: rule
/// ids, duplicate names, contradictions.
final class TypedSettings {
  /// Members that the file may hold already, but that nothing uses yet.
  private static final List<String> LATER = List.of("ignore", "suppressions", "baseline");

  private final RuleCatalog catalog;
  private final List<String> ruleIds;
  private final List<SettingsProblem> problems;

  /// @param problems receives the problems that are found
  TypedSettings(RuleCatalog catalog, List<SettingsProblem> problems) {
    this.catalog = catalog;
    this.ruleIds = catalog.infos().stream().map(RuleInfo::id).toList();
    this.problems = problems;
  }

  Settings read(Members file) {
    Set<String> platforms = platforms(file, Set.of());
    String failOn = file.text("fail-on");
    return new Settings(
        platforms,
        targets(file, platforms),
        file.items("ignore-paths").stream()
            .flatMap(
                item -> item instanceof Value.Text(String text) ? Stream.of(text) : Stream.of())
            .map(PathPattern::of)
            .toList(),
        failOn == null ? null : FailOn.of(failOn),
        severities(file.mapping("rules")),
        coverage(file.mapping("coverage")),
        injection(file.mapping("inject")),
        LATER.stream().filter(file.names()::contains).toList());
  }

  static Set<String> platforms(Members members, Set<String> otherwise) {
    String given = members.text("platform");
    return given == null ? otherwise : new LinkedHashSet<>(Arrays.asList(given.split(",", -1)));
  }

  private List<Target> targets(Members file, Set<String> platforms) {
    List<String> assumed = catalog.assumptions().stream().map(AssumptionKey::name).toList();
    TypedTarget reader = new TypedTarget(assumed, platforms, problems);
    List<Target> targets = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    for (Members each : file.mappings("targets")) {
      Target target = reader.read(each);
      targets.add(target);
      if (each.names().contains("paths")) {
        taken.addAll(target.paths());
      }
    }
    List<Members> members = file.mappings("targets");
    for (int i = 0; i < members.size(); i++) {
      if (!members.get(i).names().contains("paths")) {
        targets.set(i, targets.get(i).ofTheRest(taken));
      }
    }
    return targets;
  }

  private Severities severities(Members rules) {
    Map<String, Severity> changed = new LinkedHashMap<>();
    Set<String> off = new LinkedHashSet<>();
    for (Map.Entry<String, Value> rule : rules.values().entrySet()) {
      String id = rule.getKey();
      if (!ruleIds.contains(id)) {
        problems.add(SettingsProblem.key(rules.at(id), unknownRule(id)));
      }
      Severity severity = severity(rule.getValue());
      if (severity != null) {
        changed.put(id, severity);
      } else if (isOff(rule.getValue())) {
        off.add(id);
      }
    }
    return new Severities(changed, off);
  }

  private String unknownRule(String id) {
    String meant = DidYouMean.of(id, ruleIds);
    return "rule "
        + Quoted.of(id)
        + " is unknown; "
        + (meant == null ? "" : "did you mean " + Quoted.of(meant) + "? ")
        + "netlog rules lists all";
  }

  private static @Nullable Severity severity(Value value) {
    for (Severity severity : Severity.values()) {
      if (value.equals(new Value.Text(severity.word()))) {
        return severity;
      }
    }
    return null;
  }

  /// YAML 1.1 reads a bare `off` as false.
  private static boolean isOff(Value value) {
    return value.equals(new Value.Text("off")) || value.equals(new Value.Bool(false));
  }

  private Injection injection(Members inject) {
    Map<String, Map<String, String>> byPlatform = new LinkedHashMap<>();
    for (String id : catalog.platformIds()) {
      Map<String, String> wanted = wanted(inject.mapping(id));
      if (!wanted.isEmpty()) {
        byPlatform.put(id, wanted);
      }
    }
    return new Injection(byPlatform, selector(inject));
  }

  /// Leaves out members that are false.
  private static Map<String, String> wanted(Members members) {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String name : members.names()) {
      String text = members.text(name);
      if (text != null) {
        wanted.put(name, text);
      } else if (Boolean.TRUE.equals(members.flag(name))) {
        wanted.put(name, "true");
      }
    }
    return wanted;
  }

  /// A selector that Kubernetes would refuse is reported, so that it never selects everything.
  private Selector selector(Members inject) {
    Members selector = inject.mapping("namespaceSelector");
    return switch (Selector.parse(new Value.Mapping(selector.values()), selector.place())) {
      case Selector.Ok(Selector parsed) -> parsed;
      case Selector.Problem(JsonPointer at, String message) -> {
        problems.add(SettingsProblem.value(at, message));
        yield Selector.everything();
      }
    };
  }

  private static CoverageSettings coverage(Members coverage) {
    Map<String, BigDecimal> minimum = new LinkedHashMap<>();
    Members minima = coverage.mapping("minimum");
    for (String counter : minima.names()) {
      BigDecimal percent = minima.number(counter);
      if (percent != null) {
        minimum.put(counter, percent);
      }
    }
    BigDecimal regressions = coverage.number("regressions");
    String unknown = coverage.text("unknown");
    return new CoverageSettings(
        coverage.mapping("project").number("threshold"),
        coverage.number("patch"),
        regressions == null ? null : regressions.intValue(),
        coverage.flag("governance"),
        minimum,
        coverage.number("minimum-per-namespace"),
        unknown == null ? null : unknown(unknown),
        coverage.flag("informational"));
  }

  private static @Nullable Unknown unknown(String word) {
    for (Unknown each : Unknown.values()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
        return each;
      }
    }
    return null;
  }
}
