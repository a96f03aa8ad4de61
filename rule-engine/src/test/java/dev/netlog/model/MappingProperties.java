package dev.netlog.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// An object has the members of a map, however it was made and however many they are.
final class MappingProperties {
  /// One call of `put`.
  record Put(String name, Value value) {}

  @Provide
  Arbitrary<List<Put>> puts() {
    // Few names, so that some come twice; enough of them for objects with few and with many.
    Arbitrary<String> names = Arbitraries.integers().between(0, 40).map(i -> "name-" + i);
    Arbitrary<Value> values =
        Arbitraries.of(new Value.Text("a"), new Value.Bool(true), Value.Null.NULL);
    return Combinators.combine(names, values).as(Put::new).list().ofMaxSize(60);
  }

  @Property
  void itIsWhatAMapWouldBe(@ForAll("puts") List<Put> puts) {
    Map<String, Value> expected = new LinkedHashMap<>();
    MappingBuilder builder = new MappingBuilder();
    for (Put put : puts) {
      assertThat(builder.put(put.name(), put.value()))
          .isEqualTo(expected.put(put.name(), put.value()));
    }
    Value.Mapping built = builder.build();
    Value.Mapping copied = new Value.Mapping(expected);

    assertThat(built).isEqualTo(copied).hasSameHashCodeAs(copied);
    for (Map<String, Value> members : List.of(built.members(), copied.members())) {
      assertThat(members).isEqualTo(expected).hasSameHashCodeAs(expected);
      assertThat(expected).isEqualTo(members);
      assertThat(new ArrayList<>(members.entrySet()))
          .isEqualTo(new ArrayList<>(expected.entrySet()));
      Map<String, Value> seen = new LinkedHashMap<>();
      members.forEach(seen::put);
      assertThat(new ArrayList<>(seen.entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
      for (int i = 0; i <= 41; i++) {
        assertThat(members.get("name-" + i)).isEqualTo(expected.get("name-" + i));
        assertThat(members.containsKey("name-" + i)).isEqualTo(expected.containsKey("name-" + i));
      }
    }
  }

  @Property
  void nobodyChangesIt(@ForAll("puts") List<Put> puts) {
    Map<String, Value> source = new LinkedHashMap<>();
    puts.forEach(put -> source.put(put.name(), put.value()));
    Value.Mapping object = new Value.Mapping(source);
    Map<String, Value> before = Map.copyOf(source);

    source.put("later", Value.Null.NULL);
    source.remove("name-0");

    assertThat(object.members()).isEqualTo(before);
    assertThatThrownBy(() -> object.members().put("later", Value.Null.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> object.members().entrySet().add(Map.entry("later", Value.Null.NULL)))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
