package dev.netlog.cli.nativebinary;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A native binary has only the resources and the members that its metadata lists. These tests hold
/// the metadata to what the program looks up, without a builder of native binaries.
final class NativeMetadataTest {
  private static final String METADATA =
      "/META-INF/native-image/dev.netlog/netlog-cli/reachability-metadata.json";

  /// What our own code looks up, each with its entry in the metadata.
  private static final Set<String> OWN =
      Set.of(
          // dev/netlog/cli/rules/*.md
          "dev.netlog.cli.command.RulePages.shipped -> Class.getResourceAsStream",
          // dev/netlog/cli/report/coverage/html/*
          "dev.netlog.cli.report.coverage.html.Skeleton.resource -> Class.getResourceAsStream",
          // dev/netlog/settings/netlog.schema.json
          "dev.netlog.settings.SettingsSchema.document -> Class.getResourceAsStream");

  /// What libraries look up in the commands that a native binary has to answer.
  private static final Set<String> LIBRARIES =
      Set.of(
          // The builder of native binaries finds the providers of services by itself.
          "org.slf4j.LoggerFactory.getServiceLoader -> ServiceLoader.load",
          // Types of options that we do not have; picocli goes on without them.
          "picocli.CommandLine$Interpreter.registerBuiltInConverters -> Class.forName",
          "picocli.CommandLine$Interpreter.registerBuiltInConverters -> Class.getDeclaredConstructor",
          "picocli.CommandLine$Interpreter.registerBuiltInConverters -> Class.getDeclaredMethod",
          // The messages of JGit, which it needs for a pattern that it cannot read: JGitText.
          "org.eclipse.jgit.nls.GlobalBundleCache.lookupBundle -> Class.getDeclaredConstructor",
          "org.eclipse.jgit.nls.TranslationBundle.load -> Class.getFields",
          "org.eclipse.jgit.nls.TranslationBundle.load -> ResourceBundle.getBundle");

  @TempDir Path folder;

  @Test
  void ourCodeLooksUpOnlyWhatTheMetadataLists() {
    Set<String> found =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.netlog")
                .stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(NativeMetadataTest::isLookup)
                .map(NativeMetadataTest::site)
                .collect(Collectors.toSet());
    assertThat(found).isEqualTo(OWN);
  }

  @Test
  void librariesLookUpOnlyWhatIsExplained() throws Exception {
    Files.writeString(folder.resolve(".netlogignore"), "[[:nonsense:]]\nx[\n");
    Files.writeString(folder.resolve("a.yaml"), "apiVersion: v1\nkind: Namespace\n");
    Class<?> runs = Class.forName(ProvenRuns.class.getName(), true, new RecordingLoader());
    runs.getMethod("run", Path.class).invoke(null, folder);
    assertThat(AccessRecorder.sites())
        .filteredOn(site -> !site.startsWith("dev.netlog."))
        .containsExactlyInAnyOrderElementsOf(LIBRARIES);
  }

  @Test
  void everyResourceOfTheProgramIsListed() throws IOException {
    List<String> resources = resources();
    List<PathMatcher> globs =
        metadata()
            .get("resources")
            .valueStream()
            .filter(each -> each.has("glob"))
            .map(each -> each.get("glob").asString())
            .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
            .toList();
    assertThat(resources).hasSizeGreaterThan(50);
    assertThat(resources)
        .allMatch(resource -> globs.stream().anyMatch(glob -> glob.matches(Path.of(resource))));
    assertThat(globs)
        .allMatch(glob -> resources.stream().anyMatch(name -> glob.matches(Path.of(name))));
  }

  @Test
  void everyTypeOfTheMetadataExists() throws IOException {
    JsonNode types = metadata().get("reflection");
    assertThat(types).isNotEmpty();
    assertThat(types.valueStream().map(type -> type.get("type").asString()))
        .allSatisfy(type -> assertThat(Class.forName(type).getName()).isEqualTo(type));
  }

  private static boolean isLookup(JavaMethodCall call) {
    return RecordingLoader.LOOKUPS
        .getOrDefault(call.getTargetOwner().getName(), Set.of())
        .contains(call.getName());
  }

  private static String site(JavaMethodCall call) {
    return call.getOriginOwner().getName()
        + "."
        + call.getOrigin().getName()
        + " -> "
        + call.getTargetOwner().getSimpleName()
        + "."
        + call.getName();
  }

  private static JsonNode metadata() throws IOException {
    try (InputStream in = NativeMetadataTest.class.getResourceAsStream(METADATA)) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(in, METADATA));
    }
  }

  /// The files of the modules of `netlog` that are not classes.
  private static List<String> resources() throws IOException {
    List<String> found = new ArrayList<>();
    for (String module : List.of("rule-engine", "manifest-io", "linter-cli")) {
      Path classes = Path.of("..", module, "target", "classes");
      try (Stream<Path> files = Files.walk(classes)) {
        files
            .filter(Files::isRegularFile)
            .map(file -> classes.relativize(file).toString())
            .filter(name -> !name.endsWith(".class") && !name.startsWith("META-INF"))
            .forEach(found::add);
      }
    }
    return found;
  }
}
