package dev.netlog.coverage;

import dev.netlog.network.Direction;
import dev.netlog.platform.Notice;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The coverage of one namespace. It depends only on the objects of the namespace and on
/// cluster-scoped objects.
///
/// @param name the namespace, empty for the points of the cluster itself
/// @param groups its subjects with their points, by first subject
/// @param own points of the namespace as a whole
/// @param tallies its counts
/// @param realTallies its counts without the virtual subjects
/// @param networkPolicies its NetworkPolicies, by name
/// @param policies the marks of its policies' own points by the policy's name in reports; empty
///   marks where a policy has none
/// @param adminRules the rules of cluster-scoped policies that apply here, as reports name them,
///   with whether each decides some connection
/// @param ungoverned the directions in which no policy governs a real subject, by subject
/// @param excluded subjects in the node's network
/// @param notices what was come across
/// @param undecided how many questions were given up because their cost went over the budget
/// @param lostVirtual the directions in which policies of the base governed pods that no workload
///   read stands for, and no policy does any more; empty without a base
public record NamespaceCoverage(
    String name,
    List<Group> groups,
    List<JudgedPoint> own,
    NamespaceTallies tallies,
    NamespaceTallies realTallies,
    List<NetworkPolicy> networkPolicies,
    Map<String, StatusFlags> policies,
    Map<String, Boolean> adminRules,
    Map<Subject, Set<Direction>> ungoverned,
    List<Subject> excluded,
    List<Notice> notices,
    int undecided,
    List<LostGovernance> lostVirtual) {
  public NamespaceCoverage {
    groups = List.copyOf(groups);
    own = List.copyOf(own);
    networkPolicies = List.copyOf(networkPolicies);
    excluded = List.copyOf(excluded);
    notices = List.copyOf(notices);
    lostVirtual = List.copyOf(lostVirtual);
  }

  /// What the namespace's own points are about: `Namespace/edge`, or `Cluster`.
  public String ownSubject() {
    return name.isEmpty() ? "Cluster" : "Namespace/" + name;
  }

  /// Whether any of its subjects stands for pods that no workload read does.
  public boolean hasVirtual() {
    return groups.stream().flatMap(g -> g.subjects().stream()).anyMatch(Subject::isVirtual);
  }

  /// The count of a counter.
  public Tally tally(Counter counter) {
    return tallies.tally(counter);
  }

  /// The count of a counter without the virtual subjects.
  public Tally realTally(Counter counter) {
    return realTallies.tally(counter);
  }

  /// Calls the visitor for every point of every subject. Points that no counter counts are
  /// included.
  public void forEach(Coverage.Visitor visitor) {
    for (Group group : groups) {
      for (Subject subject : group.subjects()) {
        String id = subject.id();
        group.points().forEach(point -> visitor.point(id, subject, point));
      }
    }
    own.forEach(point -> visitor.point(ownSubject(), null, point));
  }
}
