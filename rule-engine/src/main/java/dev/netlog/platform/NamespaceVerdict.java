package dev.netlog.platform;

import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import org.jspecify.annotations.Nullable;

/// A rule of a platform's own kinds that decides for all pods of a namespace.
///
/// @param policy the object
/// @param index the rule's place in it, from 0
/// @param direction the direction it decides
/// @param verdict what it does
/// @param text the reason as reports name it
/// @param shadowedBy the index of an earlier rule that decides all of its connections, null where
///   there is none
public record NamespaceVerdict(
    Resource policy,
    int index,
    Direction direction,
    Verdict verdict,
    String text,
    @Nullable Integer shadowedBy) {}
