package dev.netlog.coverage.input;

import dev.netlog.model.ResourceId;
import dev.netlog.platform.text.Unreadable;

/// An object of the base of a change that nobody can read at its head.
///
/// @param object its identity as the base has it, in the namespace it goes to
/// @param where where it stands at the head, and why it cannot be read there
public record UnreadableObject(ResourceId object, Unreadable where) {}
