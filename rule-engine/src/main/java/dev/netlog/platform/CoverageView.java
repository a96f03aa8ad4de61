package dev.netlog.platform;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import java.util.List;
import java.util.SequencedMap;

/// What rules see of the coverage of a target: nothing can be changed through it.
public interface CoverageView {
  /// The platform of the target.
  Platform platform();

  /// The objects of the target.
  Inventory inventory();

  /// Whether the input is declared to hold everything that the cluster holds.
  boolean isComplete();

  /// Objects that stand in the input in several versions that contradict each other; none of them
  /// is in the inventory.
  List<Resource> contested();

  /// Whether a tool changes an object before the cluster gets it.
  boolean isTransformed(Resource object);

  /// What the search for points came across.
  List<Notice> notices();

  /// Those of one kind.
  default List<Notice> notices(Notice.Kind kind) {
    return notices().stream().filter(notice -> notice.kind() == kind).toList();
  }

  /// The policies with verdicts that leave no record for want of an annotation: for each namespace,
  /// by its name, those of the namespace by theirs. Namespaces without any are missing.
  SequencedMap<String, List<MissedPolicy>> missedPolicies();

  /// The same of cluster-scoped policies, by name.
  List<MissedPolicy> missedClusterPolicies();
}
