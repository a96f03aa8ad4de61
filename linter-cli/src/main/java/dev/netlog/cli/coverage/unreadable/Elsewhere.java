package dev.netlog.cli.coverage.unreadable;

import dev.netlog.coverage.input.ObjectIdentity;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.platform.text.Unreadable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The new or changed files of a target with unreadable content: a missing object may have moved
/// there.
final class Elsewhere {
  private final ChangedFiles changed;
  private final Predicate<String> holds;
  private @Nullable Map<String, FileEvidence> files;

  /// @param holds whether a file of the head belongs to the target
  Elsewhere(ChangedFiles changed, Predicate<String> holds) {
    this.changed = changed;
    this.holds = holds;
  }

  /// The place where the object may be; null if no such file could hold it.
  ///
  /// @param path its former file
  @Nullable Unreadable holding(String path, ObjectIdentity identity) {
    boolean gone = !changed.has(path);
    String name = name(path);
    Unreadable unsearchable = null;
    for (Map.Entry<String, FileEvidence> other : files().entrySet()) {
      if (other.getKey().equals(path)) {
        continue;
      }
      Unreadable carried = carried(other.getValue(), identity);
      if (carried != null) {
        return carried;
      }
      boolean renamed = gone && name(other.getKey()).equals(name);
      for (UnreadableArea area : other.getValue().areas()) {
        boolean isIt =
            renamed
                && (area.whole()
                    || !isTemplate(area)
                    || TemplateText.mayHold(area.text(), identity));
        if (isIt || names(area, identity) || area.mentions(name)) {
          return area.where();
        }
        unsearchable = unsearchable == null && area.whole() ? area.where() : unsearchable;
      }
    }
    return unsearchable == null ? skipped() : unsearchable;
  }

  /// The object among those that a file carries.
  static @Nullable Unreadable carried(FileEvidence evidence, ObjectIdentity identity) {
    for (CarriedObject object : evidence.carried()) {
      if (object.couldBe(identity.kind(), identity.namespace(), identity.name())) {
        return object.where();
      }
    }
    return null;
  }

  private @Nullable Unreadable skipped() {
    for (NotUnderstood skipped : changed.newlySkipped()) {
      if (holds.test(skipped.path())) {
        return new Unreadable(skipped.path(), skipped.line(), UnreadableReasons.of(skipped));
      }
    }
    return null;
  }

  private Map<String, FileEvidence> files() {
    Map<String, FileEvidence> found = files;
    if (found == null) {
      found = new LinkedHashMap<>();
      for (String path : changed.paths()) {
        FileEvidence evidence = holds.test(path) ? changed.at(path) : FileEvidence.NONE;
        if (!evidence.areas().isEmpty() || !evidence.carried().isEmpty()) {
          found.put(path, evidence);
        }
      }
      files = found;
    }
    return found;
  }

  private static boolean names(UnreadableArea area, ObjectIdentity identity) {
    return (area.mentions(identity.name()) && area.mentions(identity.kind().kind()))
        || (isTemplate(area) && TemplateText.mayHold(area.text(), identity));
  }

  private static boolean isTemplate(UnreadableArea area) {
    return area.where().reason().equals("template");
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
