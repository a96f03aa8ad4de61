package dev.netlog.platform.common;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Patched;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Platform;
import dev.netlog.rule.Quoted;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// How messages speak of a platform.
final class PlatformWords {
  private PlatformWords() {}

  /// What to write for it on an object: the keys that it reads from this kind, or else all it has.
  static String instead(Platform platform, Resource subject) {
    List<String> here =
        platform.keys().stream().filter(key -> isRead(key, platform, subject)).toList();
    return here.isEmpty()
        ? platform.name() + " reads " + quoted(platform.keys()) + " from other kinds"
        : "write " + quoted(here) + " for " + platform.name();
  }

  private static boolean isRead(String key, Platform platform, Resource subject) {
    Edit edit = new Edit.Set(Resource.annotationPointer(key), new Value.Text("true"));
    return Patched.of(subject.content(), List.of(edit)) instanceof Value.Mapping content
        && !platform.settings(new Resource(subject.id(), content, subject.origin())).isEmpty();
  }

  private static String quoted(Collection<String> keys) {
    return keys.stream().sorted().map(Quoted::of).collect(Collectors.joining(" or "));
  }
}
