package dev.netlog.coverage.input;

import dev.netlog.model.ResourceId;
import dev.netlog.platform.text.Unreadable;

/// An object of the base of a change that cannot be read at its head.
///
/// @param object its identity at the base, with the namespace in which it would be created
/// @param where its place at the head, and why it cannot be read there
public record UnreadableObject(ResourceId object, Unreadable where) {}
