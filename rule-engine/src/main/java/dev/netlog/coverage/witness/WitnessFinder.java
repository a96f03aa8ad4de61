package dev.netlog.coverage.witness;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.input.AdminStage;
import dev.netlog.coverage.points.ApplicablePolicies;
import dev.netlog.model.Resource;
import dev.netlog.network.Addresses;
import dev.netlog.network.Box;
import dev.netlog.network.ConnectionSet;
import dev.netlog.network.Direction;
import dev.netlog.network.Label;
import dev.netlog.network.LabelValues;
import dev.netlog.network.NamedPort;
import dev.netlog.network.Ports;
import dev.netlog.network.Search;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.policy.Names;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Names, for a missed point, one connection in it that leaves no record.
///
/// The peer is one whose own side no policy governs, so that nothing else decides or records the
/// connection. Each witness is predicted before it is told. Not safe for use by several threads.
public final class WitnessFinder {
  private final Coverage coverage;
  private final Endpoints ends;
  private final Map<String, Map<String, JudgedPoint>> judged = new TreeMap<>();

  /// A finder for the points of a coverage.
  public WitnessFinder(Coverage coverage) {
    this.coverage = coverage;
    this.ends = new Endpoints(coverage.target());
  }

  /// A witness for a point; null where the point is not missed, where every peer is governed
  /// itself, or where none could be found within the budget.
  public @Nullable Witness find(SubjectPoint point) {
    Point of = point.point().point();
    Subject subject = point.of();
    Direction direction = of.direction();
    if (point.status() != Status.MISSED || direction == null || subject == null) {
      return null;
    }
    if (!(of.applied() instanceof ApplicablePolicies applied)) {
      return null;
    }
    for (Wanted wanted : wanted(of, applied, subject)) {
      for (Attempt attempt : attempts(wanted, direction)) {
        Box where = where(attempt, applied);
        if (where != null) {
          Connection connection = pick(where);
          Witness witness =
              new Witness(subject.id(), direction, connection, of.verdict(), of.reason());
          if (ends.isSilent(witness, subject, of, recorded(subject, direction))) {
            return witness;
          }
        }
      }
    }
    return null;
  }

  /// Connections to choose from.
  ///
  /// @param stage what must leave them open, null where that does not matter
  /// @param surely whether it has to leave them open in whatever order policies of one priority are
  ///   asked
  private record Wanted(
      ConnectionSet set, List<ConnectionSet> others, @Nullable AdminStage stage, boolean surely) {}

  /// @param governed what is left out; worked out only when it is needed
  private record Attempt(
      Wanted wanted, ConnectionSet within, Supplier<List<ConnectionSet>> governed) {}

  /// Where to look: first among the connections that do not depend on the order of policies of one
  /// priority.
  private List<Wanted> wanted(Point point, ApplicablePolicies applied, Subject subject) {
    return switch (point.reason()) {
      case Reason.Allowing(var policy, _) ->
          behind(
              applied.admittedBy(policy),
              List.of(applied.united(logged(applied, subject, point))),
              applied);
      case Reason.DefaultDeny _ ->
          behind(applied.namespace().everything(), applied.admittedBy(applied.certain()), applied);
      case Reason.AdminRule rule -> first(rule, applied);
      case Reason.NamespaceRule _, Reason.Unmodelled _ -> List.of();
    };
  }

  private static List<Wanted> behind(
      ConnectionSet set, List<ConnectionSet> others, ApplicablePolicies applied) {
    Wanted surely = new Wanted(set, others, applied.before(), true);
    return applied.before().hasTies()
        ? List.of(surely, new Wanted(set, others, applied.before(), false))
        : List.of(surely);
  }

  /// The applied policies whose connections are recorded in any case.
  private List<Resource> logged(ApplicablePolicies applied, Subject subject, Point point) {
    Map<String, JudgedPoint> states = recorded(subject, point.direction());
    return applied.policies().stream()
        .filter(
            policy -> {
              JudgedPoint state = states.get(Names.reference(policy));
              return state != null && state.state() instanceof LoggingState.Logged;
            })
        .toList();
  }

  /// The judged points of a subject's direction by reason.
  private Map<String, JudgedPoint> recorded(Subject subject, @Nullable Direction direction) {
    return judged.computeIfAbsent(
        subject.id() + direction,
        _ -> {
          Map<String, JudgedPoint> states = new TreeMap<>();
          NamespaceCoverage namespace = coverage.namespace(subject.namespace());
          for (Group group : namespace == null ? List.<Group>of() : namespace.groups()) {
            if (group.subjects().contains(subject)) {
              for (JudgedPoint point : group.points()) {
                if (point.point().direction() == direction) {
                  states.put(point.point().reason().text(), point);
                }
              }
            }
          }
          return states;
        });
  }

  private static List<Wanted> first(Reason.AdminRule rule, ApplicablePolicies applied) {
    for (AdminStage stage : List.of(applied.before(), applied.behind())) {
      for (int i = 0; i < stage.rules().size(); i++) {
        AdminStage.Rule candidate = stage.rules().get(i);
        if (candidate.reason().text().equals(rule.text())) {
          AdminStage before = candidate.policy().baseline() ? applied.before() : null;
          Wanted surely = new Wanted(candidate.set(), stage.rivals(i), before, true);
          return stage.hasTies() || (before != null && before.hasTies())
              ? List.of(surely, new Wanted(candidate.set(), stage.before(i), before, false))
              : List.of(surely);
        }
      }
    }
    return List.of();
  }

  /// Where to look, the simplest peers first: outside addresses; pods of a namespace that is not in
  /// the input; any pods that no policy governs.
  private List<Attempt> attempts(Wanted wanted, Direction direction) {
    Direction theirs = direction == Direction.INGRESS ? Direction.EGRESS : Direction.INGRESS;
    List<Box> outside = new ArrayList<>();
    List<Box> elsewhere = new ArrayList<>();
    List<Box> pods = new ArrayList<>();
    LabelValues foreign = ends.otherNamespaces();
    for (Box box : wanted.set().boxes()) {
      if (!box.isPods()) {
        outside.add(box);
        continue;
      }
      pods.add(box);
      Box away = box.withLabel(Label.NAMESPACE_NAME, foreign);
      if (away != null) {
        elsewhere.add(away);
      }
    }
    return List.of(
        new Attempt(wanted, ConnectionSet.of(outside), List::of),
        new Attempt(
            wanted, ConnectionSet.of(elsewhere), () -> List.of(ends.governedByCluster(theirs))),
        new Attempt(
            wanted,
            ConnectionSet.of(pods),
            () -> List.of(ends.governedByCluster(theirs), ends.governed(named(pods), theirs))));
  }

  /// The namespaces that some boxes are about; those of the input where they are about any.
  private Set<String> named(List<Box> pods) {
    Set<String> names = new TreeSet<>();
    for (Box box : pods) {
      Set<String> finite = box.label(Label.NAMESPACE_NAME).finiteValues();
      names.addAll(finite == null ? ends.namespaces() : finite);
    }
    return names;
  }

  private static @Nullable Box where(Attempt attempt, ApplicablePolicies applied) {
    if (attempt.within().isEmpty()) {
      return null;
    }
    List<ConnectionSet> hidden = new ArrayList<>(attempt.wanted().others());
    hidden.addAll(attempt.governed().get());
    AdminStage stage = attempt.wanted().stage();
    Search search = applied.namespace().questions().search();
    Search.Answer answer =
        stage == null
            ? search.uncovered(attempt.within(), hidden)
            : attempt.wanted().surely()
                ? stage.surelyOpen(attempt.within(), hidden, search)
                : stage.open(attempt.within(), hidden, search);
    return answer instanceof Search.Answer.Some(Box where) ? where : null;
  }

  /// One connection of a box.
  private static Connection pick(Box box) {
    Ports.Port port = Ports.pick(box.ports());
    if (!box.isPods()) {
      return new Connection(
          new Peer.Outside(Addresses.pick(box.addresses())), port.protocol(), port.number());
    }
    Map<String, String> namespace = new TreeMap<>();
    Map<String, String> pod = new TreeMap<>();
    box.labels()
        .forEach(
            (label, values) -> {
              String value = values.pick();
              if (value != null) {
                (label.owner() == Label.Owner.POD ? pod : namespace).put(label.key(), value);
              }
            });
    String name = namespace.remove(Label.NAMESPACE_NAME.key());
    Set<String> names =
        box.namedPorts().entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(Map.Entry::getKey)
            .filter(named -> named.protocol() == port.protocol())
            .map(NamedPort::name)
            .collect(Collectors.toCollection(TreeSet::new));
    boolean anywhere = box.addresses().contains(Addresses.ipv4());
    return new Connection(
        new Peer.Pod(
            name == null ? "elsewhere" : name,
            namespace,
            pod,
            anywhere ? null : Addresses.pick(box.addresses()),
            names),
        port.protocol(),
        port.number());
  }
}
