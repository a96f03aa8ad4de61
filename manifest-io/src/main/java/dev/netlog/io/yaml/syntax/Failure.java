package dev.netlog.io.yaml.syntax;

/// Why kubectl refuses a document, and where.
///
/// @param start the start of the offending text, in UTF-16 units of the file's text
/// @param end its end, exclusive; may equal start
/// @param problem what is wrong, one line, lower case
public record Failure(int start, int end, String problem) {}
