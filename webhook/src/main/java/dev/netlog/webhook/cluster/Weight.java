package dev.netlog.webhook.cluster;

import dev.netlog.model.MappingBuilder;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.Map;

/// How much memory an object takes that has nothing in common with others, in bytes: at most, with
/// the sizes of OpenJDK with compressed pointers.
///
/// It is worked out again when an object goes, which takes microseconds. To keep it would take 24
/// bytes beside each of some ten thousand objects that hardly ever change.
final class Weight {
  /// A string, or a text or number that holds one, without its characters.
  private static final int STRING = 40;

  private static final int TEXT = 16 + STRING;
  private static final int CONTAINER = 56;
  private static final int SLOT = 8;

  /// More for each member of an object that has so many that they are hashed.
  private static final int HASHED = 48;

  /// What a resource has beside its content, and its places among the others.
  private static final int RESOURCE = 192;

  private Weight() {}

  static long of(Resource resource) {
    return RESOURCE + of(resource.content());
  }

  private static long of(Value value) {
    return switch (value) {
      case Value.Null _, Value.Bool _ -> 0;
      case Value.Numeral(String literal) -> TEXT + characters(literal);
      case Value.Text(String text) -> TEXT + characters(text);
      case Value.Sequence sequence ->
          CONTAINER + sequence.items().stream().mapToLong(each -> SLOT + of(each)).sum();
      case Value.Mapping mapping -> of(mapping.members());
    };
  }

  private static long of(Map<String, Value> members) {
    int slot = SLOT + STRING + (members.size() > MappingBuilder.FEW ? HASHED : 0);
    long sum = CONTAINER;
    for (Map.Entry<String, Value> each : members.entrySet()) {
      sum += slot + characters(each.getKey()) + of(each.getValue());
    }
    return sum;
  }

  /// Two bytes each where one does not fit into one.
  private static long characters(String text) {
    return text.chars().allMatch(each -> each < 256) ? text.length() : 2L * text.length();
  }
}
