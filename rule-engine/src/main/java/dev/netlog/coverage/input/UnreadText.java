package dev.netlog.coverage.input;

import dev.netlog.platform.text.Unreadable;

/// A text of a target that nobody could read and that may hold a policy or a logging setting.
///
/// @param where its place, and why it cannot be read
/// @param key its path and a digest of the text: `chart/np.yaml#0a1b2c3d`; at the head of a change
///   that of the base, if the text moved or changed
/// @param digest the digest of the text
public record UnreadText(Unreadable where, String key, String digest) {}
