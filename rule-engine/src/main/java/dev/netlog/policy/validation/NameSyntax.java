package dev.netlog.policy.validation;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.network.LabelSyntax;
import dev.netlog.policy.WorkloadKinds;
import java.util.Set;

/// The syntax of object names that API servers accept.
///
/// Source: [object
/// names](https://kubernetes.io/docs/concepts/overview/working-with-objects/names/), and the
/// validation of each kind in
/// [Kubernetes](https://github.com/kubernetes/kubernetes/tree/master/pkg/apis).
enum NameSyntax {
  /// Up to 63 lower case letters, digits and `-`.
  LABEL("at most 63 lower case letters, digits and \"-\", with a letter or digit at both ends") {
    @Override
    boolean take(String name) {
      return LabelSyntax.isDnsLabel(name);
    }
  },
  /// Such labels, separated by dots.
  SUBDOMAIN(
      "at most 253 lower case letters, digits, \"-\" and \".\", with a letter or digit at both ends"
          + " of each part") {
    @Override
    boolean take(String name) {
      return LabelSyntax.isSubdomain(name);
    }
  },
  /// Any name that can be a segment of a URL path.
  SEGMENT("a name without \"/\" and \"%\" that is neither \".\" nor \"..\"") {
    @Override
    boolean take(String name) {
      return !name.equals(".") && !name.equals("..") && !name.contains("/") && !name.contains("%");
    }
  };

  /// The maximum length of a CronJob's name: its Jobs have eleven more characters.
  private static final int LONGEST_CRON_JOB = 52;

  /// The number of characters of a `generateName` that the API server keeps.
  private static final int LONGEST_GENERATED = 58;

  /// Cluster-scoped kinds.
  private static final Set<GroupKind> CLUSTER =
      Set.of(
          KubernetesKinds.NAMESPACE,
          KubernetesKinds.ADMIN_NETWORK_POLICY,
          KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY,
          KubernetesKinds.CLUSTER_NETWORK_POLICY);

  private final String words;

  NameSyntax(String words) {
    this.words = words;
  }

  /// Whether a name is valid.
  abstract boolean take(String name);

  /// A description of valid names, to follow "use".
  String words() {
    return words;
  }

  /// The syntax of the names of a kind.
  static NameSyntax of(GroupKind kind) {
    if (kind.equals(KubernetesKinds.NAMESPACE)
        || kind.equals(WorkloadKinds.STATEFUL_SET)
        || kind.kind().equals("Project")) {
      return LABEL;
    }
    boolean free = kind.group().endsWith("openshift.io") || kind.group().startsWith("rbac.");
    boolean custom = kind.group().contains(".") && !free;
    return custom || WorkloadKinds.all().contains(kind) ? SUBDOMAIN : SEGMENT;
  }

  /// The maximum length of the names of a kind.
  static int longest(GroupKind kind) {
    return kind.equals(WorkloadKinds.CRON_JOB) ? LONGEST_CRON_JOB : Integer.MAX_VALUE;
  }

  /// Whether objects of the kind are in namespaces, as far as the kind is known here.
  static boolean areInNamespaces(GroupKind kind) {
    return !CLUSTER.contains(kind);
  }

  /// Whether the API server accepts a `generateName`. If it ends with a dash, the API server checks
  /// it with a letter in place of its last two characters.
  boolean takeBeginning(String beginning) {
    boolean dashed = beginning.length() > 1 && beginning.endsWith("-");
    return take(dashed ? beginning.substring(0, beginning.length() - 2) + "a" : beginning);
  }

  /// Whether names that the API server generates from a `generateName` are valid.
  boolean takeGenerated(String beginning) {
    return take(beginning.substring(0, Math.min(beginning.length(), LONGEST_GENERATED)) + "abcde");
  }
}
