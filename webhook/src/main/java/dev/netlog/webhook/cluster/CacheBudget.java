package dev.netlog.webhook.cluster;

import dev.netlog.model.MappingBuilder;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Limits the memory of all cached objects, in bytes. Safe for use by several threads.
///
/// Objects of a cluster are similar: thousands have the same `spec`, labels or ports. Equal parts
/// of all objects, down to single texts, are stored once and counted once. Each part has a use
/// count, so that its memory is released with its last use.
///
/// Sizes are those of OpenJDK with compressed pointers, rounded up, so objects take less memory
/// than is counted.
final class CacheBudget {
  /// An object larger than 1/16 of the limit does not fit: one object must not crowd out all other
  /// kinds.
  private static final int SHARE = 16;

  /// The bytes of an object apart from its content: 56 for its id, up to 160 for its place among
  /// the others.
  private static final int OBJECT = 224;

  /// The bytes of a part apart from its value: its entry in the table below.
  private static final int ENTRY = 64;

  private static final int TEXT = 64;
  private static final int CONTAINER = 56;
  private static final int SLOT = 8;

  /// Additional bytes for each member of an object that is stored as a hash table.
  private static final int HASHED = 48;

  private final long limit;
  private final Map<Part, Part> parts = new HashMap<>();
  private long used;

  /// A value that is stored once. Texts are equal by content, other values by the identity of their
  /// parts: so each value is compared once, at any depth.
  private static final class Part {
    /// Random, so that nobody can craft texts or objects with colliding hashes.
    private static final int FACTOR = new SecureRandom().nextInt() | 1;

    private final Value value;
    private final int hash;
    private int uses = 1;

    Part(Value value) {
      this.value = value;
      this.hash =
          switch (value) {
            case Value.Null _, Value.Bool _ -> 0;
            case Value.Numeral(String literal) -> hash(literal);
            case Value.Text(String text) -> hash(text);
            case Value.Sequence(List<Value> items) -> {
              int sum = 1;
              for (Value each : items) {
                sum = sum * FACTOR + System.identityHashCode(each);
              }
              yield sum;
            }
            case Value.Mapping(Map<String, Value> members) -> {
              int sum = 2;
              for (Map.Entry<String, Value> each : members.entrySet()) {
                sum = sum * FACTOR + System.identityHashCode(each.getValue());
              }
              yield sum;
            }
          };
    }

    private static int hash(String text) {
      int sum = 0;
      for (int i = 0; i < text.length(); i++) {
        sum = (sum ^ text.charAt(i)) * FACTOR;
      }
      return sum ^ (sum >>> 16);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Part part && hash == part.hash && isSame(value, part.value);
    }

    @SuppressWarnings("ReferenceEquality") // parts are kept once
    private static boolean isSame(Value one, Value other) {
      return switch (one) {
        case Value.Sequence(List<Value> items) ->
            other instanceof Value.Sequence(List<Value> others)
                && items.size() == others.size()
                && IntStream.range(0, items.size()).allMatch(i -> items.get(i) == others.get(i));
        case Value.Mapping(Map<String, Value> members) ->
            other instanceof Value.Mapping(Map<String, Value> others)
                && members.size() == others.size()
                && members.entrySet().stream()
                    .allMatch(each -> others.get(each.getKey()) == each.getValue());
        case Value leaf -> leaf.equals(other);
      };
    }
  }

  /// @param limit in bytes
  CacheBudget(long limit) {
    this.limit = limit;
  }

  /// How many bytes all objects take at most.
  synchronized long used() {
    return used;
  }

  /// The same object, built from parts that are already stored; null if it does not fit, and then
  /// nothing is counted.
  synchronized @Nullable Resource add(Resource resource) {
    long before = used;
    used += OBJECT;
    Value content = share(resource.content());
    Resource kept = Resource.of(content, resource.origin());
    if (kept == null || used > limit || used - before > limit / SHARE) {
      used -= OBJECT;
      release(content);
      return null;
    }
    return kept;
  }

  /// Releases the memory of an object that was added.
  synchronized void remove(Resource resource) {
    used -= OBJECT;
    release(resource.content());
  }

  /// The stored value that equals this one; counts one more use of it.
  private Value share(Value value) {
    if (isConstant(value)) {
      return value;
    }
    Part fresh = new Part(withSharedParts(value));
    Part known = parts.putIfAbsent(fresh, fresh);
    if (known == null) {
      used += size(fresh.value);
      return fresh.value;
    }
    known.uses++;
    // A stored value uses its parts once, however often it is used itself.
    releaseParts(fresh.value);
    return known.value;
  }

  private Value withSharedParts(Value value) {
    return switch (value) {
      case Value.Mapping(Map<String, Value> members) -> {
        MappingBuilder shared = new MappingBuilder();
        members.forEach((name, each) -> shared.put(shared(name), share(each)));
        yield shared.build();
      }
      case Value.Sequence(List<Value> items) -> {
        List<Value> shared = new ArrayList<>(items.size());
        items.forEach(each -> shared.add(share(each)));
        yield new Value.Sequence(shared);
      }
      case Value leaf -> leaf;
    };
  }

  private String shared(String name) {
    return share(new Value.Text(name)) instanceof Value.Text(String same) ? same : name;
  }

  /// @param value a result of [#share(Value)]
  private void release(Value value) {
    if (isConstant(value)) {
      return;
    }
    Part key = new Part(value);
    Part part = parts.get(key);
    if (part == null) {
      throw new IllegalStateException("what was never added is removed");
    }
    part.uses--;
    if (part.uses == 0) {
      parts.remove(key);
      used -= size(value);
      releaseParts(value);
    }
  }

  private void releaseParts(Value value) {
    switch (value) {
      case Value.Mapping(Map<String, Value> members) ->
          members.forEach(
              (name, each) -> {
                release(new Value.Text(name));
                release(each);
              });
      case Value.Sequence(List<Value> items) -> items.forEach(this::release);
      case Value _ -> {}
    }
  }

  /// Whether only a few such values exist, so that they take no memory.
  private static boolean isConstant(Value value) {
    return value instanceof Value.Null || value instanceof Value.Bool;
  }

  /// The size of a part without its own parts, in bytes.
  private static long size(Value value) {
    return ENTRY
        + switch (value) {
          case Value.Null _, Value.Bool _ -> 0;
          case Value.Numeral(String literal) -> TEXT + characters(literal);
          case Value.Text(String text) -> TEXT + characters(text);
          case Value.Sequence(List<Value> items) -> CONTAINER + (long) SLOT * items.size();
          case Value.Mapping(Map<String, Value> members) -> {
            int each = SLOT + (members.size() > MappingBuilder.FEW ? HASHED : 0);
            yield CONTAINER + (long) each * members.size();
          }
        };
  }

  /// The bytes of a text: two per character if one does not fit into one byte.
  private static long characters(String text) {
    return text.chars().allMatch(each -> each < 256) ? text.length() : 2L * text.length();
  }
}
