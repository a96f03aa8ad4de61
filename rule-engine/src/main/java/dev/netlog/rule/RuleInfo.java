package dev.netlog.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything there is to say about a rule without running it. The rule's page, `netlog explain`
/// and `netlog rules` are written from it.
///
/// @param id kebab-case, the platform's prefix first, naming the defect; never reused
/// @param platform `gke`, `ovn`, or null for what holds on every platform
/// @param severity what a finding of it weighs
/// @param code what findings of it are called in reports of coverage: a word that rules of several
///   platforms share, or the id
/// @param applies where it is run
/// @param harm by whom the harm is done
/// @param title one line, lower case, no final period
/// @param explanation what the cluster does with the defect and why that matters; Markdown
///   paragraphs
/// @param remedy what to do about it; Markdown
/// @param fix what help its findings carry
/// @param sources where the facts come from; links or names of documents
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

  /// Starts the description of a rule that is run always; see [Builder] for the rest.
  public static Builder of(String id, @Nullable String platform, Severity severity) {
    return new Builder(id, platform, severity);
  }

  /// Names each text where a rule sets it, since nine strings in a row would read badly.
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

    /// What coverage calls its findings, if not by its id.
    public Builder code(String word) {
      code = word;
      return this;
    }

    /// Where the rule is run, if not always.
    public Builder applies(Applies where) {
      applies = where;
      return this;
    }

    /// By whom the harm is done, if not by what reads the setting.
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

    /// What to do, and what help the findings carry.
    public Builder remedy(FixKind kind, String text) {
      fix = kind;
      remedy = text.strip();
      return this;
    }

    /// Where the facts come from; the last call, as every rule has sources.
    public RuleInfo sources(String... texts) {
      sources = List.of(texts);
      return new RuleInfo(
          id, platform, severity, code, applies, harm, title, explanation, remedy, fix, sources);
    }
  }
}
