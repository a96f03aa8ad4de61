package dev.netlog.cli.coverage.unreadable;

import dev.netlog.coverage.input.ObjectIdentity;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides whether a template may render to an object. In doubt it may.
///
/// A document that shows another kind, or the kind with another name, is another object. One that
/// shows no kind, as `{{ include "policy" . }}`, may be any object.
final class TemplateText {
  private static final Pattern KIND =
      Pattern.compile("^([ \\t]*)(?:- +)*[\"']?kind[\"']?:[ \\t]*(.*)$", Pattern.MULTILINE);
  private static final Pattern NAME =
      Pattern.compile("[\"']?\\bname[\"']?:[ \\t]*((?:\\{\\{[^}\\n]*\\}\\}|[^,}\\n]){0,300}+)");

  /// At the start of a line: the rendered text is beside the object, not in it.
  private static final Pattern BESIDE =
      Pattern.compile(
          "^\\{\\{-?[^}]*\\b(?:include|template|tpl|toYaml|lookup|Files|Values)\\b.*$",
          Pattern.MULTILINE);

  private static final Pattern INDENTED = Pattern.compile("\\bn?indent +[1-9]");

  /// Actions that print nothing themselves.
  private static final Pattern CONTROL =
      Pattern.compile("^\\{\\{-? *(?:/\\*|if|else|end|range|with|define|block|\\$[\\w]+ *:?=)");

  private static final Pattern ONE_ACTION = Pattern.compile("\\{\\{[^}]*\\}\\}");

  private TemplateText() {}

  /// Whether a document may render to an object.
  static boolean mayHold(String text, ObjectIdentity identity) {
    List<String> kinds = kinds(text);
    return (kinds.isEmpty() && !isControl(text))
        || hasMoreBeside(text)
        || (kinds.stream().anyMatch(kind -> couldBe(kind, identity.kind().kind()))
            && mayBeNamed(text, identity.name())
            && mayBeIn(text, identity.namespace()));
  }

  /// The kinds of the objects in it; nested objects only if there are no others.
  private static List<String> kinds(String text) {
    List<Matcher> found =
        KIND.matcher(text).results().map(each -> KIND.matcher(each.group())).toList();
    found.forEach(Matcher::find);
    List<String> outer =
        found.stream().filter(each -> each.group(1).isEmpty()).map(each -> each.group(2)).toList();
    return outer.isEmpty()
        ? found.stream().map(each -> each.group(2)).collect(Collectors.toList())
        : outer;
  }

  private static boolean hasMoreBeside(String text) {
    return BESIDE
        .matcher(text)
        .results()
        .map(line -> line.group())
        .anyMatch(line -> !CONTROL.matcher(line).find() && !INDENTED.matcher(line).find());
  }

  /// Whether a text prints nothing itself, such as the start of a loop over documents.
  private static boolean isControl(String text) {
    return text.lines()
        .map(String::strip)
        .allMatch(
            line ->
                line.isEmpty()
                    || line.startsWith("#")
                    || line.equals("---")
                    || (CONTROL.matcher(line).find() && ONE_ACTION.matcher(line).matches()));
  }

  private static boolean mayBeIn(String text, @Nullable String namespace) {
    List<String> written = TemplateMetadata.values(text, "namespace");
    return namespace == null
        || written.isEmpty()
        || written.stream().anyMatch(each -> couldBe(each, namespace));
  }

  private static boolean mayBeNamed(String text, String name) {
    List<String> written = TemplateMetadata.values(text, "name");
    if (!written.isEmpty()) {
      return written.stream().anyMatch(each -> couldBe(each, name));
    }
    Matcher names = NAME.matcher(text);
    boolean none = true;
    while (names.find()) {
      none = false;
      if (couldBe(names.group(1), name)) {
        return true;
      }
    }
    return none;
  }

  private static boolean couldBe(String written, String wanted) {
    String value = written.replaceFirst("[ \\t]+#.*$", "").strip();
    boolean isQuoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
    return PlaceholderMatch.couldBe(
        isQuoted ? value.substring(1, value.length() - 1) : value, wanted);
  }
}
