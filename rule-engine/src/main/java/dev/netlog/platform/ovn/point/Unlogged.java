package dev.netlog.platform.ovn.point;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.fix.Patched;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.MissedPolicy;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.ovn.acl.AclAnnotation;
import dev.netlog.platform.ovn.acl.AclField;
import dev.netlog.platform.ovn.acl.AclKey;
import dev.netlog.platform.ovn.acl.UnknownKey;
import dev.netlog.rule.Quoted;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Verdicts that leave no record because the annotation of one object gives them no severity: what
/// to say and what to write.
final class Unlogged {
  private Unlogged() {}

  /// The verdicts that some policies give unlogged, without those of which another rule speaks.
  ///
  /// @param holder the object whose annotation is asked, null where it is not in the input
  static Set<AclField> verdicts(List<MissedPolicy> policies, @Nullable Resource holder) {
    Set<AclField> off = EnumSet.noneOf(AclField.class);
    for (Verdict verdict : List.of(Verdict.DENY, Verdict.ALLOW)) {
      if (!MissedPolicy.missing(policies, verdict).isEmpty()) {
        off.add(AclField.of(verdict));
      }
    }
    if (holder != null) {
      off.removeIf(field -> isAttempted(field, holder));
    }
    return off;
  }

  /// Those of some policies that give one of some verdicts unlogged.
  static List<MissedPolicy> policies(List<MissedPolicy> policies, Set<AclField> off) {
    return policies.stream().filter(missed -> !own(missed, off).isEmpty()).toList();
  }

  /// Those of some verdicts that a policy gives.
  static Set<AclField> own(MissedPolicy missed, Set<AclField> off) {
    Set<AclField> own = EnumSet.noneOf(AclField.class);
    missed.verdicts().forEach(verdict -> own.add(AclField.of(verdict)));
    own.retainAll(off);
    return own;
  }

  /// Whether somebody has tried to switch a field on, in a way of which another rule speaks: by a
  /// label, a misspelt key, a member of another name, or beside an annotation that is null.
  static boolean isAttempted(AclField field, Resource holder) {
    if (holder.labels().get(AclKey.KEY) != null
        || holder.annotations().members().keySet().stream().anyMatch(AclKey::isMisspelt)) {
      return true;
    }
    AclAnnotation annotation = AclAnnotation.of(holder);
    return annotation != null
        && (AclState.isLost(annotation, field)
            || annotation.members().stream()
                .anyMatch(
                    member -> member.field() == null && UnknownKey.meant(member.name()) == field));
  }

  /// `deny`, `deny and allow`.
  static String words(Set<AclField> off) {
    return ordered(off).stream().map(AclField::key).collect(Collectors.joining(" and "));
  }

  /// Why they are off, as what an object lacks.
  static String cause(@Nullable Resource holder, Set<AclField> off) {
    if (holder == null) {
      return "the Namespace is assumed to lack annotation " + Quoted.of(AclKey.KEY);
    }
    String whose = "the " + holder.id().kind();
    if (!(holder.annotations().get(AclKey.KEY) instanceof Value.Text)) {
      return whose + " lacks annotation " + Quoted.of(AclKey.KEY);
    }
    return "annotation "
        + Quoted.of(AclKey.KEY)
        + " of "
        + whose
        + " gives "
        + (off.size() == 1 ? "it" : "them")
        + " no severity";
  }

  /// What to write: the fix where there is one.
  static String advice(@Nullable Resource holder, Set<AclField> off) {
    AclAnnotation annotation = holder == null ? null : AclAnnotation.of(holder);
    if (annotation != null) {
      return "write " + members(off) + " into it";
    }
    String value = holder == null ? null : value(holder, off);
    return "annotate it with '" + (value == null ? "{" + members(off) + "}" : value) + "'";
  }

  private static String members(Set<AclField> off) {
    return ordered(off).stream()
        .map(field -> '"' + field.key() + "\": \"" + field.usual() + '"')
        .collect(Collectors.joining(", "));
  }

  /// Denials first, as people ask for them first.
  private static List<AclField> ordered(Collection<AclField> fields) {
    return List.of(AclField.DENY, AclField.ALLOW).stream().filter(fields::contains).toList();
  }

  /// The remedy: one value that gives each of the verdicts a severity.
  ///
  /// @param name the object in words, where it is not in the input
  static Fix fix(String name, @Nullable Resource holder, Set<AclField> off) {
    if (holder == null) {
      return Fix.manual("annotate " + name + " with " + AclKey.KEY);
    }
    String value = value(holder, off);
    return value == null
        ? Fix.manual("write a severity for " + words(off) + " into " + AclKey.KEY)
        : Fix.unsafe("write " + AclKey.KEY + ": '" + value + "'", AclAnnotation.to(value));
  }

  /// The value that gives each of some verdicts a severity, null where a person has to write it.
  private static @Nullable String value(Resource holder, Set<AclField> off) {
    Resource changed = holder;
    for (AclField field : ordered(off)) {
      if (!(AclState.of(changed).of(field) instanceof LoggingState.Logged)) {
        Edit edit = isSwitchedOff(field, changed) ? null : AclRemedy.of(changed, field).edit();
        if (edit == null) {
          return null;
        }
        changed = patched(changed, edit);
      }
    }
    return changed.annotations().get(AclKey.KEY) instanceof Value.Text(String text) ? text : null;
  }

  /// Whether somebody has said in so many words that all of some verdicts are off.
  static boolean areSwitchedOff(Set<AclField> off, @Nullable Resource holder) {
    return holder != null && off.stream().allMatch(field -> isSwitchedOff(field, holder));
  }

  /// Whether somebody has said so of one.
  private static boolean isSwitchedOff(AclField field, Resource holder) {
    AclAnnotation annotation = AclAnnotation.of(holder);
    return annotation != null
        && (annotation.members().isEmpty()
            || annotation.members().stream().anyMatch(member -> member.field() == field));
  }

  private static Resource patched(Resource holder, Edit edit) {
    return Patched.of(holder.content(), List.of(edit)) instanceof Value.Mapping content
        ? new Resource(holder.id(), content, holder.origin())
        : holder;
  }
}
