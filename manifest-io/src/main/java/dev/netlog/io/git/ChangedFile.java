package dev.netlog.io.git;

import org.jspecify.annotations.Nullable;

/// A file of HEAD that the base does not have in the same place with the same bytes.
///
/// @param path as reports name it
/// @param blob the id of its contents
/// @param oldBlob the id of what stands there in the base, null where no file does
/// @param isInBase whether the base has the same bytes in another place
public record ChangedFile(String path, String blob, @Nullable String oldBlob, boolean isInBase) {}
