package dev.netlog.webhook.command;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// The options of the program. Built by hand: annotations would cost start-up time.
final class Options {
  static final String PROGRAM = "netlog-webhook";

  private static final CommandLine.IFactory FACTORY = new ListFactory();

  /// What picocli makes objects with: it only needs lists. Its own factory looks for Groovy first.
  private static final class ListFactory implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      return type.isAssignableFrom(ArrayList.class)
          ? type.cast(new ArrayList<>())
          : type.getDeclaredConstructor().newInstance();
    }
  }

  private Options() {}

  static CommandLine commandLine() {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null, FACTORY).name(PROGRAM);
    spec.usageMessage()
        .description("Says on apply what netlog lint says: an admission webhook of Kubernetes.")
        .sortOptions(false)
        .sortSynopsis(false)
        .abbreviateSynopsis(true);
    flag(spec, "--help", "print this help and exit");
    flag(spec, "--version", "print the version and exit");
    listening(spec);
    certificates(spec);
    selfManaged(spec);
    return new CommandLine(spec, FACTORY)
        .setExpandAtFiles(false)
        .setPosixClusteredShortOptionsAllowed(false)
        .setInterpolateVariables(false);
  }

  private static void listening(CommandSpec spec) {
    value(
        spec,
        "--listen",
        "ADDR:PORT",
        "where reviews arrive, by TLS; default 0.0.0.0:8443; port 0 picks one");
    value(
        spec,
        "--health-listen",
        "ADDR:PORT",
        "where /healthz, /readyz and /metrics are, plain; default 0.0.0.0:8080");
    value(spec, "--config", "FILE", "the settings: rules, platform and inject; default none");
    value(
        spec,
        "--mode",
        "MODE",
        "enforce: errors deny, the default; warn: findings are warnings; observe: findings are"
            + " logged and counted only");
    value(
        spec,
        "--inventory",
        "WHAT",
        "none: each object is judged alone, the default; cluster: the other objects are watched"
            + " too");
    value(
        spec,
        "--drain-delay",
        "DURATION",
        "how long to go on serving after SIGTERM, until everybody knows; default 5s");
    flag(spec, "--check", "start, warm up and end: whether all of it works");
  }

  private static void certificates(CommandSpec spec) {
    value(spec, "--tls-cert", "FILE", "certificate chain in PEM, read again when it changes");
    value(spec, "--tls-key", "FILE", "its key");
    value(
        spec,
        "--tls-dev",
        "DIR",
        "for trying out: makes a certificate for localhost and writes DIR/ca.crt");
    flag(
        spec,
        "--tls-self-managed",
        "makes and renews certificates, shares their authority in a Secret, and keeps caBundle up");
  }

  private static void selfManaged(CommandSpec spec) {
    value(spec, "--service", "NAME", "the Service that API servers call");
    value(spec, "--namespace", "NAME", "its namespace, and that of the Secret");
    value(spec, "--tls-secret", "NAME", "the Secret; default netlog-webhook-tls");
    value(
        spec,
        "--webhook-configuration",
        "NAME",
        "the webhook configurations whose caBundle is kept up; default netlog-webhook");
    value(spec, "--tls-leaf-lifetime", "DURATION", "of each replica's certificate; default 168h");
    value(spec, "--tls-ca-lifetime", "DURATION", "of the authority; default 8760h");
    value(
        spec, "--kubeconfig", "FILE", "how the API server is reached; default from within the pod");
  }

  private static void value(CommandSpec spec, String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .paramLabel(label)
            .arity("1")
            .type(String.class)
            .description(description)
            .build());
  }

  private static void flag(CommandSpec spec, String name, String description) {
    spec.addOption(
        OptionSpec.builder(name).arity("0").type(boolean.class).description(description).build());
  }

  static @Nullable String text(ParseResult arguments, String name) {
    return arguments.matchedOptionValue(name, null);
  }

  static String text(ParseResult arguments, String name, String otherwise) {
    String given = text(arguments, name);
    return given == null ? otherwise : given;
  }

  static boolean isOn(ParseResult arguments, String name) {
    return arguments.hasMatchedOption(name);
  }
}
