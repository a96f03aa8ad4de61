package dev.netlog.cli.coverage.unreadable;

import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.files.Reasons;

/// Maps reasons to the words of `unreadable.reason`: why an object of the base cannot be read at
/// the head.
final class UnreadableReasons {
  private UnreadableReasons() {}

  /// The word for an entry of the report.
  static String of(NotUnderstood why) {
    return switch (why.reason()) {
      case "too-large", "encoding", "template", "placeholder", "patch" -> why.reason();
      case "unreadable" -> ofMessage(why.message());
      default -> "yaml";
    };
  }

  private static String ofMessage(String message) {
    if (message.equals(Reasons.LFS)) {
      return "lfs";
    }
    boolean leadsAway =
        message.startsWith(Reasons.LINK_NOWHERE)
            || message.equals(Reasons.LINK_BACK)
            || message.equals(Reasons.LINK_LEAVES_FOLDER)
            || message.equals(Reasons.LINK_LEAVES_REPOSITORY)
            || message.equals(Reasons.SUBMODULE)
            || message.equals(Reasons.SUBMODULE_NOT_READ);
    return leadsAway ? "link" : "yaml";
  }
}
