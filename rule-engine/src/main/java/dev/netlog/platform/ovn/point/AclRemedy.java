package dev.netlog.platform.ovn.point;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.fix.Patched;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Decision.Remedy;
import dev.netlog.platform.ovn.acl.AclAnnotation;
import dev.netlog.platform.ovn.acl.AclField;
import dev.netlog.platform.ovn.acl.AclKey;
import dev.netlog.platform.ovn.acl.AclLogging;
import dev.netlog.platform.ovn.acl.AclLogging.Member;
import dev.netlog.platform.ovn.acl.AclReader;
import dev.netlog.platform.ovn.acl.InvalidJson;
import dev.netlog.platform.ovn.acl.JsonRepair;
import dev.netlog.platform.ovn.acl.UnknownSeverity;
import dev.netlog.platform.ovn.acl.WrongType;
import dev.netlog.platform.shared.LostAnnotations;
import dev.netlog.platform.text.Phrase;
import dev.netlog.rule.Rule;
import dev.netlog.rule.Violation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The change of an annotation that has OVN log one more verdict.
///
/// What is right stays as it is. What is wrong is only rewritten as the rules about it would do;
/// where they leave it to a person, so does the remedy.
public final class AclRemedy {
  /// The rules about what keeps a field off by mistake.
  private static final List<Rule> RULES =
      List.of(new InvalidJson(), new WrongType(), new UnknownSeverity());

  /// The rules' effects count other objects, which no remedy shows.
  private static final Inventory NOTHING = ManifestInventory.of(List.of(), Set.of());

  /// More mistakes than that are nobody's slip.
  private static final int MOST_FIXES = 8;

  private AclRemedy() {}

  /// The remedy for a Namespace that is not in the input.
  static Remedy elsewhere(Phrase name, AclField field) {
    return Remedy.firstAnnotation(null, name, AclKey.KEY, whole(field));
  }

  /// The first annotation of an object; null where it has one, or something that was meant as one,
  /// and where none of the fields is one that its reader logs.
  ///
  /// @param severities by field
  public static Edit.@Nullable Set first(Resource holder, Map<String, String> severities) {
    AclReader reader = AclReader.of(holder);
    if (reader == null
        || holder.annotations().get(AclKey.KEY) != null
        || Unlogged.isAttempted(AclField.DENY, holder)) {
      return null;
    }
    String value =
        Stream.of(AclField.DENY, AclField.ALLOW, AclField.PASS)
            .filter(reader::uses)
            .filter(field -> severities.containsKey(field.key()))
            .map(field -> member(field, severities.getOrDefault(field.key(), "")))
            .collect(Collectors.joining(", ", "{", "}"));
    return value.equals("{}") ? null : Remedy.edit(holder, AclKey.KEY, value);
  }

  /// The remedy for an object whose annotation does not switch the field on.
  static Remedy of(Resource holder, AclField field) {
    Value value = holder.annotations().get(AclKey.KEY);
    if (value == null || value instanceof Value.Null) {
      return whole(holder, field);
    }
    AclAnnotation annotation = AclAnnotation.of(holder);
    if (annotation == null) {
      return byHand(holder, field, "write the value as a string");
    }
    if (AclState.isLost(annotation, field)) {
      return LostAnnotations.remedy(holder, name(holder));
    }
    if (!isBroken(annotation, field)) {
      return completed(holder, annotation, field);
    }
    return annotation.text().length() > JsonRepair.LIMIT
        ? byHand(holder, field, "write the value as an object of severities")
        : afterFixesOf(annotation, field);
  }

  /// Goes from fix to fix, each of which the text before it suggests.
  private static Remedy afterFixesOf(AclAnnotation broken, AclField field) {
    Resource holder = broken.subject();
    AclAnnotation annotation = broken;
    for (int i = 0; i < MOST_FIXES && annotation != null; i++) {
      if (!isBroken(annotation, field)) {
        return afterFixes(holder, annotation, field);
      }
      Fix fix = nextFix(annotation, field);
      if (fix == null || fix.edits().isEmpty()) {
        return byHand(holder, field, fix == null ? "use one of the five severities" : fix.title());
      }
      annotation = AclAnnotation.of(patched(annotation.subject(), fix));
    }
    return byHand(holder, field, "write the value as an object of severities");
  }

  private static Remedy afterFixes(Resource holder, AclAnnotation annotation, AclField field) {
    if (!annotation.levels().of(field).isEmpty()) {
      return set(holder, annotation.text(), fixing(holder));
    }
    // A fix may have put "" where the author's word means off.
    return annotation.members().stream().anyMatch(member -> member.field() == field)
        ? byHand(holder, field, "use one of the five severities")
        : completed(holder, annotation, field);
  }

  /// What the rules offer first, or else what they leave to a person; null where they say nothing.
  private static @Nullable Fix nextFix(AclAnnotation annotation, AclField field) {
    Fix manual = null;
    for (Rule rule : RULES) {
      for (Violation violation : rule.check(annotation.subject(), NOTHING)) {
        Fix fix = violation.fix();
        if (fix == null || !concerns(field, violation.member(), annotation)) {
          continue;
        }
        if (!fix.edits().isEmpty()) {
          return fix;
        }
        manual = manual == null ? fix : manual;
      }
    }
    return manual;
  }

  /// On a Namespace, an unknown severity of another field does no harm to this one, and stays.
  private static boolean concerns(
      AclField field, @Nullable JsonPointer member, AclAnnotation annotation) {
    return member == null
        || annotation.reader().programsPolicy()
        || AclField.of(member.last()) == field
        || (annotation.reading() instanceof AclLogging.Members all && all.hasWrongType());
  }

  private static Remedy completed(Resource holder, AclAnnotation annotation, AclField field) {
    if (!(annotation.reading() instanceof AclLogging.Members members)
        || members.members().isEmpty()) {
      return whole(holder, field);
    }
    List<Member> own = members.of(field);
    Member off = members.deciding(field);
    if (off == null && !own.isEmpty()) {
      off = own.getLast();
    }
    String value =
        off == null
            ? with(annotation.text(), members.members().getLast().value().end(), field)
            : annotation.with(off.value(), field.usual());
    String set = "set " + member(field) + " in " + AclKey.KEY + " of ";
    return set(holder, value, Phrase.of(set).with(name(holder)));
  }

  /// The text with another member behind the one that ends here.
  private static String with(String text, int end, AclField field) {
    return text.substring(0, end) + ", " + member(field) + text.substring(end);
  }

  private static Remedy whole(Resource holder, AclField field) {
    return Remedy.firstAnnotation(holder, name(holder), AclKey.KEY, whole(field));
  }

  /// A value where there is none: both verdicts of policies, since they are seldom wanted alone.
  private static String whole(AclField field) {
    Stream<AclField> fields =
        field == AclField.PASS
            ? Stream.of(AclField.DENY, AclField.ALLOW, field)
            : Stream.of(AclField.DENY, AclField.ALLOW);
    return fields.map(AclRemedy::member).collect(Collectors.joining(", ", "{", "}"));
  }

  private static String member(AclField field) {
    return member(field, field.usual());
  }

  private static String member(AclField field, String severity) {
    return '"' + field.key() + "\": \"" + severity + '"';
  }

  private static Remedy set(Resource holder, String value, Phrase text) {
    return Remedy.annotation(holder, AclKey.KEY, value, text);
  }

  private static Remedy byHand(Resource holder, AclField field, String how) {
    Phrase text = fixing(holder).with(": " + how);
    return Remedy.annotation(holder, AclKey.KEY, whole(field), text).byHand();
  }

  private static Phrase fixing(Resource holder) {
    return Phrase.of("fix " + AclKey.KEY + " of ").with(name(holder));
  }

  private static Phrase name(Resource holder) {
    return AclDecision.name(holder);
  }

  private static boolean isBroken(AclAnnotation annotation, AclField field) {
    return annotation.reading().isBroken(field, annotation.reader());
  }

  private static Resource patched(Resource subject, Fix fix) {
    return Patched.of(subject.content(), fix.edits()) instanceof Value.Mapping content
        ? new Resource(subject.id(), content, subject.origin())
        : subject;
  }
}
