package dev.netlog.cli.change;

import dev.netlog.cli.change.ManifestTree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Objects and files that bring no verdict without a record.
final class NeutralAddition {
  private final ManifestTree tree;
  private final RandomGenerator random;
  private final Makes makes;

  NeutralAddition(ManifestTree tree, RandomGenerator random) {
    this.tree = tree;
    this.random = random;
    this.makes = new Makes(random, tree.platform());
  }

  /// Whether something could be added.
  ///
  /// @param path a file
  boolean make(Way way, String path) {
    return switch (way) {
      case ADD_LOGGED_POLICY -> addLoggedPolicy(any("Namespace"));
      case ADD_LOGGED_NAMESPACE -> addLoggedNamespace(path);
      case ADD_BARE_NAMESPACE -> addBareNamespace(any("NetworkPolicy"));
      case ADD_LOGGING_OBJECT -> addLoggingObject(path);
      case OTHER_OBJECTS -> otherObjects(path);
      default -> nameAllFiles(ManifestTree.folder(path));
    };
  }

  private @Nullable Place any(String kind) {
    return tree.any(random, each -> each.isKind(kind));
  }

  /// Beside policies that may be logged or not: the judge tells what it adds.
  private boolean addLoggedPolicy(@Nullable Place namespace) {
    if (namespace == null
        || tree.objects(each -> each.isKind("NetworkLogging")).isEmpty() == tree.isGke()) {
      return false;
    }
    Node policy = makes.policy(namespace.object().name(), "added");
    Place beside = any("NetworkPolicy");
    if (beside != null && random.nextInt(4) > 0) {
      policy = beside(beside.object());
    }
    if (tree.isGke()) {
      makes.annotate(policy);
    }
    return addTo(namespace.path(), policy);
  }

  /// A policy for the pods and a direction of another.
  private Node beside(Node other) {
    Node policy = other.copy();
    policy.set("added", "metadata", "name");
    policy.remove("metadata", "annotations");
    policy.remove("spec", "policyTypes");
    policy.remove("spec", "ingress");
    policy.remove("spec", "egress");
    String direction = Rules.isolates(other, "ingress") ? "ingress" : "egress";
    policy.list("spec", direction).add(makes.rule(direction).members());
    policy.setYaml(direction.equals("ingress") ? "[Ingress]" : "[Egress]", "spec", "policyTypes");
    return policy;
  }

  private boolean addTo(String path, Node... objects) {
    for (Node each : objects) {
      if (tree.files().get(path) != null
          && tree.objects(other -> other.identity().equals(each.identity())).isEmpty()) {
        tree.add(path, each);
      } else {
        return false;
      }
    }
    return true;
  }

  private boolean addLoggedNamespace(String path) {
    if (tree.objects(each -> each.isKind("NetworkLogging")).isEmpty() == tree.isGke()) {
      return false;
    }
    Node namespace = Node.parse("{apiVersion: v1, kind: Namespace, metadata: {name: lab}}");
    Node policy = makes.policy("lab", "p");
    makes.annotate(namespace);
    if (tree.isGke()) {
      makes.annotate(policy);
    }
    return addTo(path, namespace, makes.workload("lab", "api"), policy);
  }

  /// Only where no admin policy could look at its labels.
  private boolean addBareNamespace(@Nullable Place policy) {
    if (policy == null
        || !tree.objects(each -> each.kind().endsWith("AdminNetworkPolicy")).isEmpty()) {
      return false;
    }
    String name = policy.object().namespace();
    if (!tree.objects(each -> each.isKind("Namespace") && each.name().equals(name)).isEmpty()) {
      return false;
    }
    return addTo(
        policy.path(),
        Node.parse("{apiVersion: v1, kind: Namespace, metadata: {name: " + name + "}}"));
  }

  private boolean addLoggingObject(String path) {
    if (!tree.isGke() || !tree.objects(each -> each.isKind("NetworkLogging")).isEmpty()) {
      return false;
    }
    Node logging = makes.logging();
    logging.setYaml("{cluster: {allow: {log: false}, deny: {log: false}}}", "spec");
    return addTo(path, logging);
  }

  private boolean otherObjects(String path) {
    return switch (random.nextInt(4)) {
      case 0 -> {
        tree.others().put("README.md", "# Policies, explained\n\nkind: NetworkPolicy\n");
        tree.others().put(".github/workflows/ci.yaml", "on: push\njobs: {a: {steps: []}}\n");
        yield true;
      }
      case 1 ->
          addTo(
              path,
              Node.parse(
                  "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec:"
                      + " {selector: {app: api}, ports: [{port: 80}]}}"));
      case 2 ->
          addTo(
              path,
              Node.parse(
                  "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: edge}, data: {a: b}}"));
      default -> {
        tree.others().put("chart/values.yaml", "replicas: 2\nimage: {tag: v2}\n");
        yield true;
      }
    };
  }

  private boolean nameAllFiles(String folder) {
    if (!tree.kustomizations().isEmpty()) {
      return false;
    }
    Node kustomization =
        Node.parse("{apiVersion: kustomize.config.k8s.io/v1beta1, kind: Kustomization}");
    List<Object> names = new ArrayList<>();
    for (String path : tree.files().keySet()) {
      if (ManifestTree.folder(path).equals(folder)) {
        names.add(path.substring(path.lastIndexOf('/') + 1));
      }
    }
    kustomization.set(names, "resources");
    tree.kustomizations().put(folder, kustomization);
    return true;
  }
}
