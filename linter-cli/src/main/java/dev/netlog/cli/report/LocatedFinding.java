package dev.netlog.cli.report;

import dev.netlog.fix.Fix;
import dev.netlog.io.text.Region;
import dev.netlog.io.text.SourceText;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.ResourceId;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A finding with its place in a file: all that a report needs.
///
/// @param rule the rule
/// @param severity what it weighs
/// @param message one line
/// @param effect what is lost, null where the message says it all
/// @param subject the object, null where the bytes make none
/// @param path as reports name it: relative to the working directory, `/`-separated
/// @param pointer the member of the object, the root where there is no object
/// @param member the place inside a JSON value of an annotation, null outside of one
/// @param region where in the file
/// @param related other places
/// @param fix the remedy, null where there is none
/// @param fingerprint its identity over time
/// @param source the file's text, for excerpts
public record LocatedFinding(
    RuleInfo rule,
    Severity severity,
    String message,
    @Nullable String effect,
    @Nullable ResourceId subject,
    String path,
    JsonPointer pointer,
    @Nullable JsonPointer member,
    Region region,
    List<RelatedPlace> related,
    @Nullable Fix fix,
    String fingerprint,
    SourceText source) {

  /// A second place.
  public record RelatedPlace(String path, Region region, String message, SourceText source) {}

  public LocatedFinding {
    related = List.copyOf(related);
  }

  /// The same with its identity.
  public LocatedFinding withFingerprint(String identity) {
    return new LocatedFinding(
        rule, severity, message, effect, subject, path, pointer, member, region, related, fix,
        identity, source);
  }
}
