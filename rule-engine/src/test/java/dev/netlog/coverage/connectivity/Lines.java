package dev.netlog.coverage.connectivity;

import dev.netlog.coverage.connectivity.Scene.End;
import dev.netlog.coverage.connectivity.Scene.Pod;
import dev.netlog.coverage.connectivity.Scene.Question;
import dev.netlog.coverage.oracle.Tree;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Scenes with netlog's answers as lines of JSON.
public final class Lines {
  private Lines() {}

  /// What becomes of a connection on its two sides.
  public record Sides(String egress, String ingress) {}

  /// One line, without its end.
  ///
  /// @param answers for each question, by how netlog was asked
  public static String of(Scene scene, List<Map<String, Sides>> answers) {
    List<Map<String, @Nullable Object>> questions = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      questions.add(question(scene.questions().get(i), answers.get(i)));
    }
    Value line =
        Tree.value(
            Tree.map(
                "world", scene.name(),
                "corpus", scene.corpus(),
                "refused", scene.refused(),
                "policies", scene.policies(),
                "namespaces", scene.namespaces(),
                "pods", scene.pods().stream().map(Lines::pod).toList(),
                "questions", questions));
    StringBuilder text = new StringBuilder();
    write(line, text);
    return text.toString();
  }

  private static Map<String, @Nullable Object> pod(Pod pod) {
    List<Map<String, @Nullable Object>> ports = new ArrayList<>();
    pod.ports()
        .forEach(
            port ->
                ports.add(
                    Tree.map(
                        "name", port.name(),
                        "number", port.number(),
                        "protocol", port.protocol().name())));
    return Tree.map(
        "namespace", pod.namespace(),
        "labels", pod.labels(),
        "address", pod.address(),
        "ports", ports);
  }

  private static Map<String, @Nullable Object> question(
      Question question, Map<String, Sides> answers) {
    Map<String, @Nullable Object> said = Tree.map();
    answers.forEach(
        (way, sides) ->
            said.put(way, Tree.map("egress", sides.egress(), "ingress", sides.ingress())));
    return Tree.map(
        "source", end(question.source()),
        "destination", end(question.destination()),
        "protocol", question.protocol().name(),
        "port", question.port(),
        "answers", said);
  }

  private static Map<String, @Nullable Object> end(End end) {
    return Tree.map("pod", end.pod(), "address", end.address());
  }

  private static void write(Value value, StringBuilder to) {
    switch (value) {
      case Value.Null _ -> to.append("null");
      case Value.Bool(boolean flag) -> to.append(flag);
      case Value.Numeral(String literal) -> to.append(literal);
      case Value.Text(String text) -> quote(text, to);
      case Value.Sequence(List<Value> items) -> {
        to.append('[');
        for (int i = 0; i < items.size(); i++) {
          to.append(i == 0 ? "" : ",");
          write(items.get(i), to);
        }
        to.append(']');
      }
      case Value.Mapping(Map<String, Value> members) -> {
        to.append('{');
        Iterator<Map.Entry<String, Value>> all = members.entrySet().iterator();
        while (all.hasNext()) {
          Map.Entry<String, Value> member = all.next();
          quote(member.getKey(), to);
          write(member.getValue(), to.append(':'));
          to.append(all.hasNext() ? "," : "");
        }
        to.append('}');
      }
    }
  }

  private static void quote(String text, StringBuilder to) {
    to.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
        to.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
      } else {
        to.append(c);
      }
    }
    to.append('"');
  }
}
