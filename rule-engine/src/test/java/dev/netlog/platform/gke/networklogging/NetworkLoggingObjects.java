package dev.netlog.platform.gke.networklogging;

import dev.netlog.model.Value;
import dev.netlog.platform.gke.Json;
import dev.netlog.platform.gke.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/// Objects like NetworkLogging: right and wrong fields, types and names in all mixtures.
final class NetworkLoggingObjects {
  private NetworkLoggingObjects() {}

  static Arbitrary<Value> any() {
    Arbitrary<Value> scalar =
        Arbitraries.of(
                "true", "false", "null", "'true'", "'default'", "'Default'", "0", "1.5", "[]", "{}")
            .map(Json::value);
    Arbitrary<Value> flag =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(true, false).map(Value.Bool::new)), Tuple.of(1, scalar));
    Arbitrary<Value> half = members(List.of("log", "delegate", "Log", "enabled"), flag, scalar);
    Arbitrary<Value> cluster = members(List.of("allow", "deny", "denied"), half, scalar);
    Arbitrary<Value> spec = members(List.of("cluster", "node", "allow"), cluster, scalar);
    Arbitrary<Value> texts = members(List.of("a", "b"), scalar, scalar);
    Arbitrary<Value> metadata =
        members(List.of("labels", "annotations", "uid", "labels2"), texts, scalar)
            .flatMap(rest -> scalar.map(name -> named(rest, name)));
    return metadata.flatMap(
        meta ->
            spec.map(
                body -> {
                  Value frame = Json.value(Samples.networkLogging("null"));
                  return with(with(frame, "metadata", meta), "spec", body);
                }));
  }

  private static Arbitrary<Value> members(
      List<String> names, Arbitrary<Value> value, Arbitrary<Value> other) {
    Arbitrary<Value> object =
        Arbitraries.maps(Arbitraries.of(names), value).ofMaxSize(3).map(Value.Mapping::new);
    return Arbitraries.frequencyOf(Tuple.of(9, object), Tuple.of(1, other));
  }

  private static Value named(Value metadata, Value name) {
    return metadata instanceof Value.Mapping ? with(metadata, "name", name) : metadata;
  }

  private static Value with(Value object, String name, Value member) {
    var members = new LinkedHashMap<>(((Value.Mapping) object).members());
    members.put(name, member);
    return new Value.Mapping(members);
  }
}
