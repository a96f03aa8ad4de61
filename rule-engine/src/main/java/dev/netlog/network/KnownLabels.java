package dev.netlog.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What is known of the labels of one object.
///
/// @param known labels with their values
/// @param unknownValues keys of labels that are there with a value that nobody can know, such as
///   `pod-template-hash`; such a key is not also known
/// @param uncertain keys of labels of which not even that is known, such as one that only some of a
///   workload's pods have; neither known nor of an unknown value
/// @param othersUnknown whether any other label may be there as well
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

  /// Labels of which it is known whether they are there, but for others that may be unknown as
  /// well.
  public KnownLabels(Map<String, String> known, Set<String> unknownValues, boolean othersUnknown) {
    this(known, unknownValues, Set.of(), othersUnknown);
  }

  /// Labels that are known completely.
  public static KnownLabels of(Map<String, String> known) {
    return new KnownLabels(known, Set.of(), false);
  }
}
