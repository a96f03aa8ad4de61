package dev.netlog.platform.ovn.acl;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.json.JsonType;
import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.acl.AclLogging.Member;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A member that OVN-Kubernetes ignores.
public final class UnknownKey implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-unknown-key", "ovn", Severity.WARNING)
          .title("acl-logging has a member that OVN-Kubernetes ignores")
          .explanation(
              """
              OVN-Kubernetes reads the members `allow`, `deny` and, on an AdminNetworkPolicy, `pass`. It \
              ignores every other member without a word, whatever its value. A slip such as `alow`, `drop` \
              or `deny` with a blank behind it therefore switches nothing on.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Rename the member, or delete it. The safe fix renames it where only blanks or punctuation \
              around the word are wrong, and the unsafe one also where the word is merely near; never \
              where the right member is already there or the value is no severity.
              """)
          .sources(OvnSources.ACL, OvnSources.NAMESPACE, OvnSources.ADMIN_POLICY);

  private static final List<String> KEYS = List.of("allow", "deny", "pass");

  /// Words for the verdicts that are too far from them to be near misses.
  private static final Map<String, AclField> SYNONYMS =
      Map.of(
          "drop", AclField.DENY,
          "denied", AclField.DENY,
          "block", AclField.DENY,
          "reject", AclField.DENY,
          "accept", AclField.ALLOW,
          "permit", AclField.ALLOW);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    AclAnnotation annotation = AclAnnotation.of(subject);
    if (annotation == null) {
      return List.of();
    }
    return annotation.members().stream()
        .filter(member -> member.field() == null)
        .map(member -> violation(member, annotation))
        .toList();
  }

  private static Violation violation(Member member, AclAnnotation annotation) {
    AclField meant = meant(member.name());
    String advice =
        meant == null
            ? "OVN reads allow, deny and pass only"
            : "did you mean " + Quoted.of(meant.key()) + "?";
    return AclAnnotation.atKey(
            member, "OVN ignores the member " + Quoted.of(member.name()) + "; " + advice)
        .withFix(fix(member, meant, annotation));
  }

  private static Fix fix(Member member, @Nullable AclField meant, AclAnnotation annotation) {
    if (meant == null || !mayBecome(meant, member, annotation)) {
      return Fix.manual("rename or delete the member");
    }
    String title = "rename it to " + Quoted.of(meant.key());
    String renamed = annotation.with(member.key(), meant.key());
    // What differs in blanks or punctuation alone cannot have meant anything else.
    return letters(member.name()).equals(meant.key())
        ? Fix.safe(title, AclAnnotation.to(renamed))
        : Fix.unsafe(title, AclAnnotation.to(renamed));
  }

  /// A rename may not overwrite another member, give a useless one, or turn an ignored mistake into
  /// one that keeps a policy from being programmed.
  private static boolean mayBecome(AclField field, Member member, AclAnnotation annotation) {
    return annotation.reader().uses(field)
        && member.value().type() == JsonType.STRING
        && AclSeverity.isKnown(member.value().text())
        && annotation.members().stream().noneMatch(other -> other.field() == field);
  }

  /// The field that an ignored member was probably meant for, or null.
  public static @Nullable AclField meant(String name) {
    String near = DidYouMean.of(letters(name), KEYS);
    return near != null ? AclField.of(near) : SYNONYMS.get(letters(name));
  }

  private static String letters(String name) {
    return name.replaceAll("[\\s\\p{Punct}\\p{Cc}]", "").toLowerCase(Locale.ROOT);
  }
}
