package dev.netlog.io.yaml;

/// A key that overwrites an earlier key of the same name.
///
/// @param name the key
/// @param first the start of the earlier key, in UTF-16 units of the file's text
/// @param start the start of this key
public record DuplicateKey(String name, int first, int start) {}
