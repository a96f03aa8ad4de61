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

/// A finding with its place in a file: everything that a report needs.
///
/// @param rule the rule
/// @param severity the severity in this run
/// @param message one line
/// @param effect the consequence for the cluster, null if the message already says it
/// @param subject the object, null if the file has no readable object there
/// @param path its path in reports: relative to the working directory, `/`-separated
/// @param pointer the member of the object, the root if there is no object
/// @param member the place inside a JSON value of an annotation, null outside of one
/// @param region the place in the file
/// @param related other places
/// @param fix the remedy, null if there is none
/// @param fingerprint its identity across runs
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

  /// The same finding with its fingerprint.
  public LocatedFinding withFingerprint(String identity) {
    return new LocatedFinding(
        rule, severity, message, effect, subject, path, pointer, member, region, related, fix,
        identity, source);
  }
}
