package dev.netlog.io.yaml;

import dev.netlog.catalog.YamlRules;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.text.SourceText;
import dev.netlog.io.yaml.syntax.Failure;
import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.model.ResourceId;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the defects of one file's bytes, with the messages of the `yaml-…` rules.
final class YamlDefects {
  private static final String[] TEMPLATE_MARKS = {"{{", "{%", "<%"};

  private final String path;
  private final String text;
  private final List<YamlFinding> findings = new ArrayList<>();
  private final List<NotUnderstood> notUnderstood = new ArrayList<>();
  private final List<NotUnderstood> unrendered = new ArrayList<>();
  private boolean template;

  YamlDefects(String path, String text) {
    this.path = path;
    this.text = text;
  }

  List<YamlFinding> findings() {
    return findings;
  }

  List<NotUnderstood> notUnderstood() {
    return notUnderstood;
  }

  List<NotUnderstood> unrendered() {
    return unrendered;
  }

  /// Records a document that is valid but only partly judged; null if there is none.
  void unrendered(Unrendered.@Nullable Found found) {
    if (found != null) {
      int line = new SourceText(text).lineOf(found.start());
      unrendered.add(new NotUnderstood(path, line, "template", found.message()));
    }
  }

  /// Records a document that exceeds a limit of netlog, while kubectl may read it.
  void limit(Failure failure) {
    int line = new SourceText(text).lineOf(failure.start());
    notUnderstood.add(new NotUnderstood(path, line, "limit", failure.problem() + "; simplify it"));
  }

  /// Records a refused document, at which kubectl stops. A template is expected to be unreadable
  /// before it is rendered.
  ///
  /// @param behind how many documents of the file follow
  void refused(Failure failure, int start, int end, int behind) {
    int mark = templateMark(failure, start, end);
    if (mark >= 0) {
      if (!template) {
        template = true;
        int line = new SourceText(text).lineOf(mark);
        notUnderstood.add(
            new NotUnderstood(
                path, line, "template", "looks like a template; lint what it renders to instead"));
      }
      return;
    }
    String effect =
        behind == 0
            ? "kubectl stops here: this document is not sent"
            : "kubectl stops here: this document and "
                + (behind == 1 ? "the one" : "the " + behind)
                + " after it are not sent";
    findings.add(
        new YamlFinding(
            YamlRules.INVALID,
            failure.start(),
            failure.end(),
            "kubectl refuses this document: "
                + failure.problem()
                + "; fix it here, or lint the rendered output if this is a template",
            effect,
            null,
            List.of()));
  }

  /// Records a document that kubectl reads and refuses before it goes on with the others.
  void noObjects(Failure failure) {
    findings.add(
        new YamlFinding(
            YamlRules.INVALID,
            failure.start(),
            failure.end(),
            "kubectl refuses this document: " + failure.problem(),
            "kubectl ends with an error, and nothing of this document is sent",
            null,
            List.of()));
  }

  /// Records a bare list of objects. kubectl would refuse it, but other tools accept such files.
  void list(Failure failure) {
    int line = new SourceText(text).lineOf(failure.start());
    unrendered.add(
        new NotUnderstood(
            path, line, "unreadable", "kubectl would refuse this document: " + failure.problem()));
  }

  /// Records an item of a list that kubectl refuses while it sends the others.
  void item(Failure failure) {
    findings.add(
        new YamlFinding(
            YamlRules.INVALID,
            failure.start(),
            failure.end(),
            "kubectl refuses this item of the list: " + failure.problem(),
            "kubectl ends with an error; the other items are sent",
            null,
            List.of()));
  }

  /// The first template mark that can explain why kubectl refuses the document, -1 if there is
  /// none. It starts a token before the failure, or is on the line of the failure. Marks inside
  /// quotes and block texts, common in alerts and dashboards, do not count.
  private int templateMark(Failure failure, int start, int end) {
    int failureLine = lineStart(failure.start());
    int last = Math.min(end, lineEnd(failure.start(), text.length()));
    for (int line = start; line < last; line = lineEnd(line, end) + 1) {
      int lineEnd = lineEnd(line, last);
      int mark = firstMark(line, lineEnd);
      if (mark >= 0 && (line == failureLine || startsToken(line, mark))) {
        return mark;
      }
    }
    return -1;
  }

  private int firstMark(int from, int to) {
    int first = -1;
    for (String mark : TEMPLATE_MARKS) {
      int found = text.indexOf(mark, from, to);
      first = found >= 0 && (first < 0 || found < first) ? found : first;
    }
    return first;
  }

  private boolean startsToken(int line, int mark) {
    String before = text.substring(line, mark).stripTrailing();
    return before.isBlank()
        || before.endsWith(":")
        || before.endsWith("-")
        || before.endsWith("{")
        || before.endsWith("[");
  }

  private int lineStart(int offset) {
    int i = Math.min(offset, text.length());
    while (i > 0 && text.charAt(i - 1) != '\n' && text.charAt(i - 1) != '\r') {
      i--;
    }
    return i;
  }

  /// Records syntax that kubectl accepts and other tools refuse.
  void notPortable(int at) {
    String what = text.charAt(at) == '\t' ? "a tab between tokens" : "this";
    String remedy =
        switch (text.charAt(at)) {
          case '\t' -> "use spaces";
          case '#' -> "put a space before the comment";
          default -> "write it in another way";
        };
    findings.add(
        new YamlFinding(
            YamlRules.NOT_PORTABLE,
            at,
            at + 1,
            "kubectl reads " + what + ", most other YAML tools refuse it; " + remedy,
            null,
            null,
            List.of()));
  }

  /// Records content between the end of a document and the end of its part.
  void lost(int documentEnd, int partEnd) {
    int line = documentEnd;
    while (line < partEnd) {
      int next = lineEnd(line, partEnd);
      String content = text.substring(line, next).strip();
      boolean nothing =
          content.isEmpty()
              || content.startsWith("#")
              || content.equals("...")
              || isComment(content);
      if (!nothing) {
        int first = line + text.substring(line, next).indexOf(content);
        findings.add(lostFrom(first, first + content.length(), partEnd));
        return;
      }
      line = next + 1;
    }
  }

  private static boolean isComment(String content) {
    return content.startsWith("...") && content.substring(3).strip().startsWith("#");
  }

  private int lineEnd(int from, int limit) {
    for (int i = from; i < limit; i++) {
      if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
        return i;
      }
    }
    return limit;
  }

  private YamlFinding lostFrom(int start, int end, int partEnd) {
    long lines = text.substring(start, partEnd).strip().lines().count();
    return new YamlFinding(
        YamlRules.LOST_CONTENT,
        start,
        end,
        "kubectl has read a whole document before this line and drops the rest without a word;"
            + " start a new document with a line \"---\" that ends in a line feed",
        (lines == 1 ? "this line never reaches" : "these " + lines + " lines never reach")
            + " the cluster",
        null,
        List.of());
  }

  /// Records keys that overwrite each other.
  void overwrites(List<DocumentCheck.Overwrite> overwrites, ResourceId subject) {
    for (DocumentCheck.Overwrite overwrite : overwrites) {
      Node.Scalar second = overwrite.second();
      Node.Scalar first = overwrite.first();
      String name = Quoted.of(overwrite.name());
      String message =
          overwrite.merge()
              ? "\"<<\" brings "
                  + name
                  + " again and kubectl takes the later one, other tools the"
                  + " earlier; move \"<<\" to the top, or delete one of the two"
              : "the key "
                  + name
                  + " stands here a second time and only this one counts; join the"
                  + " two, or delete the one that is not meant";
      findings.add(
          new YamlFinding(
              YamlRules.DUPLICATE_KEY,
              second.start(),
              second.end(),
              message,
              null,
              subject,
              List.of(
                  new YamlFinding.Mention(
                      first.start(), first.end(), "this " + name + " is lost"))));
    }
  }
}
