package dev.netlog.platform.ovn.acl;

import dev.netlog.json.JsonType;
import dev.netlog.platform.ovn.acl.JsonText.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The value of the annotation as OVN-Kubernetes decodes it: Go's `encoding/json` into three
/// strings.
///
/// Which severities come of it depends on who reads; see [#levels(AclReader)].
public sealed interface AclLogging {

  /// No JSON: everything is discarded.
  record NotJson(JsonText.Malformed problem) implements AclLogging {}

  /// JSON, but neither an object nor `null`: everything is discarded.
  record NotAnObject(Token value) implements AclLogging {}

  /// An object, with its members in document order, duplicates and unknown ones included. `null`,
  /// the empty string and `{}` have none.
  record Members(List<Member> members) implements AclLogging {
    public Members {
      members = List.copyOf(members);
    }

    /// The members that mean a field, in any case, in document order.
    public List<Member> of(AclField field) {
      return members.stream().filter(member -> member.field() == field).toList();
    }

    /// The string that counts for a field, or null where none is given: the last one, whatever its
    /// case, as `null` leaves the field alone.
    public @Nullable Member deciding(AclField field) {
      Member last = null;
      for (Member member : members) {
        if (member.field() == field && member.value().type() == JsonType.STRING) {
          last = member;
        }
      }
      return last;
    }

    /// Whether a field has a value that is no string; one is enough to discard the whole
    /// annotation.
    public boolean hasWrongType() {
      return members.stream().anyMatch(Member::isWrongType);
    }
  }

  /// One member.
  ///
  /// @param field what OVN-Kubernetes takes it for, null where it ignores the member
  /// @param key where and what its name is, decoded
  /// @param value where and what its value is
  record Member(@Nullable AclField field, Token key, Token value) {
    static Member of(JsonText.Member member) {
      return new Member(AclField.of(member.key().text()), member.key(), member.value());
    }

    /// The name as it is written, escapes decoded.
    public String name() {
      return key.text();
    }

    /// Whether the value is neither a string nor `null`, in a member that is read.
    public boolean isWrongType() {
      return field != null && value.type() != JsonType.STRING && value.type() != JsonType.NULL;
    }
  }

  /// Decodes a value.
  static AclLogging parse(String text) {
    // OVN-Kubernetes compares with these two before it decodes.
    if (text.isEmpty() || text.equals("{}")) {
      return new Members(List.of());
    }
    return switch (JsonScanner.scan(text)) {
      case JsonText.Malformed problem -> new NotJson(problem);
      case JsonText.Other(Token value) when value.type() == JsonType.NULL -> new Members(List.of());
      case JsonText.Other(Token value) -> new NotAnObject(value);
      case JsonText.Members(_, List<JsonText.Member> members) ->
          new Members(members.stream().map(Member::of).toList());
    };
  }

  /// The severities that a reader takes from the value.
  default AclLevels levels(AclReader reader) {
    return switch (this) {
      case NotJson _, NotAnObject _ -> AclLevels.DISCARDED;
      case Members members when members.hasWrongType() -> AclLevels.DISCARDED;
      case Members members -> AclLevels.of(members, reader);
    };
  }

  /// Whether a mistake keeps the log of a field off for a reader; a field that is merely not given
  /// is none.
  default boolean isBroken(AclField field, AclReader reader) {
    return switch (this) {
      case NotJson _, NotAnObject _ -> true;
      case Members members when members.hasWrongType() -> true;
      case Members members -> {
        boolean unprogrammed = reader.programsPolicy() && levels(reader).error();
        Member member = reader.checks(field) ? members.deciding(field) : null;
        yield unprogrammed || (member != null && !AclSeverity.isKnown(member.value().text()));
      }
    };
  }
}
