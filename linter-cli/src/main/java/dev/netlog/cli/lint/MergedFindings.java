package dev.netlog.cli.lint;

import dev.netlog.fix.Fix;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Origin;
import dev.netlog.rule.Place;
import dev.netlog.rule.Related;
import dev.netlog.run.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Merges the findings of several groups. A file can be in more than one group, so equal findings
/// are reported once.
final class MergedFindings {
  private final Map<Key, Finding> merged = new LinkedHashMap<>();

  /// The identity of a finding.
  ///
  /// @param ordinal its number among the findings of one rule at one place
  private record Key(
      String rule, Origin origin, Place place, @Nullable JsonPointer member, int ordinal) {
    static Key of(Finding finding, int ordinal) {
      return new Key(
          finding.rule().id(),
          finding.subject().origin(),
          finding.violation().place(),
          finding.violation().member(),
          ordinal);
    }
  }

  private record Spot(Origin origin, Place place) {}

  /// Adds the findings of one group.
  void add(List<Finding> findings) {
    Map<Key, Integer> met = new HashMap<>();
    for (Finding finding : findings) {
      int ordinal = met.merge(Key.of(finding, 0), 1, Integer::sum);
      merged.merge(Key.of(finding, ordinal), finding, MergedFindings::of);
    }
  }

  /// The merged findings.
  List<Finding> all() {
    return List.copyOf(merged.values());
  }

  /// The more severe one, with the related places of both.
  private static Finding of(Finding one, Finding other) {
    if (one.equals(other)) {
      return one;
    }
    boolean worse = isWorse(other, one);
    Finding first = worse ? other : one;
    Finding second = worse ? one : other;
    return new Finding(
        first.rule(),
        first.severity(),
        first.subject(),
        first
            .violation()
            .withRelated(related(first, second))
            .withFix(fix(first.violation().fix(), second.violation().fix())));
  }

  private static boolean isWorse(Finding a, Finding b) {
    int order = a.severity().compareTo(b.severity());
    if (order == 0) {
      order = Integer.compare(size(b), size(a));
    }
    return order < 0;
  }

  private static int size(Finding finding) {
    return finding.violation().related().size();
  }

  private static List<Related> related(Finding one, Finding other) {
    List<Related> all = new ArrayList<>(one.violation().related());
    Set<Spot> known = new HashSet<>();
    all.forEach(place -> known.add(new Spot(place.resource().origin(), place.place())));
    for (Related place : other.violation().related()) {
      if (known.add(new Spot(place.resource().origin(), place.place()))) {
        all.add(place);
      }
    }
    return all;
  }

  private static @Nullable Fix fix(@Nullable Fix one, @Nullable Fix other) {
    if (one == null || other == null || other.elsewhere().isEmpty()) {
      return one;
    }
    List<Fix.Elsewhere> all = new ArrayList<>(one.elsewhere());
    Set<Origin> known = new HashSet<>();
    all.forEach(edit -> known.add(edit.resource().origin()));
    other.elsewhere().stream()
        .filter(edit -> !known.contains(edit.resource().origin()))
        .forEach(all::add);
    return new Fix(one.title(), one.safety(), one.edits(), all);
  }
}
