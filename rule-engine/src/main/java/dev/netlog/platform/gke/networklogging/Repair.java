package dev.netlog.platform.gke.networklogging;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.fix.Patched;
import dev.netlog.fix.Safety;
import dev.netlog.model.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fixes of a NetworkLogging that are offered only where they leave it better than it was.
final class Repair {
  private Repair() {}

  /// The fix, or null where one of the problems after it is new.
  static @Nullable Fix of(NetworkLogging logging, String title, Safety safety, Edit... edits) {
    if (!Arrays.stream(edits).allMatch(edit -> isReachable(edit, logging.content()))) {
      return null;
    }
    Value after = Patched.of(logging.content(), Arrays.asList(edits));
    if (!(after instanceof Value.Mapping content)) {
      return null;
    }
    List<Problem> left = NetworkLogging.of(content).problems();
    boolean better =
        left.size() < logging.problems().size() && logging.problems().containsAll(left);
    return better ? new Fix(title, safety, Arrays.asList(edits)) : null;
  }

  /// Whether no scalar or list stands in an edit's way.
  private static boolean isReachable(Edit edit, Value.Mapping content) {
    Value here = content;
    for (String token : edit.pointer().parent().tokens()) {
      if (!(here instanceof Value.Mapping object)) {
        return false;
      }
      Value below = object.get(token);
      if (below == null || below instanceof Value.Null) {
        return true;
      }
      here = below;
    }
    return here instanceof Value.Mapping;
  }
}
