package dev.netlog.cli.coverage.state;

import dev.netlog.platform.text.Unreadable;
import java.util.Set;

/// A part of a file that could not be read, and that may hold a policy or a logging setting.
///
/// @param where its place, and why it cannot be read
/// @param digest a short digest of its text
/// @param words the policy kinds and logging keys in it; empty if it cannot be searched
public record UnreadPart(Unreadable where, String digest, Set<String> words) {
  public UnreadPart {
    words = Set.copyOf(words);
  }
}
