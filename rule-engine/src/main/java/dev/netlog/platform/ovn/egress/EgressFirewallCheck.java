package dev.netlog.platform.ovn.egress;

import static dev.netlog.policy.validation.Schema.fields;
import static dev.netlog.policy.validation.Schema.list;
import static dev.netlog.policy.validation.Schema.oneOf;
import static dev.netlog.policy.validation.Schema.selector;
import static dev.netlog.policy.validation.Schema.struct;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Addresses;
import dev.netlog.network.Selector;
import dev.netlog.platform.ovn.facts.OvnKinds;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.validation.ApiRefusals;
import dev.netlog.policy.validation.Schema;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What becomes of an EgressFirewall on its way into OVN: the API server refuses it, or stores it
/// and OVN-Kubernetes installs none of it, or it is installed.
///
/// Source: the CRD and `newEgressFirewallRule` in
/// [ovn-kubernetes](https://github.com/ovn-kubernetes/ovn-kubernetes/tree/master/go-controller/pkg).
public final class EgressFirewallCheck {
  /// The last rule that has a priority left.
  static final int LAST_INDEX = 8_000;

  private static final String VERSION = OvnKinds.GROUP + "/v1";
  private static final String NAME = "default";
  private static final JsonPointer RULES = JsonPointer.of("spec", "egress");
  private static final JsonPointer CIDR = JsonPointer.of("to", "cidrSelector");
  private static final JsonPointer NODES = JsonPointer.of("to", "nodeSelector");
  private static final Pattern DNS_NAME =
      Pattern.compile("(\\*\\.)?([A-Za-z0-9-]+\\.)*[A-Za-z0-9-]+\\.?");

  private static final Schema SCHEMA = schema();

  private EgressFirewallCheck() {}

  /// What the API server refuses, but for the metadata.
  public static List<InputProblem> refusals(Resource firewall) {
    List<InputProblem> problems = new ArrayList<>(ApiRefusals.version(firewall, VERSION));
    problems.addAll(ApiRefusals.onlyName(firewall, NAME));
    problems.addAll(Schema.problems(firewall, JsonPointer.ROOT, SCHEMA));
    return problems;
  }

  /// What the API server stores and OVN-Kubernetes cannot install: one such rule keeps all of the
  /// firewall out. Empty where it is installed.
  public static List<InputProblem> notProgrammed(Resource firewall) {
    List<InputProblem> problems = new ArrayList<>();
    List<Value> rules = firewall.content().itemsAt(RULES);
    for (int i = 0; i < rules.size(); i++) {
      rule(firewall, rules.get(i), RULES.child(i), problems);
    }
    if (rules.size() > LAST_INDEX + 1) {
      problems.add(
          new InputProblem(
              firewall,
              RULES.child(LAST_INDEX + 1),
              "rule "
                  + (LAST_INDEX + 1)
                  + " has no priority left, so OVN-Kubernetes installs none of the "
                  + rules.size()
                  + " rules; keep those up to index "
                  + LAST_INDEX));
    }
    return problems;
  }

  private static void rule(
      Resource firewall, Value rule, JsonPointer at, List<InputProblem> problems) {
    String cidr = rule.textAt(CIDR);
    if (cidr != null && Addresses.cidr(cidr) == null) {
      problems.add(
          new InputProblem(
              firewall,
              at.append(CIDR),
              "cidrSelector "
                  + Quoted.of(cidr)
                  + " is no address range to OVN-Kubernetes, which then installs no rule of the"
                  + " firewall; "
                  + remedy(cidr)));
    }
    Value nodes = rule.at(NODES);
    if (nodes != null
        && Selector.parse(nodes, at.append(NODES))
            instanceof Selector.Problem(JsonPointer where, String message)) {
      problems.add(new InputProblem(firewall, where, message));
    }
  }

  private static String remedy(String cidr) {
    if (Addresses.sloppyCidr(cidr) != null) {
      return "leave out the zeros before its numbers";
    }
    if (Addresses.address(cidr) != null) {
      return "write " + Quoted.of(cidr + (cidr.contains(":") ? "/128" : "/32"));
    }
    return "write one as in \"10.0.0.0/8\"";
  }

  private static Schema schema() {
    Schema dnsName =
        new Schema.Text(
            text -> DNS_NAME.matcher(text).matches(), "a domain as in \"www.example.com\"");
    Schema to =
        oneOf(fields("cidrSelector", Schema.TEXT, "dnsName", dnsName, "nodeSelector", selector()));
    Schema port =
        struct(
            fields(
                "port",
                new Schema.Whole(1, 65_535),
                "protocol",
                choice(EgressFirewallMember.PROTOCOL)),
            "port",
            "protocol");
    Schema rule =
        struct(
            fields("type", choice(EgressFirewallMember.TYPE), "to", to, "ports", list(port)),
            "type",
            "to");
    return struct(fields("spec", struct(fields("egress", list(rule)), "egress")), "spec");
  }

  private static Schema choice(EgressFirewallMember member) {
    // What is wrong with the word is for EgressFirewallType to say.
    return new Schema.Text(member::passesPattern, String.join(" or ", member.choices()));
  }
}
