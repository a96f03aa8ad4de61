package dev.netlog.coverage.points;

import dev.netlog.coverage.Group;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Gives virtual subjects the names that the base of a change has for the same labels, so that a
/// new policy that sorts earlier does not rename existing points.
final class VirtualNames {
  private VirtualNames() {}

  /// The subjects of a namespace with the base's names.
  ///
  /// @param base the namespace at the base, null where the base does not have it
  static List<Subject> asIn(@Nullable NamespaceCoverage base, List<Subject> subjects) {
    if (base == null) {
      return subjects;
    }
    Map<Subject.Likeness, String> names = new HashMap<>();
    for (Group group : base.groups()) {
      for (Subject subject : group.subjects()) {
        if (subject.isVirtual()) {
          names.put(subject.likeness(), subject.name());
        }
      }
    }
    Set<String> taken = new HashSet<>();
    for (Subject subject : subjects) {
      String name = subject.isVirtual() ? names.get(subject.likeness()) : null;
      if (name != null) {
        taken.add(name);
      }
    }
    List<Subject> named = new ArrayList<>();
    for (Subject subject : subjects) {
      String known = subject.isVirtual() ? names.get(subject.likeness()) : subject.name();
      named.add(known == null ? subject.named(free(subject.name(), taken)) : subject.named(known));
    }
    return named;
  }

  /// The name, or the name with a number if another subject has it.
  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + "-" + number;
    }
    return free;
  }
}
