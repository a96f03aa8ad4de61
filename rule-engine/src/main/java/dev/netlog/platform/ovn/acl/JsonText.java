package dev.netlog.platform.ovn.acl;

import dev.netlog.json.JsonType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a string is as JSON text: broken, an object, or something else.
public sealed interface JsonText {

  /// It breaks the grammar.
  ///
  /// @param start where, in UTF-16 code units
  /// @param end exclusive; beyond start, since a text without characters is never scanned
  /// @param problem what is wrong, to stand in a message
  /// @param advice how to fix it, or null where nothing is likelier than anything else
  /// @param lacksComma whether only a comma is missing before `start`
  record Malformed(int start, int end, String problem, @Nullable String advice, boolean lacksComma)
      implements JsonText {
    Malformed(int start, int end, String problem, @Nullable String advice) {
      this(start, end, problem, advice, false);
    }
  }

  /// An object, with its members in document order, duplicates included.
  record Members(Token whole, List<Member> members) implements JsonText {
    public Members {
      members = List.copyOf(members);
    }
  }

  /// A value that is no object.
  record Other(Token whole) implements JsonText {}

  /// A member of the outermost object.
  record Member(Token key, Token value) {}

  /// A value, or a key, and where it stands.
  ///
  /// @param type what it is
  /// @param start inclusive, in UTF-16 code units; of a string the opening quote
  /// @param end exclusive
  /// @param text the decoded characters of a string, empty for other types
  record Token(JsonType type, int start, int end, String text) {}
}
