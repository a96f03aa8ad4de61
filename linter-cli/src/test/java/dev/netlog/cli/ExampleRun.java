package dev.netlog.cli;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.input.Progress;
import dev.netlog.cli.lint.LintRequest;
import dev.netlog.cli.lint.LintResult;
import dev.netlog.cli.lint.LintService;
import dev.netlog.io.files.FileBytes;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What `netlog lint examples` does in the root of the repository.
final class ExampleRun {
  /// The root of the repository; tests run in the folder of their module.
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private ExampleRun() {}

  static LintResult result() {
    FileBytes bytes = new FileBytes(1024 * 1024, InputStream.nullInputStream());
    LintRequest request =
        new LintRequest(ROOT, List.of("examples"), Set.of(), false, 1, bytes, Progress.NONE);
    return new LintService(RuleCatalog.standard()).lint(request);
  }
}
