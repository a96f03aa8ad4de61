package dev.netlog.webhook.command;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Defines the options of the program. Built by hand: annotations would cost start-up time.
final class Options {
  static final String PROGRAM = "netlog-webhook";

  private static final CommandLine.IFactory FACTORY = new ListFactory();

  /// The factory for picocli, which only needs lists. Its default factory searches for Groovy
  /// first.
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
        .description(
            "An admission webhook for Kubernetes: checks objects on apply as netlog lint checks files.")
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
        "address for reviews, with TLS; the default is 0.0.0.0:8443; port 0 picks a free one");
    value(
        spec,
        "--health-listen",
        "ADDR:PORT",
        "address for /healthz, /readyz and /metrics, without TLS; the default is 0.0.0.0:8080");
    value(
        spec,
        "--config",
        "FILE",
        "the settings file: rules, platform and inject; the default is none");
    value(
        spec,
        "--mode",
        "MODE",
        "enforce: reject objects with errors, the default; warn: admit them with warnings;"
            + " observe: admit them silently, but log and count the findings");
    value(
        spec,
        "--inventory",
        "WHAT",
        "none: check each object by itself, the default; cluster: also watch the other objects"
            + " of the cluster, for the rules that need them");
    value(
        spec,
        "--drain-delay",
        "DURATION",
        "how long to keep serving after SIGTERM, so that clients stop sending; the default is 5s");
    flag(spec, "--check", "start, warm up, and exit with code 0 if everything works");
  }

  private static void certificates(CommandSpec spec) {
    value(
        spec,
        "--tls-cert",
        "FILE",
        "the certificate chain in PEM; the webhook reads it again when it changes");
    value(spec, "--tls-key", "FILE", "the private key of the certificate in PEM");
    value(
        spec,
        "--tls-dev",
        "DIR",
        "for tests: make a certificate for localhost, and write its authority to DIR/ca.crt");
    flag(
        spec,
        "--tls-self-managed",
        "make and renew certificates, share their authority in a Secret, and update caBundle");
  }

  private static void selfManaged(CommandSpec spec) {
    value(spec, "--service", "NAME", "the Service that API servers call");
    value(spec, "--namespace", "NAME", "the namespace of the Service and of the Secret");
    value(
        spec,
        "--tls-secret",
        "NAME",
        "the Secret for the authority; the default is netlog-webhook-tls");
    value(
        spec,
        "--webhook-configuration",
        "NAME",
        "the webhook configurations to write caBundle to; the default is netlog-webhook");
    value(
        spec,
        "--tls-leaf-lifetime",
        "DURATION",
        "lifetime of the certificate of each replica; the default is 168h");
    value(spec, "--tls-ca-lifetime", "DURATION", "lifetime of the authority; the default is 8760h");
    value(
        spec,
        "--kubeconfig",
        "FILE",
        "the file to reach the API server with; the default is the service account of the pod");
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
