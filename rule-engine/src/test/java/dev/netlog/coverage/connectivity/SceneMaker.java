package dev.netlog.coverage.connectivity;

import dev.netlog.coverage.connectivity.Scene.End;
import dev.netlog.coverage.connectivity.Scene.Pod;
import dev.netlog.coverage.connectivity.Scene.Port;
import dev.netlog.coverage.connectivity.Scene.Question;
import dev.netlog.coverage.oracle.Dice;
import dev.netlog.coverage.oracle.Tree;
import dev.netlog.model.Value;
import dev.netlog.network.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Puts pods around policies and asks about connections that their rules may or may not mean.
public final class SceneMaker {
  private static final List<String> ELSEWHERE = List.of("203.0.113.1", "10.9.8.7", "2001:db8::1");
  private static final List<Integer> USUAL = List.of(1, 80, 443, 8080, 65535);

  /// How many rules are looked at; the others are still in force.
  private static final int MOST_RULES = 200;

  /// From then on, pods with the labels that are wanted are taken at whatever address they have.
  private static final int MANY_PODS = 60;

  private final Dice dice;
  private final Neighbours neighbours;
  private final List<Rule> rules = new ArrayList<>();
  private final Set<Named> named = new LinkedHashSet<>();
  private final Set<Integer> numbers = new TreeSet<>(USUAL);
  private final Set<String> addresses = new LinkedHashSet<>(ELSEWHERE);

  /// A name of a port as a rule uses it.
  private record Named(String name, Protocol protocol) {}

  /// One rule with who may be meant by it; all of a policy where it has none.
  private record Rule(
      String namespace,
      boolean ingress,
      List<Map<String, String>> subjects,
      List<Neighbours.Place> peers,
      List<String> addresses,
      List<Tree> ports) {}

  private SceneMaker(Dice dice, Map<String, Map<String, String>> namespaces) {
    this.dice = dice;
    this.neighbours = new Neighbours(namespaces);
  }

  /// A scene of some policies.
  ///
  /// @param blank name, policies and known namespaces; pods and questions are added
  /// @param each how many questions are asked about a policy
  public static Scene of(Scene blank, Dice dice, int each) {
    return new SceneMaker(dice, blank.namespaces()).make(blank, each);
  }

  private Scene make(Scene blank, int each) {
    for (Value.Mapping policy : blank.policies()) {
      read(new Tree(policy));
    }
    List<Pod> pods = new ArrayList<>();
    Set<Question> questions = new LinkedHashSet<>();
    int wanted = each * blank.policies().size();
    for (int i = 0; i < 4 * wanted && questions.size() < wanted; i++) {
      Question question = question(pods);
      if (question != null) {
        questions.add(question);
      }
    }
    return new Scene(
        blank.name(),
        blank.corpus(),
        blank.refused(),
        blank.policies(),
        neighbours.namespaces(),
        pods,
        List.copyOf(questions));
  }

  private void read(Tree policy) {
    String namespace = policy.at("metadata", "namespace").text("default");
    neighbours.add(namespace);
    List<Map<String, String>> subjects = Variants.of(policy.at("spec", "podSelector"));
    for (String direction : List.of("ingress", "egress")) {
      boolean ingress = direction.equals("ingress");
      List<Tree> all = policy.at("spec", direction).items();
      for (Tree rule : all.isEmpty() ? List.of(new Tree(null)) : all) {
        if (rules.size() < MOST_RULES) {
          rules.add(rule(namespace, ingress, subjects, rule));
        }
      }
    }
  }

  private Rule rule(
      String namespace, boolean ingress, List<Map<String, String>> subjects, Tree rule) {
    List<Neighbours.Place> peers = new ArrayList<>();
    List<String> blocks = new ArrayList<>();
    for (Tree peer : rule.get(ingress ? "from" : "to").items()) {
      if (peer.get("ipBlock").exists()) {
        blocks.addAll(Boundaries.addresses(peer.get("ipBlock")));
      } else {
        peers.addAll(neighbours.of(namespace, peer));
      }
    }
    addresses.addAll(blocks);
    List<Tree> ports = rule.get("ports").items();
    for (Tree port : ports) {
      numbers.addAll(Boundaries.ports(port));
      String name = port.get("port").text();
      if (name != null) {
        named.add(new Named(name, protocol(port)));
      }
    }
    return new Rule(namespace, ingress, subjects, peers, blocks, ports);
  }

  private static Protocol protocol(Tree port) {
    return Protocol.valueOf(port.get("protocol").text("TCP"));
  }

  private @Nullable Question question(List<Pod> pods) {
    Rule rule = dice.one(rules);
    Map<String, String> labels =
        dice.percent(65) ? rule.subjects().getFirst() : dice.one(rule.subjects());
    End subject = pod(new Neighbours.Place(rule.namespace(), labels), pods);
    End peer = peer(rule, pods);
    End destination = rule.ingress() ? subject : peer;
    Protocol protocol = dice.one(Protocol.values());
    int number = dice.one(List.copyOf(numbers));
    if (!rule.ports().isEmpty() && dice.percent(85)) {
      Tree port = dice.one(rule.ports());
      protocol = dice.percent(85) ? protocol(port) : protocol;
      List<Integer> near = Boundaries.ports(port);
      number = near.isEmpty() ? number : dice.one(near);
    }
    if (destination.pod() != null && dice.percent(30)) {
      List<Port> declared = pods.get(destination.pod()).ports();
      if (!declared.isEmpty()) {
        Port port = dice.one(declared);
        number = port.number();
        protocol = dice.percent(85) ? port.protocol() : protocol;
      }
    }
    return subject.equals(peer)
        ? null
        : new Question(rule.ingress() ? peer : subject, destination, protocol, number);
  }

  private End peer(Rule rule, List<Pod> pods) {
    List<String> all = List.copyOf(addresses);
    if (!rule.addresses().isEmpty() && (rule.peers().isEmpty() || dice.percent(50))) {
      String address = dice.percent(90) ? dice.one(rule.addresses()) : dice.one(all);
      return dice.percent(75) ? new End(null, address) : pod(neighbours.any(dice), address, pods);
    }
    if (!rule.peers().isEmpty() && dice.percent(90)) {
      return pod(dice.one(rule.peers()), pods);
    }
    return dice.percent(50)
        ? new End(null, dice.one(all))
        : pod(
            dice.percent(50)
                ? neighbours.any(dice)
                : new Neighbours.Place(rule.namespace(), dice.one(rule.subjects())),
            pods);
  }

  private End pod(Neighbours.Place place, List<Pod> pods) {
    return pod(place, dice.one(List.copyOf(addresses)), pods);
  }

  /// One that is there already, mostly.
  private End pod(Neighbours.Place place, String address, List<Pod> pods) {
    List<Integer> like = new ArrayList<>();
    for (int i = 0; i < pods.size(); i++) {
      Pod pod = pods.get(i);
      if (pod.namespace().equals(place.namespace())
          && pod.labels().equals(place.labels())
          && (pods.size() >= MANY_PODS || pod.address().equals(address))) {
        like.add(i);
      }
    }
    if (!like.isEmpty() && dice.percent(pods.size() >= MANY_PODS ? 95 : 70)) {
      int number = dice.one(like);
      return new End(number, pods.get(number).address());
    }
    pods.add(new Pod(place.namespace(), place.labels(), address, ports()));
    return new End(pods.size() - 1, address);
  }

  /// Ports with the names that rules use, not always of the right protocol; no name twice.
  private List<Port> ports() {
    List<Port> ports = new ArrayList<>();
    for (Named name : named) {
      if (ports.stream().noneMatch(port -> port.name().equals(name.name())) && dice.percent(60)) {
        Protocol protocol = dice.percent(85) ? name.protocol() : dice.one(Protocol.values());
        ports.add(new Port(name.name(), dice.one(List.copyOf(numbers)), protocol));
      }
    }
    return ports;
  }
}
