package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldPathTest {
  private static final Value OBJECT =
      new Value.Mapping(
          Map.of(
              "list",
              new Value.Sequence(List.of(new Value.Mapping(Map.of("a", Value.Null.NULL))))));

  @ParameterizedTest
  @CsvSource({
    "/metadata/annotations/k8s.ovn.org~1acl-logging, metadata.annotations[k8s.ovn.org/acl-logging]",
    "/metadata/annotations/plain, metadata.annotations[plain]",
    "/metadata/labels/a, metadata.labels[a]",
    "/list/0/a, list[0].a",
    "/spec/1/a, spec.1.a",
    "/spec/odd key, spec[odd key]",
    "/apiVersion, apiVersion",
    "'', object"
  })
  void aPlaceIsWrittenAsKubernetesDoes(String pointer, String field) {
    assertThat(FieldPath.of(JsonPointer.parse(pointer), OBJECT)).isEqualTo(field);
  }
}
