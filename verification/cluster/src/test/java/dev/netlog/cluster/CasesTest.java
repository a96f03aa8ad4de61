package dev.netlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Cluster.Setup;
import dev.netlog.cluster.Tool.Output;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the linter finds wrong cannot be applied, and all else can.
///
/// Most of it is refused by the webhook; some by kubectl or by the schema of the kind, and those
/// the linter has to know as well.
@Tag("every-version")
@ExtendWith(WithCluster.class)
class CasesTest {
  private static final Pattern FILE = Pattern.compile("\"([^\"/]+\\.yaml)\"|([\\w.-]+\\.yaml):");
  private static final Pattern APPLIED = Pattern.compile("\\w \\(server dry run\\)$");

  private final Cluster cluster;

  CasesTest(Cluster cluster) {
    this.cluster = cluster;
  }

  @BeforeEach
  void enforce() {
    Webhook _ = cluster.webhook(Setup.of("enforce"));
  }

  @Test
  void namespacesWithValuesOfAclLoggingAreTakenAsTheLinterSays() {
    check("namespaces", Cases.aclLogging("v1", "Namespace", false), 55, 30);
  }

  @Test
  void adminPoliciesWithValuesOfAclLoggingAreTakenAsTheLinterSays() {
    check(
        "admin-policies",
        Cases.aclLogging("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", false),
        55,
        30);
  }

  @Test
  void baselinePoliciesWithValuesOfAclLoggingAreTakenAsTheLinterSays() {
    check(
        "baseline-policies",
        Cases.aclLogging("policy.networking.k8s.io/v1alpha1", "BaselineAdminNetworkPolicy", true),
        55,
        30);
  }

  @Test
  void networkLoggingsAreTakenAsTheLinterSays() {
    check("network-loggings", Cases.networkLoggings(), 21, 10);
  }

  @Test
  void namespacesWithValuesOfGkesKeyAreTakenAsTheLinterSays() {
    check("gke-namespaces", Cases.gkeValues("Namespace"), 8, 4);
  }

  @Test
  void policiesWithValuesOfGkesKeyAreTakenAsTheLinterSays() {
    check("gke-policies", Cases.gkeValues("NetworkPolicy"), 8, 4);
  }

  /// @param refused at least so many of them
  private void check(String name, Map<String, String> files, int count, int refused) {
    assertThat(files).hasSize(count);
    Path folder = Cases.write(name, files);
    Set<String> expected = Linter.refused(folder);
    assertThat(expected).hasSizeGreaterThanOrEqualTo(refused);
    Output output = cluster.kubectl().in(folder, "", "apply", "--dry-run=server", "-f", ".");
    assertThat(named(output.err())).as(output.err()).isEqualTo(expected);
    long applied = output.out().lines().filter(line -> APPLIED.matcher(line).find()).count();
    assertThat(applied).as(output.all()).isEqualTo(count - expected.size());
  }

  /// The files that an error message names.
  private static Set<String> named(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = FILE.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return names;
  }
}
