package dev.netlog.cli.report.coverage;

import dev.netlog.platform.text.Phrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Groups entries that the same settings decide, so that they are explained once.
public final class Blocks {
  /// An entry with its explanation.
  ///
  /// @param story the explanation of its first point
  /// @param was the settings to show as they were in the base
  /// @param is the same settings as they are now
  public record Told(
      Entry entry,
      PointExplanation story,
      List<PointExplanation.Step> was,
      List<PointExplanation.Step> is) {
    public Told {
      was = List.copyOf(was);
      is = List.copyOf(is);
    }
  }

  /// Entries that the same settings decide.
  ///
  /// @param word the cause, or the change since the base
  /// @param told the entries, at least one; the settings of the first one apply to all
  public record Block(String word, List<Told> told) {
    public Block {
      told = List.copyOf(told);
    }

    public List<PointExplanation.Step> was() {
      return told.getFirst().was();
    }

    public List<PointExplanation.Step> is() {
      return told.getFirst().is();
    }

    public PointExplanation story() {
      return told.getFirst().story();
    }

    public @Nullable Phrase settledBy() {
      return told.getFirst().entry().settledBy();
    }
  }

  private record Key(
      String word,
      @Nullable Phrase settledBy,
      List<PointExplanation.Step> was,
      List<PointExplanation.Step> is,
      @Nullable Phrase remedy,
      @Nullable String line,
      PointExplanation.@Nullable At remedyPlace) {}

  private final Map<Key, List<Told>> blocks = new LinkedHashMap<>();

  private Blocks() {}

  /// Groups points of one coverage. Computes one explanation per entry.
  public static List<Block> of(List<Entry> entries, PointExplainer stories) {
    Blocks blocks = new Blocks();
    for (Entry entry : entries) {
      PointExplanation story = stories.of(entry.first());
      List<PointExplanation.Step> steps = story.steps();
      // The first of several settings only says which one to read next.
      List<PointExplanation.Step> shown = steps.size() > 1 ? steps.subList(1, steps.size()) : steps;
      blocks.add(entry.cause(), new Told(entry, story, List.of(), shown));
    }
    return blocks.list();
  }

  /// Groups points that changed.
  public static List<Block> of(List<Entry> entries, PointExplainer stories, PointExplainer base) {
    Blocks blocks = new Blocks();
    for (Entry entry : entries) {
      PointExplanation is = stories.of(entry.first());
      List<PointExplanation.Step> was =
          entry.before() == null ? List.of() : base.of(entry.before()).steps();
      List<PointExplanation.Step> shown = without(is.steps(), was);
      Told told = new Told(entry, is, was(without(was, is.steps()), shown), shown);
      blocks.add(ChangeLabel.of(told), told);
    }
    return blocks.list();
  }

  /// The settings in the base that differ from the current ones; empty if there are none.
  private static List<PointExplanation.Step> was(
      List<PointExplanation.Step> was, List<PointExplanation.Step> is) {
    return parts(was).equals(parts(is)) ? List.of() : was;
  }

  private static List<List<Phrase>> parts(List<PointExplanation.Step> steps) {
    return steps.stream().map(PointExplanation.Step::parts).toList();
  }

  /// The settings that differ from those of the other side; the last one if all are the same.
  private static List<PointExplanation.Step> without(
      List<PointExplanation.Step> steps, List<PointExplanation.Step> others) {
    List<PointExplanation.Step> changed = new ArrayList<>();
    for (PointExplanation.Step step : steps) {
      if (others.stream().noneMatch(other -> other.parts().equals(step.parts()))) {
        changed.add(step);
      }
    }
    return changed.isEmpty() && !steps.isEmpty() ? List.of(steps.getLast()) : changed;
  }

  private void add(String word, Told told) {
    PointExplanation story = told.story();
    Key key =
        new Key(
            word,
            told.entry().settledBy(),
            told.was(),
            told.is(),
            story.remedy(),
            story.line(),
            story.remedyPlace());
    blocks.computeIfAbsent(key, _ -> new ArrayList<>()).add(told);
  }

  private List<Block> list() {
    List<Block> list = new ArrayList<>();
    blocks.forEach((key, told) -> list.add(new Block(key.word(), told)));
    return list;
  }

  /// The line to write, unless the remedy already contains it.
  public static @Nullable String line(PointExplanation story) {
    String line = story.line();
    boolean told =
        line != null
            && story.remedy() != null
            && story.remedy().parts().contains(new Phrase.Yaml(line));
    return told ? null : line;
  }
}
