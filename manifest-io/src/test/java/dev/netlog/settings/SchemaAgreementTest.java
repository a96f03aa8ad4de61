package dev.netlog.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The schema and the classes that read what it accepts say the same.
final class SchemaAgreementTest {
  private static final Path FILE = Path.of("..", "schemas", "netlog.schema.json");

  /// What the reader takes apart and the schema describes; a member of either alone fails.
  private static final Set<String> READ =
      Set.of(
          "/platform",
          "/targets/0/name",
          "/targets/0/platform",
          "/targets/0/paths",
          "/targets/0/assume/networkLogging",
          "/targets/0/assume/namespaces",
          "/targets/0/assume/input",
          "/targets/0/complete",
          "/targets/0/namespace",
          "/ignore-paths",
          "/fail-on",
          "/rules/yaml-invalid",
          "/coverage/project/threshold",
          "/coverage/patch",
          "/coverage/regressions",
          "/coverage/governance",
          "/coverage/minimum/verdict",
          "/coverage/minimum/allow",
          "/coverage/minimum/deny",
          "/coverage/minimum/ingress",
          "/coverage/minimum/egress",
          "/coverage/minimum/policy",
          "/coverage/minimum/workload",
          "/coverage/minimum/namespace",
          "/coverage/minimum-per-namespace",
          "/coverage/unknown",
          "/coverage/informational",
          "/inject/ovn/allow",
          "/inject/ovn/deny",
          "/inject/ovn/pass",
          "/inject/gke/policies",
          "/inject/gke/namespaces",
          "/inject/namespaceSelector");

  private final Value schema = Given.value(Files.readString(FILE));

  SchemaAgreementTest() throws IOException {}

  /// A place of a file and what the schema says about it.
  private record Leaf(JsonPointer place, Value.Mapping rules) {}

  @Test
  void everyMemberOfTheSchemaIsReadOrNamedAsNotUsedYet() {
    Set<String> read = new TreeSet<>();
    List<Leaf> leaves = leaves(JsonPointer.ROOT, resolved(schema)).toList();
    assertThat(leaves).hasSizeGreaterThan(READ.size());
    for (Leaf leaf : leaves) {
      Value sample = sample(leaf.rules());
      Settings settings = Given.settings(file(leaf.place(), sample));
      if (settings.notUsedYet().isEmpty()) {
        read.add(leaf.place().toString());
        assertThat(settings).as(leaf.place().toString()).isNotEqualTo(without(leaf.place()));
      } else {
        assertThat(settings.notUsedYet()).containsExactly(leaf.place().tokens().getFirst());
      }
    }
    assertThat(read).isEqualTo(new TreeSet<>(READ));
  }

  @Test
  void theWordsOfTheSchemaAreThoseOfTheProgram() {
    List<String> platforms =
        RuleCatalog.standard().platforms().stream().map(Platform::id).sorted().toList();
    assertThat(words("$defs", "platform"))
        .startsWith(platforms.toArray(String[]::new))
        .containsExactlyInAnyOrder("gke", "ovn", "gke,ovn", "ovn,gke");
    assertThat(words("properties", "fail-on")).isEqualTo(FailOn.words());
  }

  /// Change the file where this fails.
  @Test
  void theFileForEditorsHasThePartsOfThePlatforms() {
    assertThat(schema).isEqualTo(Given.value(SettingsSchema.document(RuleCatalog.standard())));
  }

  @Test
  void everyMemberIsDescribedForEditors() {
    Set<String> undescribed = new TreeSet<>();
    collectUndescribed(schema, "", undescribed);
    assertThat(undescribed)
        .containsExactlyInAnyOrder(
            "/properties/inject/properties/ovn/properties/allow",
            "/properties/inject/properties/ovn/properties/deny",
            "/properties/inject/properties/ovn/properties/pass");
  }

  private static void collectUndescribed(Value here, String at, Set<String> undescribed) {
    if (!(here instanceof Value.Mapping(Map<String, Value> members))) {
      return;
    }
    members.forEach(
        (name, member) -> {
          String place = at + "/" + name;
          if (at.endsWith("/properties")
              && member.mappingAt(JsonPointer.ROOT).get("description") == null) {
            undescribed.add(place);
          }
          collectUndescribed(member, place, undescribed);
        });
  }

  private List<String> words(String... place) {
    return schema.itemsAt(JsonPointer.of(place).child("enum")).stream()
        .map(word -> ((Value.Text) word).value())
        .toList();
  }

  private Stream<Leaf> leaves(JsonPointer at, Value.Mapping rules) {
    if (rules.get("properties") instanceof Value.Mapping(Map<String, Value> members)) {
      return members.entrySet().stream()
          .flatMap(member -> leaves(at.child(member.getKey()), resolved(member.getValue())));
    }
    if (rules.get("items") instanceof Value.Mapping items && !isTexts(items)) {
      return leaves(at.child(0), resolved(items));
    }
    if (rules.get("additionalProperties") instanceof Value.Mapping each) {
      return Stream.of(new Leaf(at.child("yaml-invalid"), each));
    }
    return Stream.of(new Leaf(at, rules));
  }

  private static boolean isTexts(Value.Mapping items) {
    return new Value.Text("string").equals(items.get("type"));
  }

  private Value.Mapping resolved(Value rules) {
    String reference = rules.textAt(JsonPointer.of("$ref"));
    return reference == null
        ? (Value.Mapping) rules
        : schema.mappingAt(JsonPointer.parse(reference.substring(1)));
  }

  /// A value that the schema takes and that no default is.
  private static Value sample(Value.Mapping rules) {
    List<Value> words = rules.itemsAt(JsonPointer.of("enum"));
    if (!words.isEmpty()) {
      return words.getFirst();
    }
    Value example = rules.at(JsonPointer.of("examples", "0"));
    if (example != null) {
      return example;
    }
    return switch (String.valueOf(rules.textAt(JsonPointer.of("type")))) {
      case "boolean" -> new Value.Bool(true);
      case "number", "integer" -> new Value.Numeral("7");
      case "array" -> new Value.Sequence(List.of(new Value.Text("folder")));
      case "object" -> Value.Mapping.EMPTY;
      default -> new Value.Text("text");
    };
  }

  /// What a file sets that has all of a place but the value.
  private static Settings without(JsonPointer place) {
    boolean target = place.tokens().getFirst().equals("targets") && !place.last().equals("name");
    return target ? Given.settings("{targets: [{name: 'other'}]}") : Settings.NONE;
  }

  private static Value file(JsonPointer place, Value value) {
    Value here = value;
    List<String> tokens = place.tokens();
    for (int i = tokens.size() - 1; i >= 0; i--) {
      String token = tokens.get(i);
      if (token.equals("0")) {
        here = new Value.Sequence(List.of(here));
        continue;
      }
      Map<String, Value> members = new LinkedHashMap<>();
      if (i > 1 && tokens.get(i - 1).equals("0") && tokens.get(i - 2).equals("targets")) {
        members.put("name", new Value.Text("other"));
      }
      members.put(token, here);
      here = new Value.Mapping(members);
    }
    return here;
  }
}
