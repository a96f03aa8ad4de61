package dev.netlog.policy;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import org.jspecify.annotations.Nullable;

/// An error in an object for which the API server refuses it, so that the policy has no effect.
///
/// @param resource the object
/// @param at the member
/// @param isAboutKey whether the member's key is wrong, not its value
/// @param right the only value that the API server accepts at the member, null if there are several
///   or none
/// @param message one line: the offending value, what is valid instead, the next step
/// @param message one line: the offending value, what holds instead, the next step
public record InputProblem(
    Resource resource, JsonPointer at, boolean isAboutKey, @Nullable String right, String message) {
  /// A problem with a value.
  public InputProblem(Resource resource, JsonPointer at, String message) {
    this(resource, at, false, null, message);
  }

  /// A problem with a member's key.
  public static InputProblem ofKey(Resource resource, JsonPointer at, String message) {
    return new InputProblem(resource, at, true, null, message);
  }
}
