package dev.netlog.io.yaml.syntax;

/// Why kubectl refuses a document, and where.
///
/// @param start the offending place, in UTF-16 units of the file's text
/// @param end behind it; may equal start
/// @param problem what is wrong, one line, lower case
public record Failure(int start, int end, String problem) {}
