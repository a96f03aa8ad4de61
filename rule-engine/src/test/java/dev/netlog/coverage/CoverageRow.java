package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.oracle.World;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.network.Direction;
import dev.netlog.network.Protocol;
import dev.netlog.platform.Notice;
import dev.netlog.policy.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A row of a table of the definition of coverage, with objects that show it.
///
/// What is expected are lines, or how they start: `point …`, `excluded …`, `inactive …`,
/// `ungoverned …`, `notice …`, `counter …`, `governed …`. Of a kind of lines of which one is
/// expected all have to be; `no point` says that there is none of them.
///
/// @param name the row, for whoever reads of a failure
/// @param world the objects
/// @param addresses of outside peers
/// @param expected the lines
record CoverageRow(String name, World world, CoverageEngine addresses, List<String> expected) {
  private static final List<String> COUNTS = List.of("counter", "governed");

  static CoverageRow gke(String name, String objects, String... expected) {
    return of(name, ObjectLines.world("gke", objects), expected);
  }

  static CoverageRow ovn(String name, String objects, String... expected) {
    return of(name, ObjectLines.world("ovn", objects), expected);
  }

  static CoverageRow of(String name, World world, String... expected) {
    return new CoverageRow(name, world, CoverageEngine.ipv4(), List.of(expected));
  }

  /// The same with IPv6 addresses outside too.
  CoverageRow dualStack() {
    return new CoverageRow(name, world, CoverageEngine.dualStack(), expected);
  }

  /// Holds the engine to the row.
  void check() {
    List<String> lines =
        lines(addresses.evaluate(EngineLines.target(world), CoverageEngine.SEQUENTIAL));
    for (String kind : new TreeSet<>(expected.stream().map(CoverageRow::kind).toList())) {
      List<String> wanted =
          expected.stream().filter(line -> line.startsWith(kind + " ")).sorted().toList();
      if (COUNTS.contains(kind)) {
        assertThat(lines).as(world.yaml()).containsAll(wanted);
        continue;
      }
      List<String> actual =
          lines.stream().filter(line -> line.startsWith(kind + " ")).sorted().toList();
      assertThat(actual)
          .as(world.yaml())
          .usingElementComparator((one, start) -> one.startsWith(start) ? 0 : 1)
          .containsExactlyElementsOf(wanted);
    }
  }

  private static String kind(String line) {
    List<String> words = List.of(line.split(" ", 3));
    return words.getFirst().equals("no") ? words.get(1) : words.getFirst();
  }

  private static List<String> lines(Coverage coverage) {
    List<String> lines = new ArrayList<>(EngineLines.of(coverage));
    Stream<String> notices =
        coverage.notices().stream()
            .map(each -> "notice " + each.kind().code() + " " + each.object() + " " + words(each));
    notices.forEach(lines::add);
    return lines;
  }

  /// The detail of a notice as rows write it.
  private static String words(Notice notice) {
    return switch (notice.detail()) {
      case Notice.MissingNamespace(String name) -> name;
      case Notice.NothingSelected(String namespace, boolean satisfiable) ->
          satisfiable ? namespace : "";
      case Notice.HostNetwork _ ->
          String.join(", ", notice.related().stream().map(Names::reference).toList());
      case Notice.UnloggedNodes _ -> "windows";
      case Notice.IgnoredRules(Direction direction) -> direction.word();
      case Notice.UnresolvedPort(Protocol protocol, String port) ->
          (protocol == null ? "" : protocol.name() + " ") + "port \"" + port + "\"";
      case Notice.Shadowed(Notice.EarlierRule(int index)) -> "rule " + index;
      case Notice.Shadowed(Notice.EarlierRules _) -> "rules before it";
      case Notice.Shadowed(Notice.AdminRules _) -> "rules of admin policies";
      case Notice.NotModelled(String kind) -> kind;
      case Notice.Ungoverned(List<Direction> directions) ->
          String.join(" and ", directions.stream().map(Direction::word).toList());
    };
  }

  /// The row, as reports of tests name it.
  @Override
  public String toString() {
    return name;
  }
}
