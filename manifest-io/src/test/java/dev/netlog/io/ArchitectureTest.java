package dev.netlog.io;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Holds what the packages between engine and edges say they must not know.
@AnalyzeClasses(packages = "dev.netlog.io", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  private static final String TEXT = "dev.netlog.io.text..";
  private static final String JSON = "dev.netlog.io.json..";
  private static final String FILES = "dev.netlog.io.files..";
  private static final String GIT = "dev.netlog.io.git..";
  private static final String YAML = "dev.netlog.io.yaml..";
  private static final String SYNTAX = "dev.netlog.io.yaml.syntax..";
  private static final String KUSTOMIZE = "dev.netlog.io.kustomize..";
  private static final String CONFIG = "dev.netlog.io.config..";

  @ArchTest
  static void allPackagesAreSeen(JavaClasses classes) {
    for (String name :
        new String[] {
          "text.SourceText",
          "json.JsonWriter",
          "files.FileFinder",
          "git.GitComparison",
          "yaml.Manifest",
          "yaml.syntax.Node",
          "kustomize.Build",
          "config.ConfigFile"
        }) {
      assertThat(classes.contain("dev.netlog.io." + name)).as(name).isTrue();
    }
  }

  @ArchTest
  static final ArchRule noEdgeIsKnown =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.netlog.cli..", "dev.netlog.webhook..", "picocli..");

  @ArchTest
  static final ArchRule noPackagesKnowEachOther =
      slices().matching("dev.netlog.io.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlySyntaxKnowsSnakeYaml =
      noClasses()
          .that()
          .resideOutsideOfPackage(SYNTAX)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.yaml..");

  @ArchTest
  static final ArchRule onlyFilesAndGitKnowJGit =
      noClasses()
          .that()
          .resideOutsideOfPackages(FILES, GIT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse..");

  @ArchTest
  static final ArchRule filesKnowNoRepository =
      noClasses()
          .that()
          .resideInAPackage(FILES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jgit.lib..", "org.eclipse.jgit.storage..");

  @ArchTest
  static final ArchRule textAndJsonKnowNoOtherPackage =
      noClasses()
          .that()
          .resideInAnyPackage(TEXT, JSON)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FILES, GIT, YAML, KUSTOMIZE, CONFIG);

  @ArchTest
  static final ArchRule syntaxKnowsNoMeaning =
      noClasses()
          .that()
          .resideInAPackage(SYNTAX)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.netlog.io.yaml", "dev.netlog.model..", "dev.netlog.rule..");

  @ArchTest
  static final ArchRule yamlReadsNoFiles =
      noClasses()
          .that()
          .resideInAPackage(YAML)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(GIT, CONFIG, "java.nio.file..");

  @ArchTest
  static final ArchRule filesAndGitKnowNoYaml =
      noClasses()
          .that()
          .resideInAnyPackage(FILES, GIT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(YAML, KUSTOMIZE, CONFIG);

  @ArchTest
  static final ArchRule kustomizeKnowsNoCommits =
      noClasses()
          .that()
          .resideInAPackage(KUSTOMIZE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(GIT, CONFIG);

  @ArchTest
  static final ArchRule onlyConfigReadsSettings =
      noClasses()
          .that()
          .resideOutsideOfPackage(CONFIG)
          .should()
          .dependOnClassesThat()
          .haveNameMatching("dev\\.netlog\\.settings\\.SettingsRead.*");

  @ArchTest
  static final ArchRule nobodyKnowsTheSchemaLibrary =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.networknt..", "tools.jackson..");

  @ArchTest
  static final ArchRule nobodyLogs =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.slf4j..", "java.util.logging..");

  @ArchTest
  static final ArchRule onlyTheCatalogueNamesPlatforms =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.netlog.platform.*..");

  @ArchTest
  static final ArchRule nobodyEndsTheProcess =
      noClasses().should().callMethod(System.class, "exit", int.class);
}
