package dev.netlog.platform.ovn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.rule.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class AclNameRulesTest {
  private final AclNameTruncated truncated = new AclNameTruncated();
  private final AclNameCollision collision = new AclNameCollision();

  @Test
  void names_fit_while_namespace_and_policy_have_49_characters_or_50_without_ingress() {
    assertThat(truncatedNames(policy(20, 29, 10, 10))).isZero();
    assertThat(truncatedNames(policy(20, 30, 1, 0))).isOne();
    assertThat(truncatedNames(policy(20, 30, 0, 10))).isZero();
    assertThat(truncatedNames(policy(20, 31, 0, 1))).isOne();
    assertThat(truncatedNames(policy(20, 29, 12, 0))).isEqualTo(2);
  }

  @Test
  void a_namespace_can_be_too_long_for_its_default_deny() {
    assertThat(truncatedNames(policy(52, 1, 0, 0))).isZero();
    assertThat(truncatedNames(policy(53, 1, 0, 0))).isOne();
    assertThat(truncatedNames(policy(54, 1, 0, 0))).isEqualTo(2);
  }

  @Test
  void egress_firewalls_and_admin_policies_have_limits_of_their_own() {
    assertThat(truncatedNames(Given.firewall("n".repeat(58), "[{}]"))).isZero();
    assertThat(truncatedNames(Given.firewall("n".repeat(59), "[{}]"))).isOne();
    assertThat(truncatedNames(admin("a".repeat(49)))).isZero();
    assertThat(truncatedNames(admin("a".repeat(50)))).isOne();
  }

  @Test
  void without_a_namespace_only_what_is_too_long_anyway_is_told() {
    assertThat(truncatedNames(homeless("p".repeat(48)))).isZero();
    assertThat(truncatedNames(homeless("p".repeat(49)))).isOne();
    assertThat(collision.check(homeless("p".repeat(70)), Given.known())).isEmpty();
  }

  @Test
  void the_message_says_how_much_is_too_much() {
    assertThat(Given.check(truncated, policy(20, 33, 1, 0)).getFirst().message())
        .startsWith(
            "1 ACL name of this policy is over 63 characters and OVN cuts the end, which leaves")
        .endsWith("; shorten the policy's or the namespace's name by 4 characters");
  }

  @Test
  void a_cut_name_collides_with_a_whole_one_of_the_same_policy() {
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
  void policies_whose_names_differ_behind_the_cut_collide() {
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
  void long_namespaces_collide_with_each_other() {
    Resource one = Given.policy("n".repeat(62) + "a", "p", 1, 0);
    Resource two = Given.policy("n".repeat(62) + "b", "q", 1, 0);
    assertThat(collision.check(one, Given.known(one, two))).hasSize(1);
    Resource short1 = Given.policy("a", "p", 3, 3);
    assertThat(collision.check(short1, Given.known(short1, one, two))).isEmpty();
  }

  @Test
  void a_multi_network_policy_of_the_same_name_has_the_same_names() {
    Resource policy = Given.policy("payments", "api", 1, 0);
    Resource multi =
        Given.object(
            "{'apiVersion':'k8s.cni.cncf.io/v1beta1','kind':'MultiNetworkPolicy','metadata':{'name':'api','namespace':'payments'},'spec':{'ingress':[{}]}}");
    Inventory both = Given.known(policy, multi);
    assertThat(collision.check(policy, both)).hasSize(1);
    assertThat(collision.check(multi, both)).hasSize(1);
    assertThat(collision.check(policy, Given.known(policy))).isEmpty();
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
