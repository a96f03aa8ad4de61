package dev.netlog.platform.common;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A logging annotation of a platform that the manifests are not for.
final class ForeignPlatformKey implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("foreign-platform-key", null, Severity.WARNING)
          .applies(Applies.WHERE_PLATFORM_IS_NAMED)
          .title("a logging annotation that the named platform does not read")
          .explanation(
              """
              Each network plugin has logging annotations of its own, and ignores those of the others \
              without a word. After a move from one platform to another, or after copying an example, the \
              annotation is still there and nothing is logged.

              | annotation | read by |
              |---|---|
              | `policy.network.gke.io/enable-logging`, `policy.network.gke.io/enable-deny-logging` | GKE Dataplane V2 |
              | `k8s.ovn.org/acl-logging` | OVN-Kubernetes, OpenShift |
              | `networkpolicy.antrea.io/enable-logging` | Antrea |
              | `ovn.kubernetes.io/enable_log`, `ovn.kubernetes.io/log_acl_actions`, `ovn.kubernetes.io/acl_log_meter_rate` | Kube-OVN |
              | `ncp/log_traffic` | NSX Container Plug-in |

              Found only where the platform is named by option or configuration: one repository may well \
              serve several.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Say the same with the named platform's annotation, which may belong on another object. If the \
              manifests serve both platforms, name both.
              """)
          .sources(
              "[GKE, Use network policy"
                  + " logging](https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy-logging)",
              "[OKD, Audit logging for network"
                  + " security](https://docs.okd.io/latest/networking/network_security/logging-network-security.html)",
              "[Antrea,"
                  + " `docs/antrea-network-policy.md`](https://github.com/antrea-io/antrea/blob/main/docs/antrea-network-policy.md)",
              "[Kube-OVN,"
                  + " `pkg/util/const.go`](https://github.com/kubeovn/kube-ovn/blob/master/pkg/util/const.go)");

  private final List<Platform> platforms;

  ForeignPlatformKey(List<Platform> platforms) {
    this.platforms = List.copyOf(platforms);
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    Set<String> named = inventory.platforms();
    if (named.isEmpty()) {
      return List.of();
    }
    List<Platform> targets = platforms.stream().filter(p -> named.contains(p.id())).toList();
    List<Violation> violations = new ArrayList<>();
    for (String key : subject.annotations().members().keySet()) {
      String reader = foreignReader(key, named);
      if (reader != null) {
        violations.add(violation(key, reader, subject, targets));
      }
    }
    return violations;
  }

  private @Nullable String foreignReader(String key, Set<String> named) {
    for (Platform platform : platforms) {
      if (platform.keys().contains(key)) {
        return named.contains(platform.id()) ? null : PlatformWords.name(platform);
      }
    }
    VendorKey vendor = VendorKey.of(key);
    return vendor == null ? null : vendor.reader();
  }

  private static Violation violation(
      String key, String reader, Resource subject, List<Platform> targets) {
    String names = targets.stream().map(PlatformWords::name).collect(Collectors.joining(" and "));
    String message =
        "annotation "
            + Quoted.of(key)
            + " is read by "
            + reader
            + ", not by "
            + names
            + "; "
            + targets.stream()
                .map(platform -> PlatformWords.instead(platform, subject))
                .collect(Collectors.joining(", "));
    return Violation.at(Place.key(Resource.annotationPointer(key)), message)
        .withFix(Fix.manual("say the same with an annotation of " + names));
  }
}
