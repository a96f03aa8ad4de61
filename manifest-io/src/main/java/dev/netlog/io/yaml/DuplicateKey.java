package dev.netlog.io.yaml;

/// A key of a document that overwrites an earlier one of its name.
///
/// @param name the key
/// @param first where the earlier one starts, in UTF-16 units of the file's text
/// @param start where this one starts
public record DuplicateKey(String name, int first, int start) {}
