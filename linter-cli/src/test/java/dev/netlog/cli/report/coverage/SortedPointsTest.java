package dev.netlog.cli.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.Coverage;
import dev.netlog.model.Resource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Keys are put in order piece by piece; names that make one key stand among another's must not
/// disturb that.
final class SortedPointsTest {
  static Stream<List<String>> names() {
    return Stream.of(
        List.of("a", "a-b", "b", "a.b"),
        List.of("a", "a|b", "a|", "a|ingress|allow", "a|ingress|deny|x"),
        List.of("a", "a/", "a/b", "a/Deployment/a", ""),
        List.of("Namespace", "Namespace/a", "a", "Cluster", "Cluster|"),
        List.of("a", "a}", "a~", "aé", "a\ud83d\ude00", "a\uffee"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void pointsAreInTheOrderOfTheirKeys(List<String> names) throws IOException {
    List<Resource> resources = new ArrayList<>();
    Objects objects = new Objects("a.yaml");
    for (String namespace : names) {
      resources.add(objects.namespace(namespace, "true"));
      resources.add(objects.unmodelled(namespace, "c"));
      for (String name : names) {
        resources.add(objects.deployment(namespace, name));
        resources.add(objects.policy(namespace, name, 80 + names.indexOf(name), true));
      }
    }
    Coverage coverage = Cluster.of("gke", resources, Map.of()).coverage();
    List<String> keys = new ArrayList<>();
    SortedPoints.forEach(coverage, (subject, point) -> keys.add(point.key(subject)));
    List<String> expected = new ArrayList<>();
    coverage.forEach((subject, _, point) -> expected.add(point.key(subject)));
    expected.sort(null);
    assertThat(keys).hasSizeGreaterThan(names.size() * names.size()).isEqualTo(expected);
  }
}
