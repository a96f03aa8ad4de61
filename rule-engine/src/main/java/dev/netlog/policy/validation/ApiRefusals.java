package dev.netlog.policy.validation;

import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.Names;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds errors for which the API server refuses an object of a built-in kind.
public final class ApiRefusals {
  /// The kind of the first NetworkPolicies, which no API server has served since Kubernetes 1.16.
  public static final GroupKind OLD_NETWORK_POLICY = new GroupKind("extensions", "NetworkPolicy");

  private static final JsonPointer VERSION = JsonPointer.of("apiVersion");

  private static final Map<GroupKind, String> SERVED =
      Map.of(
          KubernetesKinds.NAMESPACE,
          "v1",
          KubernetesKinds.NETWORK_POLICY,
          "networking.k8s.io/v1",
          OLD_NETWORK_POLICY,
          "networking.k8s.io/v1");

  private ApiRefusals() {}

  /// The errors, in the order of the object; empty if the object is accepted.
  ///
  /// @param keys the annotation keys of a platform's logging settings: a value of theirs that is
  ///   not a string is reported as an invalid annotation elsewhere
  public static List<InputProblem> of(Resource resource, Set<String> keys) {
    List<InputProblem> problems = new ArrayList<>();
    String served = SERVED.get(resource.id().groupKind());
    if (served != null) {
      problems.addAll(version(resource, served));
    }
    problems.addAll(MetadataCheck.of(resource, keys));
    problems.addAll(MetadataCheck.nameless(resource));
    if (resource.is(KubernetesKinds.NETWORK_POLICY)) {
      NetworkPolicy.read(resource, problems);
    }
    return List.copyOf(problems);
  }

  /// The errors of an AdminNetworkPolicy or BaselineAdminNetworkPolicy, for clusters that have
  /// these kinds.
  public static List<InputProblem> ofAdminPolicy(Resource resource) {
    List<InputProblem> problems =
        new ArrayList<>(version(resource, "policy.networking.k8s.io/v1alpha1"));
    if (resource.is(KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY)) {
      problems.addAll(onlyName(resource, AdminPolicy.BASELINE_NAME));
    }
    problems.addAll(AdminPolicySchema.refusals(resource));
    return List.copyOf(problems);
  }

  /// The error of an object in another version than the served one.
  public static List<InputProblem> version(Resource resource, String served) {
    String written = resource.id().apiVersion();
    return written.equals(served)
        ? List.of()
        : List.of(
            new InputProblem(
                resource,
                VERSION,
                false,
                served,
                "no API server serves kind "
                    + resource.id().kind()
                    + " in version "
                    + Quoted.of(written)
                    + "; write apiVersion: "
                    + served));
  }

  /// The error of an object whose kind allows only one name, and that has another one. Invalid or
  /// missing names are reported by [MetadataCheck].
  public static List<InputProblem> onlyName(Resource resource, String name) {
    String written = resource.id().name();
    String generated = Names.name(resource);
    boolean isOther = !generated.isEmpty() && !written.equals(name);
    if (!isOther || !NameSyntax.SUBDOMAIN.take(written.isEmpty() ? name : written)) {
      return List.of();
    }
    return List.of(
        new InputProblem(
            resource,
            JsonPointer.of("metadata", written.isEmpty() ? "generateName" : "name"),
            (written.isEmpty() ? "a generated name" : "name " + Quoted.of(written))
                + " is refused by the API server, as the one "
                + resource.id().kind()
                + (NameSyntax.areInNamespaces(resource.id().groupKind())
                    ? " of a namespace"
                    : " of a cluster")
                + " is called "
                + Quoted.of(name)
                + "; write name: "
                + name));
  }
}
