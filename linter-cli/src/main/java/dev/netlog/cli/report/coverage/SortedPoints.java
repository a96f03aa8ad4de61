package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.policy.Subject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Visits the points of a coverage in the order of their keys.
///
/// There may be millions: each subject of a group has all points of the group. So they are sorted
/// level by level: namespaces, their subjects, and the points of each subject. The prefix of the
/// keys decides. If the keys of two parts can interleave, as those of a subject `a|b` with those of
/// `a`, these parts are sorted together.
public final class SortedPoints {
  private SortedPoints() {}

  /// Receives each point.
  @FunctionalInterface
  public interface Visitor {
    /// One point of one subject.
    ///
    /// @param subject its id
    void point(String subject, JudgedPoint point) throws IOException;
  }

  /// A part whose keys all have the same prefix.
  private interface Prefixed {
    String prefix();
  }

  /// The subjects of a namespace, or the namespace as a subject.
  private record Part(String prefix, NamespaceCoverage namespace, List<Group> groups)
      implements Prefixed {}

  /// One subject.
  ///
  /// @param points in order
  private record Row(String subject, String prefix, List<JudgedPoint> points) implements Prefixed {}

  private record Keyed(String key, String subject, JudgedPoint point) {}

  /// Processes parts whose keys do not interleave with others.
  private interface Step<P> {
    void take(List<P> pieces) throws IOException;
  }

  /// Visits each point of each subject, including those that are not counted.
  public static void forEach(Coverage coverage, Visitor visitor) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (NamespaceCoverage namespace : coverage.namespaces()) {
      if (!namespace.groups().isEmpty()) {
        parts.add(new Part(namespace.name() + "/", namespace, namespace.groups()));
      }
      if (!namespace.own().isEmpty()) {
        parts.add(new Part(namespace.ownSubject() + "|", namespace, List.of()));
      }
    }
    inOrder(parts, some -> inOrder(rows(some), rows -> visit(rows, visitor)));
  }

  private static <P extends Prefixed> void inOrder(List<P> pieces, Step<P> step)
      throws IOException {
    pieces.sort((a, b) -> a.prefix().compareTo(b.prefix()));
    int start = 0;
    while (start < pieces.size()) {
      String prefix = pieces.get(start).prefix();
      int end = start + 1;
      while (end < pieces.size() && pieces.get(end).prefix().startsWith(prefix)) {
        end++;
      }
      step.take(pieces.subList(start, end));
      start = end;
    }
  }

  private static List<Row> rows(List<Part> parts) {
    List<Row> rows = new ArrayList<>();
    for (Part part : parts) {
      if (part.groups().isEmpty()) {
        String subject = part.namespace().ownSubject();
        rows.add(new Row(subject, part.prefix(), sorted(part.namespace().own())));
      }
      for (Group group : part.groups()) {
        List<JudgedPoint> points = sorted(group.points());
        for (Subject subject : group.subjects()) {
          String id = subject.id();
          rows.add(new Row(id, id + "|", points));
        }
      }
    }
    return rows;
  }

  private static List<JudgedPoint> sorted(List<JudgedPoint> points) {
    return points.stream().sorted((a, b) -> a.rest().compareTo(b.rest())).toList();
  }

  private static void visit(List<Row> rows, Visitor visitor) throws IOException {
    if (rows.size() == 1) {
      Row row = rows.getFirst();
      for (JudgedPoint point : row.points()) {
        visitor.point(row.subject(), point);
      }
      return;
    }
    List<Keyed> keyed = new ArrayList<>();
    for (Row row : rows) {
      for (JudgedPoint point : row.points()) {
        keyed.add(new Keyed(point.key(row.subject()), row.subject(), point));
      }
    }
    keyed.sort((a, b) -> a.key().compareTo(b.key()));
    for (Keyed each : keyed) {
      visitor.point(each.subject(), each.point());
    }
  }
}
