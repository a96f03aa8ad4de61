package dev.netlog.cli.command;

import dev.netlog.cli.coverage.Base;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.io.git.BaseRevision;
import dev.netlog.io.git.ComparisonException;
import dev.netlog.rule.Quoted;
import dev.netlog.settings.CoverageSettings;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The options of `coverage` for the comparison and the gates.
final class GateOptions {
  private GateOptions() {}

  static void add(CommandSpec spec) {
    CommonOptions.value(
        spec,
        "--base",
        "REV",
        "compare HEAD with the last commit that it shares with this branch, tag or commit; netlog"
            + " reads both commits from git, so uncommitted changes do not count");
    CommonOptions.flag(spec, "--base-exact", "compare with the commit of --base itself");
    CommonOptions.value(spec, "--base-path", "DIR", "compare with the manifests in this folder");
    CommonOptions.value(
        spec,
        "--config-from",
        "WHERE",
        "base: use the settings of the base, so that a change cannot weaken its own gate;"
            + " the default is head");
    CommonOptions.value(
        spec,
        "--project-threshold",
        "POINTS",
        "percentage points that the coverage of the target may drop below the base; the default"
            + " is 0");
    CommonOptions.value(
        spec,
        "--patch",
        "MIN",
        "percentage of new and changed verdicts that must be logged; the default is 100");
    CommonOptions.value(
        spec, "--regressions", "N", "how many verdicts may lose their log; the default is 0");
    CommonOptions.flag(
        spec, "--governance", "fail if a workload loses its last policy in a direction");
    CommonOptions.values(
        spec,
        "--minimum",
        "[COUNTER=]PERCENT",
        "percentage that a counter must reach: "
            + String.join(", ", counters())
            + "; the default counter is verdict; may be repeated");
    CommonOptions.value(
        spec,
        "--minimum-per-namespace",
        "PERCENT",
        "percentage of verdicts that must be logged in each namespace");
    CommonOptions.value(
        spec,
        "--unknown",
        "fail|ignore",
        "fail: an unknown verdict counts as not logged; ignore: it does not count; the default is"
            + " fail");
    CommonOptions.flag(
        spec,
        "--explain-gate",
        "also tell what was compared: commits, settings, assumptions, renames, what was not"
            + " understood, and gates with nothing to measure");
    CommonOptions.flag(spec, "--informational", "report the gates, but never fail because of them");
  }

  private static List<String> counters() {
    return Arrays.stream(Counter.values()).map(Counter::word).toList();
  }

  /// The base to compare with.
  static Base base(ParseResult arguments) {
    String revision = CommonOptions.text(arguments, "--base");
    String folder = CommonOptions.text(arguments, "--base-path");
    boolean exact = CommonOptions.isOn(arguments, "--base-exact");
    if (revision != null && folder != null) {
      throw new UsageException("--base and --base-path cannot be combined; pass one of them");
    }
    if (exact && revision == null) {
      throw new UsageException("--base-exact needs --base REV");
    }
    if (folder != null) {
      return new Base.Folder(folder);
    }
    if (revision == null) {
      return new Base.None();
    }
    return new Base.Commit(
        exact ? BaseRevision.exactly(revision) : BaseRevision.branchedOff(revision));
  }

  /// The settings of the run: those of the head, or those of the base if the user asks for them.
  static ComparedSettings config(ParseResult arguments, Console console, Base base)
      throws ComparisonException {
    String from = CommonOptions.text(arguments, "--config-from");
    boolean fromBase =
        from != null
            && CommonOptions.oneOf("--config-from", from, List.of("base", "head")).equals("base");
    if (base instanceof Base.Commit(BaseRevision revision)) {
      return fromBase
          ? BaseConfig.deciding(arguments, console, revision)
          : BaseConfig.beside(arguments, console, revision);
    }
    if (fromBase) {
      throw new UsageException("--config-from base needs --base REV");
    }
    return new ComparedSettings(Configured.file(arguments, console), null, null, BaseConfig.HEAD);
  }

  /// The gates: from the options, else from the settings, else the defaults.
  static GateSettings gates(ParseResult arguments, CoverageSettings settings) {
    GateSettings standard = GateSettings.STANDARD;
    BigDecimal threshold = percent(arguments, "--project-threshold", settings.projectThreshold());
    BigDecimal patch = percent(arguments, "--patch", settings.patch());
    String regressions = CommonOptions.text(arguments, "--regressions");
    String unknown = CommonOptions.text(arguments, "--unknown");
    boolean ignore =
        unknown == null
            ? settings.unknown() == CoverageSettings.Unknown.IGNORE
            : CommonOptions.oneOf("--unknown", unknown, List.of("fail", "ignore")).equals("ignore");
    return new GateSettings(
        threshold == null ? standard.projectThreshold() : threshold,
        patch == null ? standard.patch() : patch,
        regressions == null
            ? settings.regressions() == null ? 0 : settings.regressions()
            : CommonOptions.count("--regressions", regressions),
        CommonOptions.isOn(arguments, "--governance") || Boolean.TRUE.equals(settings.governance()),
        minimum(arguments, settings),
        percent(arguments, "--minimum-per-namespace", settings.minimumPerNamespace()),
        ignore,
        CommonOptions.isOn(arguments, "--informational")
            || Boolean.TRUE.equals(settings.informational()));
  }

  private static Map<Counter, BigDecimal> minimum(
      ParseResult arguments, CoverageSettings settings) {
    Map<Counter, BigDecimal> minimum = new EnumMap<>(Counter.class);
    settings.minimum().forEach((counter, value) -> minimum.put(counter(counter), value));
    for (String given : CommonOptions.texts(arguments, "--minimum")) {
      int equals = given.indexOf('=');
      String counter = equals < 0 ? Counter.VERDICT.word() : given.substring(0, equals);
      CommonOptions.oneOf("--minimum counter", counter, counters());
      minimum.put(counter(counter), percent("--minimum", given.substring(equals + 1)));
    }
    return minimum;
  }

  private static Counter counter(String word) {
    return Counter.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static @Nullable BigDecimal percent(
      ParseResult arguments, String option, @Nullable BigDecimal otherwise) {
    String given = CommonOptions.text(arguments, option);
    return given == null ? otherwise : percent(option, given);
  }

  private static BigDecimal percent(String option, String given) {
    String digits = given.endsWith("%") ? given.substring(0, given.length() - 1) : given;
    if (digits.matches("[0-9]{1,3}([.][0-9]{1,12})?")) {
      BigDecimal percent = new BigDecimal(digits);
      if (percent.compareTo(BigDecimal.valueOf(100)) <= 0) {
        return percent;
      }
    }
    throw new UsageException(
        option
            + " "
            + Quoted.of(given)
            + " is not a percentage from 0 to 100; write one as in 80 or 99.5");
  }
}
