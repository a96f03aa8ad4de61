package dev.netlog.platform.gke.point;

import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.Resource;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.gke.annotation.AnnotationSwitch;
import dev.netlog.platform.gke.facts.GkeKinds;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.platform.shared.NamespaceObject;
import dev.netlog.platform.shared.RecentAnswers;
import dev.netlog.policy.InputProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Whether the agent logs the connections of a point: the NetworkLogging first, then the annotation
/// of the policy that allows or of the Namespace whose pod denies.
///
/// Asked for each point of a cluster, so what points share is read once.
public final class GkeLogging {
  private final RecentAnswers<Resource, ClusterLogging> clusters;
  private final RecentAnswers<Resource, AnnotationSwitch> switches =
      RecentAnswers.many(policy -> AnnotationSwitch.of(LogSection.ALLOW, policy));
  private final RecentAnswers<AppliedPolicies, Annotated> annotated =
      new RecentAnswers<>(this::among);

  /// @param refusals why the API server refuses an object
  public GkeLogging(Function<Resource, List<InputProblem>> refusals) {
    this.clusters =
        new RecentAnswers<>(object -> ClusterLogging.of(object, refusals.apply(object)));
  }

  /// The applied policies whose connections a delegated half logs.
  ///
  /// @param sure those that surely apply
  /// @param possible those that may apply
  /// @param all both together
  record Annotated(List<Resource> sure, List<Resource> possible, List<Resource> all) {
    Annotated {
      sure = List.copyOf(sure);
      possible = List.copyOf(possible);
      all = List.copyOf(all);
    }
  }

  private Annotated among(AppliedPolicies applied) {
    List<Resource> sure = annotatedOf(applied.policies());
    List<Resource> possible = annotatedOf(applied.possible());
    List<Resource> all = new ArrayList<>(sure);
    all.addAll(possible);
    return new Annotated(sure, possible, all);
  }

  private List<Resource> annotatedOf(List<Resource> policies) {
    List<Resource> annotated = new ArrayList<>();
    for (Resource policy : policies) {
      if (switches.to(policy) == AnnotationSwitch.ON) {
        annotated.add(policy);
      }
    }
    return annotated;
  }

  /// The half of the log that a point is about.
  ///
  /// @throws IllegalArgumentException where GKE has no such points
  static LogSection half(Point point) {
    return switch (point.reason()) {
      case Reason.Allowing _ -> LogSection.ALLOW;
      case Reason.DefaultDeny _ -> LogSection.DENY;
      case Reason.AdminRule _, Reason.NamespaceRule _, Reason.Unmodelled _, Reason.UnreadText _ ->
          throw new IllegalArgumentException("no point of GKE: " + point.reason().text());
    };
  }

  /// What is known of the cluster's NetworkLogging.
  ClusterLogging cluster(Inventory inventory) {
    Lookup lookup = inventory.find(GkeKinds.NETWORK_LOGGING, null, GkeKinds.NETWORK_LOGGING_NAME);
    return lookup instanceof Lookup.Found(Resource resource)
        ? clusters.to(resource)
        : ClusterLogging.without(inventory, lookup);
  }

  /// The applied policies that are annotated.
  Annotated annotated(Point point) {
    return annotated.to(point.applied());
  }

  /// Whether the connections of a point leave a record.
  public LoggingState of(Point point, Inventory inventory) {
    if (point.windows()) {
      return GkeStates.UNSUPPORTED_OS;
    }
    LoggingState settled = cluster(inventory).settled(half(point));
    if (settled != null) {
      return settled;
    }
    return point.reason() instanceof Reason.Allowing(Resource policy, _)
        ? allowed(policy, point)
        : denied(point.namespace(), inventory);
  }

  private LoggingState allowed(Resource policy, Point point) {
    AnnotationSwitch own = switches.to(policy);
    if (own == AnnotationSwitch.ON) {
      return own.state();
    }
    Annotated others = annotated(point);
    return switch (share(policy, point.applied(), others.sure())) {
      case ALL -> GkeStates.COVERED_BY_OTHERS;
      case PART -> hoped(policy, point, GkeStates.partly(own));
      case NONE -> hoped(policy, point, own.state());
    };
  }

  /// What is surely so, unless policies that may apply would cover the rest.
  private LoggingState hoped(Resource policy, Point point, LoggingState surely) {
    Annotated others = annotated(point);
    if (others.possible().isEmpty()) {
      return surely;
    }
    return share(policy, point.applied(), others.all()) == AppliedPolicies.Share.ALL
        ? GkeStates.generatedLabel(others.possible().getFirst())
        : surely;
  }

  private static AppliedPolicies.Share share(
      Resource policy, AppliedPolicies applied, List<Resource> others) {
    return others.isEmpty() ? AppliedPolicies.Share.NONE : applied.shared(policy, others);
  }

  private static LoggingState denied(String namespace, Inventory inventory) {
    Resource object = NamespaceObject.in(inventory, namespace);
    return object == null
        ? NamespaceObject.stateWithout(inventory, namespace)
        : AnnotationSwitch.of(LogSection.DENY, object).state();
  }
}
