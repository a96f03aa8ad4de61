package dev.netlog.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the settings of coverage in which two settings files differ.
public final class SettingChanges {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private final List<SettingChange> changes = new ArrayList<>();

  private SettingChanges() {}

  /// The differences, in the order of the file.
  public static List<SettingChange> between(Settings base, Settings head) {
    SettingChanges found = new SettingChanges();
    found.add("platform", String.join(",", base.platforms()), String.join(",", head.platforms()));
    Map<String, String> before = targets(base);
    Map<String, String> after = targets(head);
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.forEach(
        name -> found.add(name, before.getOrDefault(name, ""), after.getOrDefault(name, "")));
    found.ignored(base.ignorePaths(), head.ignorePaths());
    found.gates(base.coverage(), head.coverage());
    return found.changes;
  }

  private static Map<String, String> targets(Settings settings) {
    Map<String, String> values = new TreeMap<>();
    for (Target target : settings.targets()) {
      String name = "targets." + target.name();
      values.put(name + ".platform", String.join(",", target.platforms()));
      values.put(name + ".paths", String.join(",", target.paths()));
      target.assumptions().values().forEach((key, to) -> values.put(name + ".assume." + key, to));
      if (target.complete() != null) {
        values.put(name + ".complete", target.complete().toString());
      }
      if (target.namespace() != null) {
        values.put(name + ".namespace", target.namespace());
      }
    }
    return values;
  }

  private void ignored(List<PathPattern> base, List<PathPattern> head) {
    for (PathPattern pattern : base) {
      add("ignore-paths", pattern.text(), head.contains(pattern) ? pattern.text() : "");
    }
    for (PathPattern pattern : head) {
      add("ignore-paths", base.contains(pattern) ? pattern.text() : "", pattern.text());
    }
  }

  private void gates(CoverageSettings base, CoverageSettings head) {
    number("project.threshold", base.projectThreshold(), head.projectThreshold(), null, true);
    number("patch", base.patch(), head.patch(), ALL, false);
    number("regressions", decimal(base.regressions()), decimal(head.regressions()), null, true);
    flag("governance", base.governance(), head.governance(), false);
    Set<String> counters = new TreeSet<>(base.minimum().keySet());
    counters.addAll(head.minimum().keySet());
    for (String counter : counters) {
      number("minimum." + counter, base.minimum().get(counter), head.minimum().get(counter));
    }
    number("minimum-per-namespace", base.minimumPerNamespace(), head.minimumPerNamespace());
    boolean ignores = head.unknown() == CoverageSettings.Unknown.IGNORE;
    add("coverage.unknown", word(base.unknown()), word(head.unknown()), ignores);
    flag("informational", base.informational(), head.informational(), true);
  }

  private static @Nullable BigDecimal decimal(@Nullable Integer number) {
    return number == null ? null : BigDecimal.valueOf(number);
  }

  private static String word(CoverageSettings.@Nullable Unknown unknown) {
    return switch (unknown) {
      case null -> "";
      case FAIL -> "fail";
      case IGNORE -> "ignore";
    };
  }

  private void number(String name, @Nullable BigDecimal base, @Nullable BigDecimal head) {
    number(name, base, head, null, false);
  }

  /// @param standard the value if none is set, null for 0
  /// @param more whether a larger value lets more pass
  private void number(
      String name,
      @Nullable BigDecimal base,
      @Nullable BigDecimal head,
      @Nullable BigDecimal standard,
      boolean more) {
    BigDecimal otherwise = standard == null ? BigDecimal.ZERO : standard;
    int order = (head == null ? otherwise : head).compareTo(base == null ? otherwise : base);
    add("coverage." + name, text(base), text(head), more ? order > 0 : order < 0);
  }

  private static String text(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  /// @param loose the value that lets more pass
  private void flag(String name, @Nullable Boolean base, @Nullable Boolean head, boolean loose) {
    boolean was = Boolean.TRUE.equals(base);
    boolean is = Boolean.TRUE.equals(head);
    add("coverage." + name, text(base), text(head), was != is && is == loose);
  }

  private static String text(@Nullable Boolean flag) {
    return flag == null ? "" : flag.toString();
  }

  private void add(String setting, String base, String head) {
    add(setting, base, head, false);
  }

  private void add(String setting, String base, String head, boolean loosens) {
    if (!base.equals(head)) {
      changes.add(new SettingChange(setting, base, head, loosens));
    }
  }
}
