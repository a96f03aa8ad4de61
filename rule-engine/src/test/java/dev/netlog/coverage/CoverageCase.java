package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.oracle.Flow;
import dev.netlog.coverage.oracle.Tree;
import dev.netlog.coverage.oracle.World;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A worked case of coverage: objects, and what is to be said of them. Manifests are kept as JSON.
///
/// @param name the folder, with the target where there are several
/// @param world the objects with the target's platform and assumptions
/// @param expected what the case says of the target
record CoverageCase(String name, World world, Tree expected) {
  private static final List<String> NAMES =
      List.of(
          "admin-policy-alone",
          "any-workload-kind",
          "complete",
          "egress-firewall-alone",
          "not-programmed-hides-nothing",
          "other-network",
          "pass-only-admin-inactive",
          "refused",
          "tie-of-priority",
          "virtual-beside-workloads");

  static Stream<CoverageCase> all() {
    return NAMES.stream().flatMap(CoverageCase::of);
  }

  private static Stream<CoverageCase> of(String name) {
    List<Value.Mapping> objects = new ArrayList<>();
    for (Tree each : read(name, "manifests.json").items()) {
      objects.add((Value.Mapping) Objects.requireNonNull(each.value()));
    }
    return read(name, "expected.json").get("targets").items().stream()
        .map(
            target -> {
              Tree of = target.get("target");
              String platform = of.get("platform").text("");
              World world = new World(platform, objects, of.get("assume").texts());
              return new CoverageCase(name + " " + of.get("name").text(platform), world, target);
            });
  }

  private static Tree read(String name, String file) {
    String path = "/coverage-cases/" + name + "/" + file;
    try (InputStream stream = CoverageCase.class.getResourceAsStream(path)) {
      byte[] bytes = Objects.requireNonNull(stream, path).readAllBytes();
      return new Tree(Json.value(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Compares lines of the oracle, or of the engine, with what is expected.
  void check(List<String> lines) {
    List<String> said = new ArrayList<>();
    Map<String, String> records = new TreeMap<>();
    for (String line : lines) {
      int record = line.startsWith("point ") ? line.indexOf(" {") : -1;
      if (record >= 0) {
        records.put(line.substring(0, record), line.substring(record + 1));
      }
      if (!line.startsWith("status ")) {
        said.add(plain(record < 0 ? line : line.substring(0, record)));
      }
    }
    assertThat(said.stream().sorted().toList()).isEqualTo(lines().stream().sorted().toList());
    for (Tree point : expected.get("points").items()) {
      checkRecord(point.get("record"), records.getOrDefault(line(point), ""));
    }
  }

  /// Of policies the expected ones have to be in the record, of other members all.
  private static void checkRecord(Tree expected, String record) {
    if (expected.get("disposition").text("").equals("allow")) {
      assertThat(record).contains("disposition: allow");
      expected
          .get("policies")
          .items()
          .forEach(policy -> assertThat(record).contains(policy.text("")));
    } else {
      Value value = expected.value();
      assertThat(record).isEqualTo(value == null ? "" : Flow.text(value));
    }
  }

  /// All that is expected but for records, in the lines of the oracle.
  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    expected.get("points").items().forEach(point -> lines.add(line(point)));
    Tree counters = expected.get("counters");
    for (String counter : counters.names()) {
      StringBuilder line = new StringBuilder("counter ").append(counter);
      for (String word : List.of("covered", "partial", "missed", "unknown")) {
        line.append(' ').append(number(counters.at(counter, word))).append(' ').append(word);
      }
      lines.add(line.toString());
    }
    Tree governance = expected.get("governance");
    lines.add(
        "governed "
            + number(governance.get("governed"))
            + "/"
            + number(governance.get("governable")));
    addAll("ungoverned", "ungoverned", lines);
    addAll("excluded", "excluded", lines);
    addAll("inactive_policies", "inactive", lines);
    addAll("refused", "refused", lines);
    return lines;
  }

  private void addAll(String list, String word, List<String> lines) {
    expected.get(list).items().forEach(each -> lines.add(plain(word + " " + each.text(""))));
  }

  private static String line(Tree point) {
    Tree attributed = point.get("attributed");
    return "point %s|%s|%s|%s %s %s%s%s"
        .formatted(
            point.get("subject").text(""),
            point.get("direction").text(""),
            point.get("verdict").text(""),
            point.get("reason").text(""),
            point.get("state").text(""),
            point.get("cause").text(""),
            point.get("partial").isTrue() ? " partial" : "",
            attributed.exists() && !attributed.isTrue() ? " unattributed" : "");
  }

  /// An EgressFirewall may be named with its only name or without.
  private static String plain(String line) {
    return line.matches("(inactive|refused) EgressFirewall/.*/default")
        ? line.substring(0, line.lastIndexOf('/'))
        : line;
  }

  private static int number(Tree place) {
    Integer number = place.number();
    return number == null ? 0 : number;
  }

  @Override
  public String toString() {
    return name;
  }
}
