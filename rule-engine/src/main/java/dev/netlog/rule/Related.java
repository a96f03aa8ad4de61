package dev.netlog.rule;

import dev.netlog.model.Resource;

/// A further place that belongs to a violation, in the same resource or another one.
///
/// @param resource its resource
/// @param place its place in the resource
/// @param message what is there, one line, lower case, no final period
public record Related(Resource resource, Place place, String message) {}
