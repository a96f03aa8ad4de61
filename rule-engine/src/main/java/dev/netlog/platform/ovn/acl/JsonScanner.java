package dev.netlog.platform.ovn.acl;

import dev.netlog.json.JsonError;
import dev.netlog.json.JsonHandler;
import dev.netlog.json.JsonParser;
import dev.netlog.json.JsonType;
import dev.netlog.platform.ovn.acl.JsonText.Member;
import dev.netlog.platform.ovn.acl.JsonText.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a text that holds one JSON value, and keeps the places of the outermost object's members.
/// One instance reads one text.
final class JsonScanner implements JsonHandler {
  private final List<Member> members = new ArrayList<>();
  private int depth;
  private @Nullable Token key;
  private @Nullable Token whole;

  private JsonScanner() {}

  /// Scans a text; it must not be empty.
  static JsonText scan(String text) {
    JsonScanner scanner = new JsonScanner();
    JsonParser parser = new JsonParser(text, 0, scanner);
    JsonError error = parser.next();
    if (error != null) {
      return JsonProblem.of(text, error);
    }
    if (parser.hasMore()) {
      return JsonProblem.at(text, parser.offset(), JsonProblem.Expected.END);
    }
    Token whole = scanner.whole;
    if (whole == null) {
      throw new IllegalStateException("a value without an end");
    }
    return whole.type() == JsonType.OBJECT
        ? new JsonText.Members(whole, scanner.members)
        : new JsonText.Other(whole);
  }

  @Override
  public void open(JsonType type, int start) {
    depth++;
  }

  @Override
  public void key(int start, int end, String text) {
    if (depth == 1) {
      key = new Token(JsonType.STRING, start, end, text);
    }
  }

  @Override
  public void scalar(JsonType type, int start, int end, String text) {
    value(type, start, end, text);
  }

  @Override
  public void close(JsonType type, int start, int end) {
    depth--;
    value(type, start, end, "");
  }

  /// A value has ended: notes it where it is the whole text or a member of the outermost object.
  private void value(JsonType type, int start, int end, String text) {
    if (depth == 0) {
      whole = new Token(type, start, end, text);
    } else if (depth == 1 && key != null) {
      members.add(new Member(key, new Token(type, start, end, text)));
    }
  }
}
