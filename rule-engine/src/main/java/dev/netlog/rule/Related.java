package dev.netlog.rule;

import dev.netlog.model.Resource;

/// A second place that belongs to a violation, in the same resource or in another.
///
/// @param resource the resource it is in
/// @param place where in it
/// @param message what is there, one line, lower case, no final period
public record Related(Resource resource, Place place, String message) {}
