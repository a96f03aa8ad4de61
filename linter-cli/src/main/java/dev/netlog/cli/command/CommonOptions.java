package dev.netlog.cli.command;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.report.ColorChoice;
import dev.netlog.io.files.FileBytes;
import dev.netlog.platform.AssumptionKey;
import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// The options that all commands share, and the parsing of their values.
final class CommonOptions {
  /// The factory for picocli, which only needs lists. Its default factory searches for Groovy
  /// first.
  static final CommandLine.IFactory FACTORY = new ListFactory();

  private static final class ListFactory implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) {
      if (!type.isAssignableFrom(ArrayList.class)) {
        // No reflection, which a native binary would have to be told of.
        throw new IllegalArgumentException("picocli asks for " + type.getName());
      }
      return type.cast(new ArrayList<>());
    }
  }

  private CommonOptions() {}

  /// The possible assumptions, in the order in which messages list them.
  private static Map<String, List<String>> assumptions(RuleCatalog catalog) {
    Map<String, List<String>> known = new LinkedHashMap<>();
    known.put("input", List.of("complete", "partial"));
    catalog.assumptions().forEach(each -> known.put(each.name(), each.values()));
    return known;
  }

  /// Creates a command with its description and `--help`.
  ///
  /// @param catalog its rules and platforms; [#catalog(ParseResult)] returns them later
  static CommandSpec command(RuleCatalog catalog, String name, String... description) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(catalog, FACTORY).name(name);
    spec.usageMessage().description(description).sortOptions(false).sortSynopsis(false);
    spec.addOption(
        OptionSpec.builder("--help")
            .usageHelp(true)
            .description("print this help and exit")
            .build());
    return spec;
  }

  static void value(CommandSpec spec, String name, String label, String... description) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .arity("1")
            .type(String.class)
            .description(description)
            .build());
  }

  static void values(CommandSpec spec, String name, String label, String... description) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .arity("1")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(description)
            .build());
  }

  static void flag(CommandSpec spec, String name, String... description) {
    spec.addOption(
        OptionSpec.builder(name).arity("0").type(boolean.class).description(description).build());
  }

  static void arguments(CommandSpec spec, String label, String arity, String... description) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel(label)
            .arity(arity)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(description)
            .build());
  }

  /// The rules and platforms of a command.
  static RuleCatalog catalog(ParseResult arguments) {
    return catalog(arguments.commandSpec());
  }

  private static RuleCatalog catalog(CommandSpec spec) {
    return (RuleCatalog) spec.userObject();
  }

  /// Adds the options of commands that read manifests.
  static void input(CommandSpec spec) {
    arguments(
        spec,
        "PATH",
        "0..*",
        "file, folder, or - for standard input; the default is the working directory");
    judged(spec);
  }

  /// Adds the options for how manifests are read, and for which platform.
  static void judged(CommandSpec spec) {
    value(
        spec,
        "--platform",
        "PLATFORM",
        "what the manifests are for: "
            + choice(catalog(spec).platformIds())
            + "; the default is the platform of the settings, else each platform whose kinds or keys"
            + " occur in the manifests");
    values(
        spec,
        "--assume",
        "KEY=VALUE",
        "a fact that the manifests do not show; input=complete: the cluster has no other objects;"
            + catalog(spec).assumptions().stream()
                .map(CommonOptions::help)
                .collect(Collectors.joining(";")));
    value(
        spec,
        "--max-file-size",
        "MIB",
        "do not read files larger than this, but report them; the default is 10");
    value(
        spec,
        "--jobs",
        "N",
        "how many files to read at once; the default is the number of processors");
  }

  /// One platform, or a list of several.
  private static String choice(List<String> ids) {
    return String.join(", ", ids) + (ids.size() > 1 ? ", or " + String.join(",", ids) : "");
  }

  private static String help(AssumptionKey key) {
    return " "
        + key.name()
        + "="
        + String.join("|", key.values().subList(1, key.values().size()))
        + ": "
        + key.help();
  }

  static List<String> paths(ParseResult arguments) {
    List<String> paths = arguments.matchedPositionalValue(0, List.of());
    return paths.isEmpty() ? List.of(".") : paths;
  }

  static boolean isOn(ParseResult arguments, String flag) {
    return arguments.hasMatchedOption(flag);
  }

  static @Nullable String text(ParseResult arguments, String name) {
    return arguments.matchedOptionValue(name, null);
  }

  static List<String> texts(ParseResult arguments, String name) {
    return arguments.matchedOptionValue(name, List.of());
  }

  static Set<String> platforms(ParseResult arguments) {
    String given = text(arguments, "--platform");
    List<String> known = catalog(arguments).platformIds();
    Set<String> platforms = new LinkedHashSet<>();
    for (String id : given == null ? List.<String>of() : List.of(given.split(",", -1))) {
      platforms.add(oneOf("--platform", id, known));
    }
    return platforms;
  }

  /// The values of `--assume`, by key; the last value of a key wins.
  static Map<String, String> assumed(ParseResult arguments) {
    Map<String, String> assumed = new LinkedHashMap<>();
    Map<String, List<String>> possible = assumptions(catalog(arguments));
    for (String assumption : texts(arguments, "--assume")) {
      int equals = assumption.indexOf('=');
      String key = equals < 0 ? assumption : assumption.substring(0, equals);
      List<String> known = possible.get(oneOf("--assume", key, List.copyOf(possible.keySet())));
      String value = equals < 0 ? "" : assumption.substring(equals + 1);
      assumed.put(key, oneOf("--assume " + key + "=", value, Objects.requireNonNull(known)));
    }
    return assumed;
  }

  /// Whether the input is declared to be everything in the cluster.
  static boolean isComplete(ParseResult arguments) {
    return "complete".equals(assumed(arguments).get("input"));
  }

  static int jobs(ParseResult arguments) {
    String given = text(arguments, "--jobs");
    int processors = Runtime.getRuntime().availableProcessors();
    return given == null ? processors : (int) number("--jobs", given, 1, 1024);
  }

  static FileBytes bytes(ParseResult arguments, Console console) {
    String given = text(arguments, "--max-file-size");
    long limit = given == null ? 10 : number("--max-file-size", given, 1, 1024);
    return new FileBytes(limit * 1024 * 1024, console.in());
  }

  static ColorChoice color(ParseResult arguments) {
    String given = text(arguments, "--color");
    String word =
        given == null ? "auto" : oneOf("--color", given, List.of("auto", "always", "never"));
    return ColorChoice.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// The value, if it is an allowed word.
  static String oneOf(String option, String value, List<String> words) {
    if (words.contains(value)) {
      return value;
    }
    String meant = DidYouMean.of(value, words);
    List<String> quoted = new ArrayList<>(words);
    throw new UsageException(
        option
            + " "
            + Quoted.of(value)
            + " is unknown; "
            + (meant == null ? "" : "did you mean " + Quoted.of(meant) + "? ")
            + "use "
            + String.join(", ", quoted));
  }

  /// A number of at least 0.
  static int count(String option, String given) {
    return (int) number(option, given, 0, Integer.MAX_VALUE);
  }

  private static long number(String option, String value, long least, long most) {
    try {
      long number = Long.parseLong(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new UsageException(noNumber(option, value, least, most));
    }
    throw new UsageException(noNumber(option, value, least, most));
  }

  private static String noNumber(String option, String value, long least, long most) {
    return option + " " + Quoted.of(value) + " is not a number from " + least + " to " + most;
  }
}
