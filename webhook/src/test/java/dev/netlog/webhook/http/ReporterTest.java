package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.network.Selector;
import dev.netlog.run.Severities;
import dev.netlog.settings.CoverageSettings;
import dev.netlog.settings.Injection;
import dev.netlog.settings.Settings;
import dev.netlog.webhook.admission.AdmissionHandler;
import dev.netlog.webhook.admission.BadReviewException;
import dev.netlog.webhook.admission.Mode;
import dev.netlog.webhook.admission.ReviewDecision;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the log says of reviews that are not judged. Under `observe` nobody else is told.
class ReporterTest {
  private static final Settings INJECTING =
      new Settings(
          Set.of(),
          List.of(),
          List.of(),
          null,
          Severities.STANDARD,
          CoverageSettings.NONE,
          new Injection(Map.of("ovn", Map.of("deny", "alert")), Selector.everything()),
          List.of());

  private static final byte[] CLEAN = RunningServer.CLEAN.getBytes(StandardCharsets.UTF_8);

  private static final byte[] WITHOUT_OBJECT =
      RunningServer.CLEAN
          .replaceFirst("\"object\":.*,\"oldObject\"", "\"object\":null,\"oldObject\"")
          .getBytes(StandardCharsets.UTF_8);

  private static AdmissionHandler handler(Mode mode, Supplier<Inventory> cluster) {
    return new AdmissionHandler(RuleCatalog.standard(), INJECTING, mode, cluster);
  }

  private static Inventory nothing() {
    return ManifestInventory.of(List.of(), Set.of());
  }

  private static Inventory broken() {
    throw new IllegalStateException("a bug");
  }

  /// The lines about reviews with what both paths answer to each.
  private static List<String> lines(Mode mode) throws BadReviewException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    EventLog log = new EventLog(written, Clock.systemUTC());
    Reporter reporter = new Reporter(log, new Metrics(), mode, "warm-up-");
    AdmissionHandler handler = handler(mode, ReporterTest::nothing);
    reporter.reviewed("validate", handler.validate(WITHOUT_OBJECT), 1);
    reporter.reviewed("mutate", handler.mutate(WITHOUT_OBJECT), 1);
    reporter.reviewed("validate", handler.validate(CLEAN, () -> false), 1);
    reporter.reviewed("validate", handler(mode, ReporterTest::broken).validate(CLEAN), 1);
    reporter.reviewed("validate", handler.validate(CLEAN), 1);
    log.close();
    return written
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("\"event\":\"review\""))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whyAReviewIsNotJudgedIsToldInEveryMode(Mode mode) throws BadReviewException {
    List<String> lines = lines(mode);
    assertThat(lines).hasSize(5);
    String malformed = "\"decision\":\"malformed\",\"rules\":[],\"problem\":\"the request has no";
    assertThat(lines.subList(0, 2))
        .allMatch(line -> line.contains("\"level\":\"warning\""))
        .allMatch(line -> line.contains(malformed + " object\","));
    assertThat(lines.subList(2, 4))
        .allMatch(line -> line.contains("\"level\":\"error\""))
        .allMatch(
            line -> line.contains("\"decision\":\"failed\",\"rules\":[],\"problem\":\"netlog"));
    assertThat(lines.get(2)).contains(" in the time that the API server waits\"");
    assertThat(lines.get(3)).contains(" because of an internal error\"");
    assertThat(lines.getLast()).contains("\"level\":\"info\"").doesNotContain("problem");
  }

  @Test
  void theManualListsWhatALineSaysAndWhatMayBeDecided() throws Exception {
    Set<String> members = new TreeSet<>();
    for (String line : lines(Mode.OBSERVE)) {
      Matcher names = Pattern.compile("\"([A-Za-z]+)\":").matcher(line);
      names.results().forEach(name -> members.add(name.group(1)));
    }
    assertThat(members).hasSize(16);
    assertThat(listed("in the log")).containsExactlyInAnyOrderElementsOf(members);
    assertThat(listed("decision"))
        .containsExactlyElementsOf(
            Stream.of(ReviewDecision.values()).map(ReviewDecision::word).toList());
  }

  /// The words of the first column of a table of the manual.
  private static List<String> listed(String head) throws IOException {
    String manual = Files.readString(Path.of("..", "docs", "webhook.md"));
    int start = manual.indexOf("\n| " + head + " |");
    assertThat(start).as("the table").isPositive();
    String table = manual.substring(start + 1, manual.indexOf("\n\n", start));
    return table
        .lines()
        .map(row -> row.split("\\|", -1)[1])
        .flatMap(cell -> Pattern.compile("`([A-Za-z]+)`").matcher(cell).results())
        .map(word -> word.group(1))
        .toList();
  }
}
