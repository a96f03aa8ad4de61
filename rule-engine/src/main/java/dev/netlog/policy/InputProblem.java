package dev.netlog.policy;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import org.jspecify.annotations.Nullable;

/// A part of an object for which the API server refuses the object, so that no policy of it acts.
///
/// @param resource the object
/// @param at the member
/// @param isAboutKey whether the member's key is wrong, not its value
/// @param right the one value that the API server takes at the member, null where there are several
///   or none
/// @param message one line: the offending value, what holds instead, the next step
public record InputProblem(
    Resource resource, JsonPointer at, boolean isAboutKey, @Nullable String right, String message) {
  /// A problem of a value.
  public InputProblem(Resource resource, JsonPointer at, String message) {
    this(resource, at, false, null, message);
  }

  /// A problem of a member's key.
  public static InputProblem ofKey(Resource resource, JsonPointer at, String message) {
    return new InputProblem(resource, at, true, null, message);
  }
}
