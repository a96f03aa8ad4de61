package dev.netlog.cli.report.coverage;

/// An object of a target that the API server refuses.
///
/// @param object as `NetworkPolicy/edge/api`
/// @param path the file, as reports name it
/// @param line from 1, of the first thing that is refused
/// @param message why
public record RefusedEntry(String object, String path, int line, String message) {}
