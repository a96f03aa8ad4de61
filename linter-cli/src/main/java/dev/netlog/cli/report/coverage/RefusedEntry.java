package dev.netlog.cli.report.coverage;

/// An object of a target that the API server refuses.
///
/// @param object for example `NetworkPolicy/edge/api`
/// @param path the file, by its path in reports
/// @param line the line of the first invalid field, from 1
/// @param message why it is refused
public record RefusedEntry(String object, String path, int line, String message) {}
