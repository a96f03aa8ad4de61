package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.oracle.Oracle;
import dev.netlog.coverage.oracle.OracleCoverage;
import dev.netlog.coverage.oracle.OraclePoint;
import dev.netlog.coverage.oracle.OraclePoint.Judgement;
import dev.netlog.coverage.oracle.Shrinker;
import dev.netlog.coverage.oracle.World;
import dev.netlog.coverage.oracle.WorldMaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// The engine against the oracle, on generated worlds of both platforms.
///
/// `-Dnetlog.oracle.worlds=N` tries more of them, `-Dnetlog.oracle.seed=N` others.
class OracleTest {
  private static final int WORLDS = Integer.getInteger("netlog.oracle.worlds", 2_000);
  private static final long SEED = Long.getLong("netlog.oracle.seed", 1);

  /// Far enough apart that two seeds share no world.
  private static final long STRIDE = 1_000_000_007;

  /// Kinds of points that must turn up, so that nothing is vacuous.
  private static final List<String> NEEDED =
      List.of(
          "gke allow covered annotated",
          "gke allow covered covered-by-others",
          "gke allow covered log-all",
          "gke allow missed invalid-annotation",
          "gke allow missed invalid-annotation partial",
          "gke allow missed log-disabled",
          "gke allow missed not-annotated",
          "gke allow missed not-annotated partial",
          "gke allow missed unsupported-os",
          "gke allow unknown generated-label",
          "gke allow unknown named-port-unresolved",
          "gke allow unknown networklogging-invalid",
          "gke allow unknown networklogging-unknown",
          "gke any unknown other-network",
          "gke any unknown unmodelled-policy",
          "gke deny covered annotated",
          "gke deny covered log-all",
          "gke deny missed invalid-annotation",
          "gke deny missed log-disabled",
          "gke deny missed not-annotated",
          "gke deny missed unsupported-os",
          "gke deny unknown generated-label",
          "gke deny unknown namespace-unknown",
          "gke deny unknown networklogging-invalid",
          "gke deny unknown networklogging-unknown",
          "ovn any unknown other-network",
          "ovn any unknown unmodelled-policy",
          "ovn allow unknown generated-label",
          "ovn allow unknown named-port-unresolved",
          "ovn deny unknown generated-label",
          "ovn pass covered annotated",
          "ovn pass missed invalid-annotation",
          "ovn pass missed not-annotated",
          "ovn pass missed not-programmed",
          "ovn pass unknown namespace-unknown",
          "ovn allow missed not-programmed of AdminNetworkPolicy",
          "ovn deny missed not-programmed of AdminNetworkPolicy",
          "ovn allow missed not-programmed of EgressFirewall",
          "ovn deny missed not-programmed of EgressFirewall",
          "ovn refused AdminNetworkPolicy",
          "ovn refused BaselineAdminNetworkPolicy",
          "ovn refused EgressFirewall",
          "ovn refused Namespace",
          "ovn refused NetworkPolicy",
          "gke refused NetworkPolicy",
          "gke refused NetworkLogging",
          "ovn inactive AdminNetworkPolicy",
          "ovn inactive EgressFirewall",
          "gke inactive NetworkPolicy");

  /// Kinds of virtual subjects that must turn up, by what they are named after and what else was
  /// read of their namespace.
  private static final List<String> NEEDED_SUBJECTS =
      List.of(
          "gke virtual beside workloads",
          "gke virtual in the node's network only",
          "gke virtual without workloads",
          "gke virtual where all were read",
          "ovn virtual of an admin policy anywhere",
          "ovn virtual of an admin policy in a Namespace",
          "ovn virtual where all were read");

  private static final List<String> OVN_STATES =
      List.of(
          "covered annotated",
          "missed invalid-annotation",
          "missed not-annotated",
          "unknown namespace-unknown");

  private static final List<String> OVN_REASONS =
      List.of(
          "NetworkPolicy", "AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "EgressFirewall");

  @Test
  void theEngineSaysOfEveryWorldWhatTheDefinitionSays() {
    Map<String, LongAdder> seen = new ConcurrentSkipListMap<>();
    Optional<World> wrong =
        LongStream.range(SEED * STRIDE, SEED * STRIDE + WORLDS)
            .parallel()
            .mapToObj(WorldMaker::world)
            .filter(world -> differs(world, seen))
            .findAny();
    wrong.ifPresent(OracleTest::explain);
    seen.forEach((what, count) -> System.out.println(count + " " + what));
    assertThat(seen.keySet()).containsAll(NEEDED).containsAll(NEEDED_SUBJECTS);
    for (String verdict : List.of("allow", "deny")) {
      for (String state : OVN_STATES) {
        for (String reason : OVN_REASONS) {
          assertThat(seen).containsKey("ovn " + verdict + " " + state + " of " + reason);
        }
      }
    }
  }

  private static boolean differs(World world, Map<String, LongAdder> seen) {
    OracleCoverage expected = Oracle.of(world);
    count("worlds of " + world.platform(), seen);
    for (OraclePoint point : expected.points()) {
      Judgement judgement = point.judgement();
      String kind =
          world.platform()
              + " "
              + point.verdict()
              + " "
              + judgement.state()
              + " "
              + judgement.cause()
              + (judgement.partial() ? " partial" : "");
      count(kind, seen);
      String reason =
          point.reason().equals("default-deny")
              ? "NetworkPolicy"
              : point.reason().substring(0, point.reason().indexOf('/'));
      if (world.platform().equals("ovn")) {
        count(kind + " of " + reason, seen);
      }
    }
    countObjects(world, expected, seen);
    return !expected.lines().equals(lines(world, expected));
  }

  private static void countObjects(
      World world, OracleCoverage expected, Map<String, LongAdder> seen) {
    String platform = world.platform() + " ";
    expected.refused().forEach(each -> count(platform + "refused " + kind(each), seen));
    expected.inactive().forEach(each -> count(platform + "inactive " + kind(each), seen));
    for (String subject : expected.virtualSubjects()) {
      String namespace = subject.substring(0, subject.indexOf('/') + 1);
      if (subject.contains("/Virtual/AdminNetworkPolicy-")) {
        String where = namespace.equals("*/") ? "anywhere" : "in a Namespace";
        count(platform + "virtual of an admin policy " + where, seen);
      } else if (expected.pairs().stream().anyMatch(pair -> pair.startsWith(namespace))) {
        count(platform + "virtual beside workloads", seen);
      } else {
        boolean hosts = expected.excluded().stream().anyMatch(each -> each.startsWith(namespace));
        count(
            platform + (hosts ? "virtual in the node's network only" : "virtual without workloads"),
            seen);
      }
      if (world.isComplete()) {
        count(platform + "virtual where all were read", seen);
      }
    }
  }

  private static String kind(String object) {
    return object.substring(0, object.indexOf('/'));
  }

  private static void count(String what, Map<String, LongAdder> seen) {
    seen.computeIfAbsent(what, _ -> new LongAdder()).increment();
  }

  private static boolean differs(World world) {
    OracleCoverage expected = Oracle.of(world);
    return !expected.lines().equals(lines(world, expected));
  }

  private static List<String> lines(World world, OracleCoverage expected) {
    Coverage coverage = EngineLines.coverage(world);
    List<String> lines = new ArrayList<>(EngineLines.of(coverage));
    for (String policy : expected.policies()) {
      Status status = coverage.policyStatus(policy);
      if (status != null) {
        lines.add("status " + policy + " " + status.word());
      }
    }
    lines.sort(String::compareTo);
    return lines;
  }

  private static void explain(World world) {
    World small = Shrinker.shrunk(world, OracleTest::differs);
    OracleCoverage expected = Oracle.of(small);
    List<String> actual = lines(small, expected);
    List<String> extra = new ArrayList<>(actual);
    extra.removeAll(expected.lines());
    List<String> lacking = new ArrayList<>(expected.lines());
    lacking.removeAll(actual);
    assertThat(String.join("\n", extra))
        .as("what the engine says beyond the oracle, about\n%s", small.yaml())
        .isEqualTo(String.join("\n", lacking));
  }
}
