package dev.netlog.io.yaml;

import dev.netlog.model.ResourceId;
import dev.netlog.rule.RuleInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding about the bytes of a manifest.
///
/// @param rule one of the `yaml-…` rules
/// @param start the start, in UTF-16 units of the file's text
/// @param end the end, exclusive
/// @param message one line
/// @param effect the consequence for the cluster, null if the message already says it
/// @param subject the object that contains it, null if there is none
/// @param related other places
public record YamlFinding(
    RuleInfo rule,
    int start,
    int end,
    String message,
    @Nullable String effect,
    @Nullable ResourceId subject,
    List<Mention> related) {

  /// Another place in the same file.
  public record Mention(int start, int end, String message) {}

  public YamlFinding {
    related = List.copyOf(related);
  }
}
