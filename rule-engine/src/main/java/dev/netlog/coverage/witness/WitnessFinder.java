package dev.netlog.coverage.witness;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.model.Resource;
import dev.netlog.network.Addresses;
import dev.netlog.network.Direction;
import dev.netlog.network.Label;
import dev.netlog.network.LabelValues;
import dev.netlog.network.NamedPort;
import dev.netlog.network.Ports;
import dev.netlog.network.sets.Box;
import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.network.sets.Search;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.VerdictRegion;
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

/// Finds for a missed point one connection that is not logged.
///
/// No policy governs the side of the peer, so nothing else decides or records the connection. The
/// [Predictor] confirms each witness first. Not safe for use by several threads.
public final class WitnessFinder {
  private final Coverage coverage;
  private final Endpoints ends;
  private final Map<String, Map<String, JudgedPoint>> judged = new TreeMap<>();

  /// Creates a finder for the points of a coverage.
  public WitnessFinder(Coverage coverage) {
    this.coverage = coverage;
    this.ends = new Endpoints(coverage);
  }

  /// A witness for a point; null if the point is not missed, every peer is governed itself, or none
  /// was found within the budget.
  public @Nullable Witness find(SubjectPoint point) {
    Point of = point.point().point();
    Subject subject = point.of();
    Direction direction = of.direction();
    if (point.status() != Status.MISSED || direction == null || subject == null) {
      return null;
    }
    Map<String, JudgedPoint> states = recorded(subject, direction);
    return find(point, of.applied().regions(of.reason(), policy -> isLogged(policy, states)));
  }

  /// The same for some of the point's connections.
  ///
  /// @param regions where to look
  public @Nullable Witness find(SubjectPoint point, List<VerdictRegion> regions) {
    Point of = point.point().point();
    Subject subject = point.of();
    Direction direction = of.direction();
    if (point.status() != Status.MISSED || direction == null || subject == null) {
      return null;
    }
    Map<String, JudgedPoint> states = recorded(subject, direction);
    for (VerdictRegion region : regions) {
      for (Attempt attempt : attempts(region, direction)) {
        Box where = where(attempt);
        if (where != null) {
          Connection connection = pick(where);
          Witness witness =
              new Witness(subject.id(), direction, connection, of.verdict(), of.reason());
          if (ends.isSilent(witness, subject, of, states)) {
            return witness;
          }
        }
      }
    }
    return null;
  }

  /// @param governed the connections to leave out; computed only when needed
  private record Attempt(
      VerdictRegion region, ConnectionSet within, Supplier<List<ConnectionSet>> governed) {}

  private static boolean isLogged(Resource policy, Map<String, JudgedPoint> states) {
    JudgedPoint state = states.get(Names.reference(policy));
    return state != null && state.state() instanceof LoggingState.Logged;
  }

  /// The points of a subject's direction by reason.
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

  /// The peers to try, the simplest first: outside addresses; pods of a namespace that is not in
  /// the input; any pods that no policy governs.
  private List<Attempt> attempts(VerdictRegion region, Direction direction) {
    Direction theirs = direction == Direction.INGRESS ? Direction.EGRESS : Direction.INGRESS;
    List<Box> outside = new ArrayList<>();
    List<Box> elsewhere = new ArrayList<>();
    List<Box> pods = new ArrayList<>();
    LabelValues foreign = ends.otherNamespaces();
    for (Box box : region.set().boxes()) {
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
        new Attempt(region, ConnectionSet.of(outside), List::of),
        new Attempt(
            region, ConnectionSet.of(elsewhere), () -> List.of(ends.governedByCluster(theirs))),
        new Attempt(
            region,
            ConnectionSet.of(pods),
            () -> List.of(ends.governedByCluster(theirs), ends.governed(named(pods), theirs))));
  }

  /// The namespaces that some boxes name; those of the input if they allow any.
  private Set<String> named(List<Box> pods) {
    Set<String> names = new TreeSet<>();
    for (Box box : pods) {
      Set<String> finite = box.label(Label.NAMESPACE_NAME).finiteValues();
      names.addAll(finite == null ? ends.namespaces() : finite);
    }
    return names;
  }

  private static @Nullable Box where(Attempt attempt) {
    if (attempt.within().isEmpty()) {
      return null;
    }
    Search.Answer answer =
        attempt.region().finder().find(attempt.within(), attempt.governed().get());
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
