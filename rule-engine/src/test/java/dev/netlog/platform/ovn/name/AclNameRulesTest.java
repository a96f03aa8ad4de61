package dev.netlog.platform.ovn.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Patched;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.ovn.Given;
import dev.netlog.rule.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AclNameRulesTest {
  private final AclNameTruncated truncated = new AclNameTruncated();
  private final AclNameCollision collision = new AclNameCollision();

  @Test
  void namesFitWhileNamespaceAndPolicyHave49CharactersOr50WithoutIngress() {
    assertThat(truncatedNames(policy(20, 29, 10, 10))).isZero();
    assertThat(truncatedNames(policy(20, 30, 1, 0))).isOne();
    assertThat(truncatedNames(policy(20, 30, 0, 10))).isZero();
    assertThat(truncatedNames(policy(20, 31, 0, 1))).isOne();
    assertThat(truncatedNames(policy(20, 29, 12, 0))).isEqualTo(2);
  }

  @Test
  void aNamespaceCanBeTooLongForItsDefaultDeny() {
    assertThat(truncatedNames(policy(52, 1, 0, 0))).isZero();
    assertThat(truncatedNames(policy(53, 1, 0, 0))).isOne();
    assertThat(truncatedNames(policy(54, 1, 0, 0))).isEqualTo(2);
  }

  @Test
  void aCutDefaultDenyIsToldOnceANamespaceAndAsksForAShorterNamespaceOnly() {
    String namespace = "n".repeat(54);
    Resource first = Given.policy(namespace, "b", 0, 0);
    Resource overlay = Given.policy(namespace, "b", 0, 0);
    Resource second = Given.policy(namespace, "a", 0, 0);
    Resource multi = Given.multi(namespace, "c", "[]");
    Resource impossible = Given.policy(namespace, "${NAME}", 0, 0);
    Inventory known = Given.known(impossible, first, overlay, second, multi);
    for (Resource policy : List.of(first, overlay)) {
      assertThat(truncated.check(policy, known))
          .singleElement()
          .satisfies(
              it -> {
                assertThat(it.place().pointer()).hasToString("/metadata/namespace");
                assertThat(it.message())
                    .isEqualTo(
                        "2 ACL names of the namespace's default deny are over 63 characters and OVN"
                            + " cuts the end, which leaves \"NP:%s:Ingre\" of the first; shorten"
                                .formatted(namespace)
                            + " the namespace's name by 2 characters");
              });
    }
    assertThat(truncated.check(second, known)).isEmpty();
    assertThat(truncated.check(multi, known)).isEmpty();
    assertThat(truncated.check(multi, Given.known(multi))).hasSize(1);
    assertThat(truncated.check(second, Given.known())).hasSize(1);
  }

  @Test
  void cutNamesOfRulesAreToldBesideTheDefaultDeny() {
    Resource first = policy(54, 1, 1, 0);
    assertThat(truncated.check(first, Given.known(first)))
        .extracting(it -> it.place().pointer().toString())
        .containsExactly("/metadata/name", "/metadata/namespace");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(join('-', [$namespace, 'a-policy-with-quite-a-long-name']))",
        "${A_VARIABLE_WITH_QUITE_A_LONG_NAME_THAT_IS_FILLED_IN_LATER}",
        "a_policy_with_quite_a_long_name_that_no_api_server_would_take",
        "A-policy-with-quite-a-long-name-that-no-api-server-would-take",
        "a-policy-with-quite-a-long-name-that-no-api-server-would-take-"
      })
  void namesThatCannotExistAreNotMeasured(String name) {
    String valid = "a-policy-with-quite-a-long-name-that-every-api-server-would.take";
    assertThat(Given.check(truncated, named("payments", valid, 11))).hasSize(1);
    assertThat(Given.check(collision, named("payments", valid, 11))).hasSize(1);
    for (Resource policy : List.of(named("payments", name, 11), named(name, valid, 11))) {
      assertThat(Given.check(truncated, policy)).isEmpty();
      assertThat(Given.check(collision, policy)).isEmpty();
      Resource other = named("payments", valid, 1);
      assertThat(collision.check(other, Given.known(other, policy))).isEmpty();
    }
    assertThat(Given.check(truncated, named("a.b", valid, 11))).isEmpty();
    assertThat(Given.check(truncated, named("payments", "p".repeat(254), 11))).isEmpty();
  }

  @Test
  void onlyNamesThatCountAreToBeShortened() {
    assertThat(Given.check(truncated, Given.firewall("n".repeat(60), "[{}]")).getFirst().message())
        .endsWith("; shorten the namespace's name by 2 characters");
    assertThat(Given.check(truncated, admin("a".repeat(51))).getFirst().message())
        .endsWith("; shorten the policy's name by 2 characters");
  }

  @Test
  void egressFirewallsAndAdminPoliciesHaveLimitsOfTheirOwn() {
    assertThat(truncatedNames(Given.firewall("n".repeat(58), "[{}]"))).isZero();
    assertThat(truncatedNames(Given.firewall("n".repeat(59), "[{}]"))).isOne();
    assertThat(truncatedNames(admin("a".repeat(49)))).isZero();
    assertThat(truncatedNames(admin("a".repeat(50)))).isOne();
  }

  @Test
  void withoutANamespaceOnlyWhatIsTooLongAnywayIsTold() {
    assertThat(truncatedNames(homeless("p".repeat(48)))).isZero();
    assertThat(truncatedNames(homeless("p".repeat(49)))).isOne();
    assertThat(collision.check(homeless("p".repeat(70)), Given.known())).isEmpty();
  }

  @Test
  void theMessageSaysHowMuchIsTooMuch() {
    assertThat(Given.check(truncated, policy(20, 33, 1, 0)).getFirst().message())
        .startsWith(
            "1 ACL name of this policy is over 63 characters and OVN cuts the end, which leaves")
        .endsWith("; shorten the policy's or the namespace's name by 4 characters");
  }

  @Test
  void aCutNameCollidesWithAWholeOneOfTheSamePolicy() {
    // …:Ingress:1 has 63 characters and stays, …:Ingress:10 is cut to it.
    List<Violation> violations = Given.check(collision, policy(20, 29, 11, 0));
    assertThat(violations).hasSize(1);
    assertThat(violations.getFirst().message())
        .startsWith("2 rules of this policy share their ACL");
    assertThat(violations.getFirst().related())
        .extracting(related -> related.place().pointer().toString())
        .containsExactly("/spec/ingress/10");
  }

  @Test
  void policiesWhoseNamesDifferBehindTheCutCollide() {
    Resource one = Given.policy("payments", "p".repeat(60) + "-a", 1, 0);
    Resource two = Given.policy("payments", "p".repeat(60) + "-b", 1, 0);
    Resource overlay = Given.policy("payments", "p".repeat(60) + "-a", 1, 0);
    Resource elsewhere = Given.policy("orders", "p".repeat(60) + "-b", 1, 0);
    assertThat(collision.check(one, Given.known(one, two)))
        .singleElement()
        .satisfies(it -> assertThat(it.related()).hasSize(1));
    assertThat(collision.check(one, Given.known(one, overlay, elsewhere))).isEmpty();
  }

  @Test
  void longNamespacesCollideWithEachOther() {
    Resource one = Given.policy("n".repeat(62) + "a", "p", 1, 0);
    Resource two = Given.policy("n".repeat(62) + "b", "q", 1, 0);
    assertThat(collision.check(one, Given.known(one, two))).hasSize(1);
    Resource short1 = Given.policy("a", "p", 3, 3);
    assertThat(collision.check(short1, Given.known(short1, one, two))).isEmpty();
  }

  @Test
  void aMultiNetworkPolicyOfTheSameNameHasTheSameNames() {
    Resource policy = Given.policy("payments", "api", 1, 0);
    Resource multi = Given.multi("payments", "api", "[{}]");
    Inventory both = Given.known(policy, multi);
    assertThat(collision.check(policy, both)).hasSize(1);
    assertThat(collision.check(multi, both)).hasSize(1);
    assertThat(collision.check(policy, Given.known(policy))).isEmpty();
  }

  @Test
  void adminPoliciesCollideWithTheirLikeOnly() {
    Resource one = admin("a".repeat(59) + "-1");
    Resource two = admin("a".repeat(59) + "-2");
    Resource near = admin("a".repeat(58) + "b1");
    assertThat(collision.check(one, Given.known(one, near, two)))
        .singleElement()
        .satisfies(it -> assertThat(it.related()).hasSize(1));
    assertThat(collision.check(one, Given.known(one, near))).isEmpty();
  }

  @Test
  void policiesWithoutRulesCollideWithNothing() {
    Resource one = Given.policy("payments", "p".repeat(60) + "-a", 1, 0);
    Resource none = Given.policy("payments", "p".repeat(60) + "-b", 0, 0);
    assertThat(collision.check(one, Given.known(one, none))).isEmpty();
    assertThat(collision.check(none, Given.known(one, none))).isEmpty();
  }

  @Test
  void noMoreThanTenOtherRulesAreListed() {
    List<Resource> all =
        IntStream.range(0, 30).mapToObj(i -> named("payments", "p".repeat(60) + i, 1)).toList();
    assertThat(collision.check(all.getFirst(), Given.known(all.toArray(Resource[]::new))))
        .singleElement()
        .satisfies(it -> assertThat(it.related()).hasSize(10));
  }

  @Test
  void manyLongNamesInOneNamespaceCollideWhereTheirKeptPartsDo() {
    for (String name : List.of("p".repeat(60), "%05d" + "p".repeat(60))) {
      List<Resource> all =
          IntStream.range(0, 1_000)
              .mapToObj(i -> named("payments", name.formatted(i) + "-" + i, 1))
              .toList();
      Inventory known = ManifestInventory.of(all, Set.of());
      assertThat(all.stream().filter(it -> !collision.check(it, known).isEmpty()).count())
          .isEqualTo(name.startsWith("p") ? 1_000 : 0);
    }
  }

  private int truncatedNames(Resource policy) {
    List<Violation> violations = Given.check(truncated, policy);
    return violations.isEmpty()
        ? 0
        : Integer.parseInt(violations.getFirst().message().replaceAll(" .*", ""));
  }

  private static Resource policy(int namespace, int name, int ingress, int egress) {
    return Given.policy("n".repeat(namespace), "p".repeat(name), ingress, egress);
  }

  private static Resource named(String namespace, String name, int ingress) {
    return Given.resource(
        Patched.of(
            Given.policy("namespace", "name", ingress, 0).content(),
            List.of(
                new Edit.Set(JsonPointer.of("metadata", "namespace"), new Value.Text(namespace)),
                new Edit.Set(JsonPointer.of("metadata", "name"), new Value.Text(name)))));
  }

  private static Resource homeless(String name) {
    return Given.object(
        "{'apiVersion':'networking.k8s.io/v1','kind':'NetworkPolicy','metadata':{'name':'%s'},'spec':{'ingress':[{}]}}"
            .formatted(name));
  }

  private static Resource admin(String name) {
    return Given.object(
        "{'apiVersion':'policy.networking.k8s.io/v1alpha1','kind':'AdminNetworkPolicy','metadata':{'name':'%s'},'spec':{'ingress':[{}]}}"
            .formatted(name));
  }
}
