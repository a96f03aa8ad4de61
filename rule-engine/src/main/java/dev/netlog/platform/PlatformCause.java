package dev.netlog.platform;

import org.jspecify.annotations.Nullable;

/// A cause that one platform has.
public record PlatformCause(
    String code, String label, String sentence, @Nullable String gained, @Nullable String lost)
    implements Cause {}
