package dev.netlog.io.json;

import dev.netlog.model.Value;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;

/// Writes whole values, however deep, without recursion.
final class JsonTree {
  private final JsonWriter json;
  private final Deque<Open> open = new ArrayDeque<>();

  private sealed interface Open {
    record Members(Iterator<Map.Entry<String, Value>> rest) implements Open {}

    record Items(Iterator<Value> rest) implements Open {}
  }

  JsonTree(JsonWriter json) {
    this.json = json;
  }

  void write(Value root) throws IOException {
    enter(root);
    while (!open.isEmpty()) {
      switch (open.element()) {
        case Open.Members(var rest) when rest.hasNext() -> {
          Map.Entry<String, Value> member = rest.next();
          json.name(member.getKey());
          enter(member.getValue());
        }
        case Open.Items(var rest) when rest.hasNext() -> enter(rest.next());
        case Open.Members _ -> {
          open.remove();
          json.endObject();
        }
        case Open.Items _ -> {
          open.remove();
          json.endArray();
        }
      }
    }
  }

  private void enter(Value value) throws IOException {
    switch (value) {
      case Value.Null _ -> json.text(null);
      case Value.Bool(boolean flag) -> json.truth(flag);
      case Value.Numeral(String literal) -> json.token(literal);
      case Value.Text(String text) -> json.text(text);
      case Value.Sequence sequence -> {
        json.beginArray();
        open.push(new Open.Items(sequence.items().iterator()));
      }
      case Value.Mapping mapping -> {
        json.beginObject();
        open.push(new Open.Members(mapping.members().entrySet().iterator()));
      }
    }
  }
}
