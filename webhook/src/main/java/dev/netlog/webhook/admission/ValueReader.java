package dev.netlog.webhook.admission;

import dev.netlog.model.MappingBuilder;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Builds the tree of one object from JSON tokens.
///
/// Skips `metadata.managedFields`: no rule needs it, and it is often most of the object. Recursive;
/// the parser limits the depth.
final class ValueReader {
  /// The maximum number of values. An object in a cluster has at most 1.5 MiB, so more values
  /// cannot be stored, and would cost memory.
  static final int MOST_VALUES = 200_000;

  private final JsonParser parser;
  private int values;

  /// @param parser positioned at the first token of the value
  ValueReader(JsonParser parser) {
    this.parser = parser;
  }

  /// Reads the value; the parser is then at its last token.
  Value read() throws BadReviewException {
    return value(0, false);
  }

  private Value value(int depth, boolean metadata) throws BadReviewException {
    values++;
    if (values > MOST_VALUES) {
      throw new BadReviewException(
          "the object has more than "
              + MOST_VALUES
              + " values, more than the API server can store");
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(depth, metadata);
      case START_ARRAY -> sequence(depth);
      case VALUE_STRING -> new Value.Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Numeral(parser.getString());
      case VALUE_TRUE -> new Value.Bool(true);
      case VALUE_FALSE -> new Value.Bool(false);
      case VALUE_NULL -> Value.Null.NULL;
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value starts with " + token);
    };
  }

  private Value mapping(int depth, boolean metadata) throws BadReviewException {
    MappingBuilder members = new MappingBuilder();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      if (metadata && name.equals("managedFields")) {
        parser.skipChildren();
        continue;
      }
      Value value = value(depth + 1, depth == 0 && name.equals("metadata"));
      if (members.put(name, value) != null) {
        throw ReviewReader.duplicate(name);
      }
    }
    return members.build();
  }

  private Value sequence(int depth) throws BadReviewException {
    List<Value> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(depth + 1, false));
    }
    return new Value.Sequence(items);
  }
}
