package dev.netlog.platform;

import java.util.List;

/// What a user can say in the settings about the annotations that the webhook adds for a platform:
/// the members of `inject.<id>`.
///
/// @param description a sentence for editors
/// @param members in the order of the schema
public record InjectionSettings(String description, List<Member> members) {
  public InjectionSettings {
    members = List.copyOf(members);
  }

  /// One of them.
  ///
  /// @param name the key
  /// @param description a sentence for editors; empty where the name says it all
  /// @param values the words that it takes; none where it is true or false
  public record Member(String name, String description, List<String> values) {
    public Member {
      values = List.copyOf(values);
    }
  }
}
