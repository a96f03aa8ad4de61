package dev.netlog.policy.validation;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.List;

/// Recognises placeholders in values that a tool fills in before the object is applied: shells,
/// Flux, Helm, SOPS, the Vault plugin of Argo CD, ytt, and Chainsaw, whose expressions are in
/// parentheses.
public final class PlaceholderSyntax {
  private static final List<String> STARTS = List.of("${", "{{", "$(", "ENC[", "<path:", "(@");

  private PlaceholderSyntax() {}

  /// Whether a text contains a placeholder.
  public static boolean areIn(String text) {
    return STARTS.stream().anyMatch(text::contains) || (text.startsWith("(") && text.endsWith(")"));
  }

  /// Whether the value at a place, or its key, contains a placeholder.
  static boolean areIn(Resource resource, JsonPointer at) {
    return areIn(at.last())
        || (resource.content().at(at) instanceof Value.Text(String text) && areIn(text));
  }
}
