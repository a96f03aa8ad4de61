package dev.netlog.cli.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.report.coverage.format.CoverageJsonFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The numbers of the JSON are those that anybody gets who counts its points.
final class JsonCountersProperties {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// How often each state was counted.
  private static final class Count {
    private final Map<String, Integer> states = new TreeMap<>();

    void add(String state) {
      states.merge(state, 1, Integer::sum);
    }

    int of(String state) {
      return states.getOrDefault(state, 0);
    }

    /// The state of an object with these points.
    String item() {
      if (of("covered") > 0 && states.size() == 1) {
        return "covered";
      }
      if (of("missed") == 0) {
        return "unknown";
      }
      return of("covered") > 0 ? "partial" : "missed";
    }
  }

  @Provide
  Arbitrary<Cluster> clusters() {
    return RandomClusters.clusters();
  }

  @Property(tries = 500)
  void countersAreARecountOfThePoints(@ForAll("clusters") Cluster cluster) {
    JsonNode target = target(cluster);
    List<JsonNode> counted = new ArrayList<>();
    for (JsonNode point : target.get("points")) {
      if (!point.has("counted")) {
        counted.add(point);
      }
    }
    same(target, "verdict", points(counted, _ -> true));
    same(target, "allow", points(counted, point -> text(point, "verdict").equals("allow")));
    same(target, "deny", points(counted, point -> text(point, "verdict").equals("deny")));
    same(target, "ingress", points(counted, point -> text(point, "direction").equals("ingress")));
    same(target, "egress", points(counted, point -> text(point, "direction").equals("egress")));
    same(target, "workload", items(counted, JsonCountersProperties::workload));
    same(target, "namespace", items(counted, JsonCountersProperties::namespace));
    Count all = points(counted, _ -> true);
    String low = counted.isEmpty() ? null : all.of("covered") + "/" + counted.size();
    String high =
        counted.isEmpty() ? null : all.of("covered") + all.of("unknown") + "/" + counted.size();
    assertThat(target.at("/ratio/low").stringValue(null)).isEqualTo(low);
    assertThat(target.at("/ratio/high").stringValue(null)).isEqualTo(high);
    assertThat(target.at("/governance/governable").asInt() - target.get("ungoverned").size())
        .isEqualTo(target.at("/governance/governed").asInt());
    all.states.keySet().forEach(Statistics::collect);
  }

  @Property(tries = 200)
  void pointsAreThoseOfTheCoverageByKey(@ForAll("clusters") Cluster cluster) {
    List<String> keys = new ArrayList<>();
    for (JsonNode point : target(cluster).get("points")) {
      keys.add(
          String.join(
              "|",
              text(point, "subject"),
              text(point, "direction"),
              text(point, "verdict"),
              text(point, "reason")));
    }
    List<String> expected = new ArrayList<>();
    cluster.coverage().forEach((subject, _, point) -> expected.add(point.key(subject)));
    expected.sort(null);
    assertThat(keys).isEqualTo(expected);
  }

  @Property(tries = 200)
  void membersAppearWhereTheyApply(@ForAll("clusters") Cluster cluster) {
    for (JsonNode point : target(cluster).get("points")) {
      boolean covered = text(point, "state").equals("covered");
      boolean gke = cluster.coverage().target().platform().id().equals("gke");
      assertThat(point.has("record")).isEqualTo(covered);
      assertThat(point.has("attributed"))
          .isEqualTo(covered && gke && text(point, "verdict").equals("allow"));
      assertThat(point.has("settled_by")).isEqualTo(text(point, "state").equals("unknown"));
      assertThat(!point.has("partial") || point.get("partial").booleanValue()).isTrue();
      assertThat(point.has("counted")).isEqualTo(text(point, "verdict").equals("pass"));
    }
  }

  private static JsonNode target(Cluster cluster) {
    String json = Reports.written(new CoverageJsonFormat(), Reports.of(cluster));
    return MAPPER.readTree(json).at("/targets/0");
  }

  private static Count points(List<JsonNode> points, Predicate<JsonNode> wanted) {
    Count count = new Count();
    points.stream().filter(wanted).forEach(point -> count.add(text(point, "state")));
    return count;
  }

  /// @param owner what a point belongs to, empty for nothing of this kind
  private static Count items(List<JsonNode> points, Function<JsonNode, String> owner) {
    Map<String, Count> items = new HashMap<>();
    for (JsonNode point : points) {
      String of = owner.apply(point);
      if (!of.isEmpty()) {
        items.computeIfAbsent(of, _ -> new Count()).add(text(point, "state"));
      }
    }
    Count count = new Count();
    items.values().forEach(item -> count.add(item.item()));
    return count;
  }

  private static String workload(JsonNode point) {
    String subject = text(point, "subject");
    return subject.startsWith("Namespace/") || subject.equals("Cluster") ? "" : subject;
  }

  private static String namespace(JsonNode point) {
    String subject = text(point, "subject");
    String[] parts = subject.split("/", -1);
    return subject.equals("Cluster") ? "" : parts[0].equals("Namespace") ? parts[1] : parts[0];
  }

  private static void same(JsonNode target, String counter, Count expected) {
    JsonNode written = target.at("/counters/" + counter);
    int total = 0;
    for (String state : List.of("covered", "partial", "missed", "unknown")) {
      assertThat(written.path(state).asInt(0))
          .as(counter + " " + state)
          .isEqualTo(expected.of(state));
      total += expected.of(state);
    }
    assertThat(written.get("total").asInt()).as(counter).isEqualTo(total);
  }

  private static String text(JsonNode node, String member) {
    return node.get(member).stringValue();
  }
}
