package dev.netlog.platform;

/// Where an object stands that was read at the base of a change and cannot be read at its head.
///
/// @param path the file at the head, as reports name it
/// @param line from 1, where in it
/// @param reason one word: `too-large`, `encoding`, `yaml`, `template`, `placeholder`, `patch`,
///   `link`, `lfs`, `lost`, `carried`, `refused`
public record Unreadable(String path, int line, String reason) {}
