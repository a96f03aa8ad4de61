package dev.netlog.network;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.network.Selector.Parsed;
import dev.netlog.rule.Quoted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads one label selector as the API server does when it creates an object. Stops at the first
/// problem.
///
/// As in Go, a `null` in place of a string, an array or an object counts as an empty one. Source:
/// [validation.go](https://github.com/kubernetes/apimachinery/blob/master/pkg/apis/meta/v1/validation/validation.go)
final class SelectorReader {
  private static final String LABELS = "matchLabels";
  private static final String EXPRESSIONS = "matchExpressions";
  private static final Set<String> EXPRESSION_MEMBERS = Set.of("key", "operator", "values");

  private final JsonPointer root;
  private final SortedMap<String, LabelValues> constraints = new TreeMap<>();
  private @Nullable Parsed problem;

  SelectorReader(JsonPointer root) {
    this.root = root;
  }

  Parsed read(@Nullable Value value) {
    Map<String, Value> members = object(value, root, "a label selector");
    for (String name : members.keySet()) {
      if (!name.equals(LABELS) && !name.equals(EXPRESSIONS)) {
        refuse(
            root.child(name),
            Quoted.of(name)
                + " is not a member of a label selector, which has matchLabels and matchExpressions;"
                + " put labels under matchLabels");
      }
    }
    labels(members.get(LABELS), root.child(LABELS));
    JsonPointer place = root.child(EXPRESSIONS);
    List<Value> expressions = array(members.get(EXPRESSIONS), place, EXPRESSIONS);
    for (int i = 0; i < expressions.size() && problem == null; i++) {
      expression(expressions.get(i), place.child(i));
    }
    return problem != null
        ? problem
        : constraints.isEmpty()
            ? new Selector.Ok(Selector.everything())
            : new Selector.Ok(new Selector(constraints));
  }

  private void labels(@Nullable Value value, JsonPointer at) {
    for (Map.Entry<String, Value> each : object(value, at, LABELS).entrySet()) {
      JsonPointer place = at.child(each.getKey());
      key(each.getKey(), place);
      String text = labelValue(each.getValue(), place);
      demand(each.getKey(), LabelValues.in(Set.of(text)));
    }
  }

  private void expression(Value value, JsonPointer at) {
    Map<String, Value> members = object(value, at, "an expression of a label selector");
    for (String name : members.keySet()) {
      if (!EXPRESSION_MEMBERS.contains(name)) {
        refuse(
            at.child(name),
            Quoted.of(name)
                + " is not a member of an expression, which has key, operator and values; remove it");
      }
    }
    String key = text(members.get("key"), at.child("key"), "key");
    key(key, at.child("key"));
    String operator = text(members.get("operator"), at.child("operator"), "operator");
    List<Value> written = array(members.get("values"), at.child("values"), "values");
    Set<String> values = new TreeSet<>();
    for (int i = 0; i < written.size() && problem == null; i++) {
      values.add(labelValue(written.get(i), at.child("values").child(i)));
    }
    LabelValues demanded = demanded(operator, values, at);
    if (demanded != null) {
      demand(key, demanded);
    }
  }

  private @Nullable LabelValues demanded(String operator, Set<String> values, JsonPointer at) {
    boolean takesValues = operator.equals("In") || operator.equals("NotIn");
    LabelValues demanded =
        switch (operator) {
          case "In" -> LabelValues.in(values);
          case "NotIn" -> LabelValues.notIn(values);
          case "Exists" -> LabelValues.present();
          case "DoesNotExist" -> LabelValues.absent();
          default -> null;
        };
    if (demanded == null) {
      refuse(
          at.child("operator"),
          "operator " + Quoted.of(operator) + " is unknown; use In, NotIn, Exists or DoesNotExist");
    } else if (takesValues && values.isEmpty()) {
      refuse(
          at.child("values"),
          "operator " + Quoted.of(operator) + " needs values but has none; add at least one");
    } else if (!takesValues && !values.isEmpty()) {
      refuse(
          at.child("values"),
          "operator "
              + Quoted.of(operator)
              + " takes no values but has "
              + Quoted.of(values.iterator().next())
              + "; remove values, or use In or NotIn");
    }
    return demanded;
  }

  private void demand(String key, LabelValues values) {
    constraints.merge(key, values, LabelValues::intersect);
  }

  private void key(String key, JsonPointer at) {
    if (!LabelSyntax.isKey(key)) {
      refuse(
          at,
          "label key "
              + Quoted.of(key)
              + " is not valid; use up to 63 letters, digits, \"-\", \"_\" and \".\" with a letter"
              + " or digit at both ends, after a DNS name and \"/\" if need be");
    }
  }

  private String labelValue(Value value, JsonPointer at) {
    String text = text(value, at, "a label value");
    if (!LabelSyntax.isValue(text)) {
      refuse(
          at,
          "label value "
              + Quoted.of(text)
              + " is not valid; use up to 63 letters, digits, \"-\", \"_\" and \".\" with a letter"
              + " or digit at both ends");
    }
    return text;
  }

  private String text(@Nullable Value value, JsonPointer at, String what) {
    if (value instanceof Value.Text(String text)) {
      return text;
    }
    if (value != null && !(value instanceof Value.Null)) {
      refuse(at, wrongType(value, what, "string") + "; put it in quotes");
    }
    return "";
  }

  private List<Value> array(@Nullable Value value, JsonPointer at, String what) {
    if (value instanceof Value.Sequence(List<Value> items)) {
      return items;
    }
    if (value != null && !(value instanceof Value.Null)) {
      refuse(at, wrongType(value, what, "array") + "; write a list");
    }
    return List.of();
  }

  private Map<String, Value> object(@Nullable Value value, JsonPointer at, String what) {
    if (value instanceof Value.Mapping(Map<String, Value> members)) {
      return members;
    }
    if (value != null && !(value instanceof Value.Null)) {
      refuse(at, wrongType(value, what, "object") + "; write a mapping");
    }
    return Map.of();
  }

  private static String wrongType(Value value, String what, String right) {
    return what + " is of type " + Quoted.of(value.typeName()) + ", the API takes " + right;
  }

  private void refuse(JsonPointer at, String message) {
    if (problem == null) {
      problem = new Selector.Problem(at, message);
    }
  }
}
