package dev.netlog.platform.ovn.acl;

import dev.netlog.fix.Edit;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.ovn.acl.AclLogging.Member;
import dev.netlog.platform.ovn.acl.JsonText.Token;
import dev.netlog.platform.shared.RecentAnswers;
import dev.netlog.rule.Place;
import dev.netlog.rule.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The annotation on an object that OVN-Kubernetes reads it from.
///
/// @param subject the object
/// @param reader who reads it
/// @param text the value
/// @param reading the value decoded
public record AclAnnotation(Resource subject, AclReader reader, String text, AclLogging reading) {
  public static final JsonPointer POINTER = Resource.annotationPointer(AclKey.KEY);

  /// A dozen rules ask about the same value, one after the other.
  private static final RecentAnswers<String, AclLogging> DECODED =
      new RecentAnswers<>(AclLogging::parse);

  /// Longer values mean nothing good, and are not to be held on to.
  private static final int LONGEST_REMEMBERED = 1024;

  /// The annotation of an object; null where it has none, where the value is no string, or where
  /// nothing reads it from such an object.
  public static @Nullable AclAnnotation of(Resource subject) {
    AclReader reader = AclReader.of(subject);
    if (reader == null
        || !(subject.annotations().get(AclKey.KEY) instanceof Value.Text(var text))) {
      return null;
    }
    AclLogging reading =
        text.length() > LONGEST_REMEMBERED ? AclLogging.parse(text) : DECODED.to(text);
    return new AclAnnotation(subject, reader, text, reading);
  }

  /// The members; none where the value is no object.
  public List<Member> members() {
    return reading instanceof AclLogging.Members(List<Member> members) ? members : List.of();
  }

  /// The severities that are in force.
  public AclLevels levels() {
    return reading.levels(reader);
  }

  /// The place of the annotation itself.
  public static Place key() {
    return Place.key(POINTER);
  }

  /// The place of a token in the value.
  public static Place place(Token token) {
    return Place.text(POINTER, token.start(), token.end());
  }

  /// A violation at the name of a member.
  static Violation atKey(Member member, String message) {
    return Violation.at(place(member.key()), message).withMember(JsonPointer.of(member.name()));
  }

  /// A violation at the value of a member.
  static Violation atValue(Member member, String message) {
    return Violation.at(place(member.value()), message).withMember(JsonPointer.of(member.name()));
  }

  /// The change to another value.
  public static Edit to(String text) {
    return new Edit.Set(POINTER, new Value.Text(text));
  }

  /// The value with a plain word, in quotes, in the place of a token; all else is kept as it is.
  public String with(Token token, String word) {
    return text.substring(0, token.start()) + '"' + word + '"' + text.substring(token.end());
  }

  /// Whether this reader takes another value without a complaint.
  boolean wouldTake(String other) {
    return !AclLogging.parse(other).levels(reader).error();
  }
}
