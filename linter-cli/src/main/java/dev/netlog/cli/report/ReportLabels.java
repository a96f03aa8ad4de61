package dev.netlog.cli.report;

import dev.netlog.io.text.Region;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.ResourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names things in reports for people.
final class ReportLabels {
  private static final List<String> ANNOTATIONS = List.of("metadata", "annotations");

  private ReportLabels() {}

  /// `9:16`.
  static String of(Region region) {
    return region.startLine() + ":" + region.startColumn();
  }

  /// `clusters/eu/ns.yaml:9:16`.
  static String of(String path, Region region) {
    return path + ":" + of(region);
  }

  /// `error[ovn-unknown-severity]`.
  static String rule(LocatedFinding finding) {
    return finding.severity().word() + "[" + finding.rule().id() + "]";
  }

  /// `NetworkPolicy/payments/api`.
  static String subject(ResourceId id) {
    return id.name().isEmpty() ? id + "(no name)" : id.toString();
  }

  /// A pointer as people read it: `spec › ingress[0] › ports`, or `acl-logging › deny` inside an
  /// annotation, whose long key is shortened.
  static String trail(JsonPointer pointer, @Nullable JsonPointer member) {
    StringBuilder trail = new StringBuilder();
    List<String> tokens = pointer.tokens();
    if (tokens.size() == 3 && tokens.subList(0, 2).equals(ANNOTATIONS)) {
      String key = tokens.get(2);
      trail.append(key.substring(key.indexOf('/') + 1));
    } else {
      tokens.forEach(token -> step(trail, token));
    }
    if (member != null) {
      member.tokens().forEach(token -> step(trail, token));
    }
    return trail.toString();
  }

  private static void step(StringBuilder trail, String token) {
    if (JsonPointer.index(token) >= 0) {
      trail.append('[').append(token).append(']');
    } else {
      trail.append(trail.isEmpty() ? "" : " › ").append(token);
    }
  }
}
