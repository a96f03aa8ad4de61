package dev.netlog.platform.gke.point;

import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.Resource;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.gke.facts.GkeKinds;
import dev.netlog.platform.gke.networklogging.LogMode;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.platform.gke.networklogging.NetworkLogging;
import dev.netlog.policy.InputProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of the one NetworkLogging that a cluster heeds.
///
/// An agent that starts finds an object and obeys it, finds an object and rejects it, or finds none
/// and logs nothing. Manifests may also leave open which of these holds.
public sealed interface ClusterLogging {

  /// The agents obey it.
  ///
  /// @param allow the mode of allowed connections
  /// @param deny the mode of denied ones
  record Obeyed(Resource resource, NetworkLogging logging, LogMode allow, LogMode deny)
      implements ClusterLogging {
    /// The mode of a half.
    LogMode mode(LogSection half) {
      return switch (half) {
        case ALLOW -> allow;
        case DENY -> deny;
      };
    }
  }

  /// The API server refuses it, or the controller of the agents does. Running agents keep what they
  /// had, so what is logged cannot be told.
  ///
  /// @param logging null where the version is none that exists
  record Rejected(Resource resource, @Nullable NetworkLogging logging) implements ClusterLogging {}

  /// The API server refuses it for something that has nothing to do with logging.
  ///
  /// @param problem the first thing that it refuses
  record Refused(Resource resource, InputProblem problem) implements ClusterLogging {}

  /// None was seen, and the user has said what to assume.
  ///
  /// @param word as the user said it
  record Assumed(String word, LogMode mode) implements ClusterLogging {}

  /// The base of a change has one, and the head does not.
  record Removed() implements ClusterLogging {}

  /// There is none.
  record Absent() implements ClusterLogging {}

  /// None was seen.
  record Unseen() implements ClusterLogging {}

  /// The name of the assumption.
  String ASSUMPTION = "networkLogging";

  /// An object that is the cluster's.
  ///
  /// @param refusals why the API server refuses it
  static ClusterLogging of(Resource resource, List<InputProblem> refusals) {
    NetworkLogging logging = NetworkLogging.of(resource);
    if (logging == null || !logging.isValid()) {
      return new Rejected(resource, logging);
    }
    return refusals.isEmpty()
        ? new Obeyed(
            resource, logging, logging.mode(LogSection.ALLOW), logging.mode(LogSection.DENY))
        : new Refused(resource, refusals.getFirst());
  }

  /// What holds where no object is seen.
  static ClusterLogging without(Inventory inventory, Lookup lookup) {
    if (inventory.isRemoved(GkeKinds.NETWORK_LOGGING, GkeKinds.NETWORK_LOGGING_NAME)) {
      return new Removed();
    }
    String assumed = inventory.assumptions().of(ASSUMPTION);
    return switch (assumed) {
      case "all" -> new Assumed(assumed, LogMode.ALL);
      case "delegated" -> new Assumed(assumed, LogMode.ANNOTATED);
      case "disabled" -> new Assumed(assumed, LogMode.OFF);
      default -> lookup instanceof Lookup.Absent ? new Absent() : new Unseen();
    };
  }

  /// The state of all points of a half, or null where annotations are asked.
  default @Nullable LoggingState settled(LogSection half) {
    return switch (this) {
      case Obeyed obeyed -> GkeStates.of(obeyed.mode(half));
      case Assumed(_, LogMode mode) -> GkeStates.of(mode);
      case Absent _, Removed _ -> GkeStates.of(LogMode.OFF);
      case Rejected _, Refused _ -> GkeStates.INVALID;
      case Unseen _ -> GkeStates.UNKNOWN;
    };
  }
}
