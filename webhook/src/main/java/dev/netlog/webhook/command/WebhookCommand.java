package dev.netlog.webhook.command;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.catalog.Version;
import dev.netlog.io.config.Config;
import dev.netlog.io.text.Neutral;
import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.Quoted;
import dev.netlog.webhook.admission.AdmissionHandler;
import dev.netlog.webhook.admission.Mode;
import dev.netlog.webhook.http.Address;
import dev.netlog.webhook.http.AdmissionServer;
import dev.netlog.webhook.http.EventLog;
import dev.netlog.webhook.http.EventLog.Level;
import dev.netlog.webhook.http.Metrics;
import dev.netlog.webhook.http.StartException;
import dev.netlog.webhook.tls.ServingCertificates;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Parses the command line and starts the program.
public final class WebhookCommand {
  /// The exit code for a wrong command line, settings or environment.
  public static final int USAGE = 2;

  private final RuleCatalog catalog;
  private final Path workingDirectory;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;
  private final OutputStream log;

  /// @param catalog the rules and platforms
  /// @param workingDirectory absolute
  /// @param environment the variables of the process
  /// @param out for version and help
  /// @param err for errors that prevent the start
  /// @param log for the log
  public WebhookCommand(
      RuleCatalog catalog,
      Path workingDirectory,
      Map<String, String> environment,
      PrintStream out,
      PrintStream err,
      OutputStream log) {
    this.catalog = catalog;
    this.workingDirectory = workingDirectory;
    this.environment = environment;
    this.out = out;
    this.err = err;
    this.log = log;
  }

  /// Does what a command line asks for.
  public Start start(List<String> words) {
    CommandLine commandLine = Options.commandLine();
    try {
      ParseResult arguments = commandLine.parseArgs(words.toArray(String[]::new));
      if (Options.isOn(arguments, "--help")) {
        out.print(commandLine.getUsageMessage(Ansi.OFF));
        return new Start.Ended(0);
      }
      if (Options.isOn(arguments, "--version")) {
        out.println(Options.PROGRAM + " " + Version.NUMBER);
        return new Start.Ended(0);
      }
      return new Start.Serving(serve(arguments));
    } catch (ParameterException e) {
      return refused(List.of(problem(e)));
    } catch (WebhookUsageException e) {
      return refused(e.lines());
    }
  }

  private Start refused(List<String> lines) {
    lines.forEach(line -> err.println(Neutral.line(Options.PROGRAM + ": " + line)));
    return new Start.Ended(USAGE);
  }

  private Webhook serve(ParseResult arguments) throws WebhookUsageException {
    Address listen = address(arguments, "--listen", "0.0.0.0:8443");
    Address healthListen = address(arguments, "--health-listen", "0.0.0.0:8080");
    Mode mode = mode(arguments);
    CertificateMode certificateMode = CertificateMode.of(arguments);
    var delay = Durations.brief("--drain-delay", Options.text(arguments, "--drain-delay", "5s"));
    Config config =
        SettingsFile.load(catalog, workingDirectory, Options.text(arguments, "--config"));
    Metrics metrics = new Metrics();
    EventLog events = new EventLog(log, Clock.systemUTC());
    List<Runnable> opened = new ArrayList<>(List.of(events::close));
    try {
      Cluster cluster = new Cluster(arguments, workingDirectory, environment);
      opened.add(cluster::close);
      cluster.refuseBadKubeconfig();
      EventReports reports = new EventReports(events, metrics);
      Inventories inventory = Inventories.open(catalog, arguments, cluster, reports);
      opened.add(inventory.end());
      AdmissionHandler handler =
          new AdmissionHandler(catalog, config.settings(), mode, inventory.source());
      ServingCertificates certificates =
          Certificates.open(
              certificateMode, arguments, workingDirectory, cluster, reports.ofCertificates());
      opened.add(certificates::close);
      AdmissionServer server =
          AdmissionServer.start(
              new AdmissionServer.Options(
                  uid -> WarmUpReviews.of(catalog, uid),
                  listen,
                  healthListen,
                  mode,
                  handler,
                  certificates,
                  metrics,
                  events));
      config.notes().forEach(note -> events.say(Level.WARNING, "settings", note));
      return new Webhook(
          server, events, opened.reversed(), delay, Options.isOn(arguments, "--check"));
    } catch (StartException e) {
      opened.reversed().forEach(Runnable::run);
      throw new WebhookUsageException(String.valueOf(e.getMessage()));
    } catch (WebhookUsageException e) {
      opened.reversed().forEach(Runnable::run);
      throw e;
    }
  }

  private static Address address(ParseResult arguments, String option, String otherwise)
      throws WebhookUsageException {
    String text = Options.text(arguments, option, otherwise);
    Address address = Address.parse(text);
    if (address == null) {
      throw new WebhookUsageException(
          option + " " + Quoted.of(text) + " is not an address; use one such as " + otherwise);
    }
    return address;
  }

  private static Mode mode(ParseResult arguments) throws WebhookUsageException {
    String word = Options.text(arguments, "--mode", Mode.ENFORCE.word());
    Mode mode = Mode.of(word);
    if (mode == null) {
      String meant = DidYouMean.of(word, Mode.words());
      throw new WebhookUsageException(
          "--mode "
              + Quoted.of(word)
              + " is unknown; "
              + (meant == null ? "" : "did you mean " + meant + "? ")
              + "use enforce, warn or observe");
    }
    return mode;
  }

  /// The message for a wrong command line, with what to type instead.
  private static String problem(ParameterException e) {
    String help = "see " + Options.PROGRAM + " --help";
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().getFirst();
      boolean option = word.startsWith("-");
      int equals = word.indexOf('=');
      String meant =
          DidYouMean.of(
              option && equals > 0 ? word.substring(0, equals) : word,
              List.copyOf(e.getCommandLine().getCommandSpec().optionsMap().keySet()));
      return (option ? "option " : "argument ")
          + Quoted.of(word)
          + " is unknown; "
          + (meant == null ? "" : "did you mean " + meant + "? ")
          + help;
    }
    String message = String.valueOf(e.getMessage());
    return Character.toLowerCase(message.charAt(0)) + message.substring(1) + "; " + help;
  }
}
