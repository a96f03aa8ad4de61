package dev.netlog.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// The known labels of one object.
///
/// @param known labels with their values
/// @param unknownValues keys of labels that exist with an unknown value, such as
///   `pod-template-hash`; not among the known ones
/// @param uncertain keys of labels that may exist, such as one that only some of a workload's pods
///   have; not among the known ones or those with unknown values
/// @param othersUnknown whether any other label may exist as well
public record KnownLabels(
    Map<String, String> known,
    Set<String> unknownValues,
    Set<String> uncertain,
    boolean othersUnknown) {
  public KnownLabels {
    known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    unknownValues = Collections.unmodifiableSet(new LinkedHashSet<>(unknownValues));
    uncertain = Collections.unmodifiableSet(new LinkedHashSet<>(uncertain));
  }

  /// Labels without uncertain ones; others may be unknown.
  public KnownLabels(Map<String, String> known, Set<String> unknownValues, boolean othersUnknown) {
    this(known, unknownValues, Set.of(), othersUnknown);
  }

  /// Labels that are known completely.
  public static KnownLabels of(Map<String, String> known) {
    return new KnownLabels(known, Set.of(), false);
  }
}
