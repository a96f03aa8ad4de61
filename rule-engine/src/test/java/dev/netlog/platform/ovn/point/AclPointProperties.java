package dev.netlog.platform.ovn.point;

import static dev.netlog.platform.ovn.point.AclPointSamples.OVN;
import static dev.netlog.platform.ovn.point.AclPointSamples.admin;
import static dev.netlog.platform.ovn.point.AclPointSamples.ofNamespace;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Patched;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Decision;
import dev.netlog.platform.Decision.Remedy;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.ovn.Given;
import dev.netlog.platform.ovn.acl.AclAnnotation;
import dev.netlog.platform.ovn.acl.AclField;
import dev.netlog.platform.ovn.acl.AclKey;
import dev.netlog.rule.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// What holds of points on OVN, whatever the annotation says.
class AclPointProperties {
  @Property(tries = 1000)
  void theRemedyMakesThePointLogged(@ForAll("values") String text) {
    for (Resource holder : holders(text)) {
      for (Point point : points(holder)) {
        Decision decision = OVN.decisionOf(point, Given.known(holder));
        boolean logged = isLogged(point, holder);
        assertThat(decision.remedy() == null).isEqualTo(logged);
        Place place = decision.steps().getFirst().place();
        assertThat(Objects.requireNonNull(place).pointer()).isEqualTo(AclAnnotation.POINTER);
        Remedy remedy = decision.remedy();
        if (remedy == null) {
          continue;
        }
        assertThat(remedy.text().text()).doesNotContain("\n").doesNotEndWith(".");
        assertThat(remedy.line()).doesNotContain("\n").startsWith(AclKey.KEY + ": ");
        Edit edit = remedy.edit();
        if (edit != null) {
          assertThat(isLogged(point, edited(holder, edit))).isTrue();
        }
      }
    }
  }

  @Property(tries = 1000)
  void theRemedyOfOnePointLowersNoOther(@ForAll("values") String text) {
    for (Resource holder : holders(text)) {
      for (Point point : points(holder)) {
        Remedy remedy = OVN.decisionOf(point, Given.known(holder)).remedy();
        Edit edit = remedy == null ? null : remedy.edit();
        if (edit == null) {
          continue;
        }
        Resource after = edited(holder, edit);
        points(holder).stream()
            .filter(other -> isLogged(other, holder))
            .forEach(other -> assertThat(isLogged(other, after)).isTrue());
      }
    }
  }

  @Property(tries = 1000)
  void aValidAnnotationNeverLowersAState(
      @ForAll("severities") Map<AclField, String> severities, @ForAll("fields") AclField added) {
    List<Resource> before = holders(object(severities));
    Map<AclField, String> more = new EnumMap<>(AclField.class);
    more.putAll(severities);
    more.put(added, "debug");
    List<Resource> after = holders(object(more));
    for (int i = 0; i < before.size(); i++) {
      Resource annotated = after.get(i);
      for (Point point : points(before.get(i))) {
        boolean logged = isLogged(point, before.get(i));
        boolean hoped = logged || AclField.of(point.verdict()) == added;
        assertThat(isLogged(point, annotated)).isEqualTo(hoped);
      }
    }
  }

  private static String object(Map<AclField, String> severities) {
    return severities.entrySet().stream()
        .map(entry -> "\"" + entry.getKey().key() + "\": \"" + entry.getValue() + "\"")
        .collect(Collectors.joining(", ", "{", "}"));
  }

  @Provide
  Arbitrary<Map<AclField, String>> severities() {
    Arbitrary<String> severity = Arbitraries.of("", "alert", "warning", "notice", "info", "debug");
    return Arbitraries.maps(fields(), severity).ofMaxSize(3);
  }

  @Provide
  Arbitrary<AclField> fields() {
    return Arbitraries.of(AclField.values());
  }

  private static List<Resource> holders(String text) {
    return List.of(Given.namespace(text), Given.admin(text), Given.baseline(text));
  }

  private static List<Point> points(Resource holder) {
    if (holder.id().kind().equals("Namespace")) {
      return Stream.of(Verdict.ALLOW, Verdict.DENY).flatMap(v -> ofNamespace(v).stream()).toList();
    }
    List<Point> points = new ArrayList<>();
    points.add(admin(holder, Verdict.ALLOW));
    points.add(admin(holder, Verdict.DENY));
    if (holder.id().kind().equals("AdminNetworkPolicy")) {
      points.add(admin(holder, Verdict.PASS));
    }
    return points;
  }

  /// Whether a point is logged, of an admin policy as it is now.
  private static boolean isLogged(Point point, Resource holder) {
    Point now =
        point.reason() instanceof dev.netlog.platform.Reason.AdminRule
            ? admin(holder, point.verdict())
            : point;
    return OVN.loggingOf(now, Given.known(holder)) instanceof LoggingState.Logged;
  }

  private static Resource edited(Resource resource, Edit edit) {
    Value.Mapping content = (Value.Mapping) Patched.of(resource.content(), List.of(edit));
    return new Resource(resource.id(), content, resource.origin());
  }

  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> key =
        Arbitraries.of("allow", "deny", "pass", "Deny", "PASS", "alow", "drop", "x");
    Arbitrary<String> value =
        Arbitraries.frequencyOf(
            Tuple.of(
                6,
                Arbitraries.of("alert", "info", "notice", "debug", "").map(t -> "\"" + t + "\"")),
            Tuple.of(
                3,
                Arbitraries.of("Alert", "warn", "inof", "off", "loud", " info")
                    .map(t -> "\"" + t + "\"")),
            Tuple.of(1, Arbitraries.of("null", "false", "true", "1", "[]", "{}")));
    Arbitrary<String> member = key.flatMap(k -> value.map(v -> "\"" + k + "\": " + v));
    Arbitrary<String> object =
        member.list().ofMaxSize(4).map(members -> "{" + String.join(", ", members) + "}");
    Arbitrary<String> slip =
        object.flatMap(
            text ->
                Arbitraries.of(
                    text.replace('"', '\''),
                    text + ";",
                    text + "\n",
                    text.replace("}", ",}"),
                    "\"" + text.replace("\"", "\\\"") + "\"",
                    text.replace(", ", ",\n  "),
                    text.substring(1)));
    return Arbitraries.frequencyOf(
        Tuple.of(6, object),
        Tuple.of(3, slip),
        Tuple.of(1, Arbitraries.of("", "{}", "null", "[]", "alert", "\u202e", "{\u0000}")));
  }
}
