package dev.netlog.policy.validation;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.network.LabelSyntax;
import dev.netlog.policy.WorkloadKinds;
import java.util.Set;

/// What API servers take for the names of objects.
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
  /// Such labels with dots between.
  SUBDOMAIN(
      "at most 253 lower case letters, digits, \"-\" and \".\", with a letter or digit at both ends"
          + " of each part") {
    @Override
    boolean take(String name) {
      return LabelSyntax.isSubdomain(name);
    }
  },
  /// As little as a URL takes.
  SEGMENT("a name without \"/\" and \"%\" that is neither \".\" nor \"..\"") {
    @Override
    boolean take(String name) {
      return !name.equals(".") && !name.equals("..") && !name.contains("/") && !name.contains("%");
    }
  };

  /// A CronJob's Jobs are named after it, with eleven characters more.
  private static final int LONGEST_CRON_JOB = 52;

  /// How many characters of a `generateName` are kept.
  private static final int LONGEST_GENERATED = 58;

  /// Kinds outside of every namespace.
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

  /// Whether this is such a name.
  abstract boolean take(String name);

  /// What they are, to follow "use".
  String words() {
    return words;
  }

  /// What the names of a kind are.
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

  /// How long the names of a kind may be, where that is less than their syntax says.
  static int longest(GroupKind kind) {
    return kind.equals(WorkloadKinds.CRON_JOB) ? LONGEST_CRON_JOB : Integer.MAX_VALUE;
  }

  /// Whether objects of the kind stand in namespaces, as far as that is known here.
  static boolean areInNamespaces(GroupKind kind) {
    return !CLUSTER.contains(kind);
  }

  /// Whether the API server takes a `generateName`. It puts a letter in the place of the last two
  /// characters of one that ends with a dash, before it looks.
  boolean takeBeginning(String beginning) {
    boolean dashed = beginning.length() > 1 && beginning.endsWith("-");
    return take(dashed ? beginning.substring(0, beginning.length() - 2) + "a" : beginning);
  }

  /// Whether the names that the API server makes of a `generateName` are such names.
  boolean takeGenerated(String beginning) {
    return take(beginning.substring(0, Math.min(beginning.length(), LONGEST_GENERATED)) + "abcde");
  }
}
