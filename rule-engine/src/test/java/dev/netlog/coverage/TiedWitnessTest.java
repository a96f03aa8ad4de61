package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.oracle.World;
import dev.netlog.coverage.witness.Witness;
import dev.netlog.coverage.witness.WitnessFinder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Witnesses where admin policies share a priority, or are not programmed.
final class TiedWitnessTest {
  private static final String POD = "Namespace shop\nPod shop/w labels{app: w}\n";

  private static String admin(int priority, String name, String rules) {
    return "AdminNetworkPolicy %s {priority: %d, subject: {namespaces: {}}, ingress: [%s]}\n"
        .formatted(name, priority, rules);
  }

  private static String rule(String action, String ports) {
    return "{action: " + action + ", from: [{namespaces: {}}]" + ports + "}";
  }

  private static String port(int port) {
    return ", ports: [{portNumber: {protocol: TCP, port: " + port + "}}]";
  }

  /// The reasons of missed points with the port of their witness, or none.
  private static List<String> witnesses(String objects) {
    World world = ObjectLines.world("ovn", objects);
    Coverage coverage = EngineLines.coverage(world);
    WitnessFinder finder = new WitnessFinder(coverage);
    List<String> found = new ArrayList<>();
    for (NamespaceCoverage namespace : coverage.namespaces()) {
      namespace.forEach(
          (subject, of, point) -> {
            SubjectPoint asked =
                new SubjectPoint(point.key(subject), subject, of, namespace.name(), point);
            Witness witness = finder.find(asked);
            if (point.isCounted()) {
              found.add(
                  point.point().reason().text()
                      + " "
                      + (witness == null ? "none" : "" + witness.connection().port()));
            }
          });
    }
    return found;
  }

  @Test
  void aWitnessIsOutsideOfWhatPoliciesOfTheSamePriorityAnswerDifferently() {
    assertThat(
            witnesses(
                POD
                    + admin(7, "a", rule("Allow", port(80)) + ", " + rule("Allow", port(81)))
                    + admin(7, "b", rule("Deny", port(80)))))
        .containsExactly(
            "AdminNetworkPolicy/a#Ingress/0 none",
            "AdminNetworkPolicy/a#Ingress/1 81",
            "AdminNetworkPolicy/b#Ingress/0 none");
  }

  @Test
  void policiesOfOnePriorityThatAgreeHaveAWitness() {
    assertThat(
            witnesses(
                POD
                    + admin(7, "a", rule("Deny", port(80)))
                    + admin(7, "b", rule("Deny", port(80)))))
        .containsExactly("AdminNetworkPolicy/a#Ingress/0 80", "AdminNetworkPolicy/b#Ingress/0 80");
  }

  @Test
  void behindATieAWitnessIsWhatEveryOrderLeavesOpen() {
    assertThat(
            witnesses(
                POD
                    + admin(7, "a", rule("Deny", port(80)))
                    + admin(7, "b", rule("Pass", port(80)))
                    + "NetworkPolicy shop/p {podSelector: {}, ingress: [{from: [{namespaceSelector:"
                    + " {}}], ports: [{port: 80}, {port: 81}]}]}\n"))
        .contains("NetworkPolicy/shop/p 81");
  }

  @Test
  void aPolicyThatIsNotProgrammedHasNoWitnessAndDecidesNone() {
    assertThat(
            witnesses(
                POD
                    + admin(150, "a", rule("Deny", ""))
                    + "NetworkPolicy shop/p {podSelector: {}, ingress: [{from: [{namespaceSelector:"
                    + " {}}], ports: [{port: 81}]}]}\n"))
        .contains("AdminNetworkPolicy/a#Ingress/0 none", "NetworkPolicy/shop/p 81");
  }
}
