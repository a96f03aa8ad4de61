package dev.netlog.io.git;

import org.jspecify.annotations.Nullable;

/// A file of HEAD that is not at the same path with the same bytes in the base.
///
/// @param path its path in reports
/// @param blob the id of its contents
/// @param oldBlob the id of the contents at this path in the base, null if no file is there
/// @param isInBase whether the base has the same bytes at another path
public record ChangedFile(String path, String blob, @Nullable String oldBlob, boolean isInBase) {}
