package dev.netlog.webhook;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.io.yaml.DeepThreads;
import dev.netlog.webhook.command.Start;
import dev.netlog.webhook.command.Webhook;
import dev.netlog.webhook.command.WebhookCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Starts and stops the program.
public final class Main {
  private static final int INTERNAL = 3;

  private Main() {}

  /// Runs until it is stopped.
  public static void main(String[] arguments) throws InterruptedException {
    AtomicInteger code = new AtomicInteger(INTERNAL);
    // A deep stack, for deeply nested settings.
    Thread main =
        DeepThreads.named("netlog-webhook").newThread(() -> code.set(run(List.of(arguments))));
    main.start();
    main.join();
    System.exit(code.get());
  }

  private static int run(List<String> arguments) {
    FileOutputStream error = new FileOutputStream(FileDescriptor.err);
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(error, true, StandardCharsets.UTF_8);
    try {
      Start start =
          new WebhookCommand(
                  RuleCatalog.standard(),
                  Path.of("").toAbsolutePath(),
                  System.getenv(),
                  out,
                  err,
                  error)
              .start(arguments);
      return switch (start) {
        case Start.Ended(int code) -> code;
        case Start.Serving(Webhook webhook) -> serve(webhook, out);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return INTERNAL;
    } catch (RuntimeException e) {
      err.println(
          "netlog-webhook: internal error: " + e + "; this is a bug in netlog, please report it");
      return INTERNAL;
    }
  }

  private static int serve(Webhook webhook, PrintStream out) throws InterruptedException {
    if (webhook.checkOnly()) {
      out.println(webhook.greeting());
      boolean works = webhook.warmUp();
      webhook.close();
      return works ? 0 : INTERNAL;
    }
    // Without this, the JVM would exit with 143 after a clean shutdown on SIGTERM.
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("netlog-end")
                .unstarted(
                    () -> {
                      webhook.drain();
                      Runtime.getRuntime().halt(0);
                    }));
    out.println(webhook.greeting());
    webhook.warmUp();
    new CountDownLatch(1).await();
    return 0;
  }
}
