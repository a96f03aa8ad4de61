package dev.netlog.platform.ovn.acl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Setting;
import dev.netlog.platform.ovn.Given;
import dev.netlog.platform.ovn.OvnPlatform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

public class AclLoggingTest {

  public record Case(String id, String annotation, JsonNode expected) {
    static Case of(JsonNode node) {
      String base64 = node.path("annotationBase64").asString("");
      String text =
          base64.isEmpty()
              ? node.get("annotation").stringValue()
              : new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      return new Case(node.get("id").stringValue(), text, node);
    }

    @Override
    public String toString() {
      return id + " " + expected.get("why").stringValue();
    }
  }

  public static Stream<Case> cases() {
    try (InputStream file = AclLoggingTest.class.getResourceAsStream("/cases/acl-logging.json")) {
      return new JsonMapper()
          .readTree(Objects.requireNonNull(file).readAllBytes())
          .valueStream()
          .map(Case::of);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void thereAre55Cases() {
    assertThat(cases()).hasSize(55);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void adminPoliciesTakeAllThreeAndAreNotProgrammedAfterAnError(Case given) {
    boolean programmed =
        given.expected().get("adminNetworkPolicy").get("policyProgrammed").booleanValue();
    for (AclReader reader : List.of(AclReader.ADMIN_POLICY, AclReader.BASELINE_POLICY)) {
      AclLevels levels = AclLogging.parse(given.annotation()).levels(reader);
      assertThat(levels)
          .isEqualTo(
              levels(
                  given.expected().get("effective"), given.expected().get("error").booleanValue()));
      assertThat(levels.error()).isEqualTo(!programmed);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aNamespaceTakesAllowAndDeny(Case given) {
    JsonNode expected = given.expected().get("namespace");
    assertThat(AclLogging.parse(given.annotation()).levels(AclReader.NAMESPACE_POLICIES))
        .isEqualTo(levels(expected, expected.get("error").booleanValue()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anEgressFirewallTakesAllowAndDeny(Case given) {
    JsonNode expected = given.expected().get("egressFirewall");
    assertThat(AclLogging.parse(given.annotation()).levels(AclReader.EGRESS_FIREWALL))
        .isEqualTo(levels(expected, expected.get("warning").booleanValue()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anErrorHasAFindingInsideTheValueAndNoErrorHasNone(Case given) {
    for (Resource subject :
        List.of(
            Given.namespace(given.annotation()),
            Given.admin(given.annotation()),
            Given.baseline(given.annotation()))) {
      var errors =
          Stream.of(new InvalidJson(), new WrongType(), new UnknownSeverity())
              .flatMap(rule -> Given.check(rule, subject).stream())
              .toList();
      boolean error = setting(subject, "error").equals(new Value.Bool(true));
      assertThat(!errors.isEmpty()).isEqualTo(error);
      for (var violation : errors) {
        var range = Objects.requireNonNull(violation.place().range());
        assertThat(range.start()).isBetween(0, range.end() - 1);
        assertThat(range.end()).isBetween(range.start() + 1, given.annotation().length());
      }
    }
  }

  @Test
  void theSettingsOfANamespaceHaveNoPass() {
    Resource namespace = Given.namespace("{\"deny\":\"alert\",\"pass\":\"loud\"}");
    assertThat(setting(namespace, "pass")).isEqualTo(Value.Null.NULL);
    assertThat(setting(namespace, "error")).isEqualTo(new Value.Bool(false));
    assertThat(setting(namespace, "programmed")).isEqualTo(new Value.Bool(true));
  }

  @Test
  void tenThousandLevelsAreReadAndOneMoreIsAnError() {
    assertThat(AclLogging.parse("[".repeat(10_000) + "]".repeat(10_000)))
        .isInstanceOf(AclLogging.NotAnObject.class);
    assertThat(AclLogging.parse("[".repeat(10_001) + "]".repeat(10_001)))
        .isInstanceOfSatisfying(
            AclLogging.NotJson.class, it -> assertThat(it.problem().start()).isEqualTo(10_000));
    assertThat(AclLogging.parse("[".repeat(1_000_000))).isInstanceOf(AclLogging.NotJson.class);
  }

  private static Value setting(Resource subject, String member) {
    List<Setting> settings = new OvnPlatform().settings(subject);
    assertThat(settings).hasSize(1);
    return Objects.requireNonNull(settings.getFirst().members().get(member));
  }

  private static AclLevels levels(JsonNode node, boolean error) {
    return new AclLevels(
        node.path("allow").asString(""),
        node.path("deny").asString(""),
        node.path("pass").asString(""),
        error);
  }
}
