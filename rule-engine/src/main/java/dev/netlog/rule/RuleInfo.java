package dev.netlog.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The description of a rule. The rule's page, `netlog explain` and `netlog rules` are generated
/// from it.
///
/// @param id kebab-case, starts with the platform's prefix and names the defect; never reused
/// @param platform `gke`, `ovn`, or null for rules of every platform
/// @param severity the default severity of its findings
/// @param code the name of its findings in coverage reports: shared by rules of several platforms,
///   or the id
/// @param applies when the rule runs
/// @param harm which component does the harm
/// @param title one line, lower case, no final period
/// @param explanation what the cluster does with the defect and why that matters; Markdown
///   paragraphs
/// @param remedy how to fix it; Markdown
/// @param fix the kind of fix that its findings have
/// @param sources the sources of the facts; links or names of documents
public record RuleInfo(
    String id,
    @Nullable String platform,
    Severity severity,
    String code,
    Applies applies,
    HarmDone harm,
    String title,
    String explanation,
    String remedy,
    FixKind fix,
    List<String> sources) {
  public RuleInfo {
    sources = List.copyOf(sources);
  }

  /// Starts the description of a rule that always runs; [Builder] adds the rest.
  public static Builder of(String id, @Nullable String platform, Severity severity) {
    return new Builder(id, platform, severity);
  }

  /// Sets each text by name, since nine string arguments in a row are hard to read.
  public static final class Builder {
    private final String id;
    private final @Nullable String platform;
    private final Severity severity;
    private String code;
    private Applies applies = Applies.ALWAYS;
    private HarmDone harm = HarmDone.BY_THE_READER;
    private String title = "";
    private String explanation = "";
    private String remedy = "";
    private FixKind fix = FixKind.NONE;
    private List<String> sources = List.of();

    private Builder(String id, @Nullable String platform, Severity severity) {
      this.id = id;
      this.platform = platform;
      this.severity = severity;
      this.code = id;
    }

    /// The code in coverage reports, if it is not the id.
    public Builder code(String word) {
      code = word;
      return this;
    }

    /// When the rule runs, if not always.
    public Builder applies(Applies where) {
      applies = where;
      return this;
    }

    /// Which component does the harm, if not the one that reads the setting.
    public Builder harm(HarmDone who) {
      harm = who;
      return this;
    }

    /// One line, lower case, no final period.
    public Builder title(String text) {
      title = text;
      return this;
    }

    /// What the cluster does and why it matters.
    public Builder explanation(String text) {
      explanation = text.strip();
      return this;
    }

    /// How to fix it, and the kind of fix that findings have.
    public Builder remedy(FixKind kind, String text) {
      fix = kind;
      remedy = text.strip();
      return this;
    }

    /// The sources of the facts; the last call, since every rule has sources.
    public RuleInfo sources(String... texts) {
      sources = List.of(texts);
      return new RuleInfo(
          id, platform, severity, code, applies, harm, title, explanation, remedy, fix, sources);
    }
  }
}
