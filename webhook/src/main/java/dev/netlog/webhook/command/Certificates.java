package dev.netlog.webhook.command;

import dev.netlog.webhook.tls.AuthorityStore;
import dev.netlog.webhook.tls.DevelopmentCertificates;
import dev.netlog.webhook.tls.FileCertificates;
import dev.netlog.webhook.tls.Lifetimes;
import dev.netlog.webhook.tls.SelfManagedCertificates;
import dev.netlog.webhook.tls.SelfManagedSettings;
import dev.netlog.webhook.tls.ServingCertificates;
import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.TlsEvents;
import dev.netlog.webhook.tls.TlsStartException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// Which certificates the options ask for.
final class Certificates {
  private static final String FILE = "--tls-cert";
  private static final String KEY = "--tls-key";
  private static final String DEVELOPMENT = "--tls-dev";
  private static final String SELF_MANAGED = "--tls-self-managed";

  private Certificates() {}

  /// Makes or reads them.
  static ServingCertificates open(
      ParseResult arguments, Path folder, Cluster cluster, TlsEvents events) throws UsageException {
    List<String> chosen =
        List.of(FILE, DEVELOPMENT, SELF_MANAGED).stream()
            .filter(option -> Options.isOn(arguments, option))
            .toList();
    if (chosen.size() != 1) {
      throw new UsageException(
          (chosen.isEmpty()
                  ? "no certificate is named"
                  : String.join(" and ", chosen) + " exclude each other")
              + "; use one of --tls-cert FILE --tls-key FILE, --tls-self-managed, or --tls-dev DIR"
              + " to try it out");
    }
    try {
      return switch (chosen.getFirst()) {
        case DEVELOPMENT ->
            DevelopmentCertificates.open(
                folder.resolve(Options.text(arguments, DEVELOPMENT, "")), TimeSource.SYSTEM);
        case FILE ->
            FileCertificates.open(
                folder.resolve(Options.text(arguments, FILE, "")),
                folder.resolve(key(arguments)),
                TimeSource.SYSTEM,
                events);
        default -> selfManaged(arguments, cluster, events);
      };
    } catch (TlsStartException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static String key(ParseResult arguments) throws UsageException {
    String key = Options.text(arguments, KEY);
    if (key == null) {
      throw new UsageException("--tls-cert needs its key; add --tls-key FILE");
    }
    return key;
  }

  private static ServingCertificates selfManaged(
      ParseResult arguments, Cluster cluster, TlsEvents events)
      throws UsageException, TlsStartException {
    String namespace = needed(arguments, "--namespace");
    Lifetimes standard = Lifetimes.STANDARD;
    SelfManagedSettings settings =
        SelfManagedSettings.of(
            needed(arguments, "--service"),
            namespace,
            Lifetimes.of(
                lifetime(arguments, "--tls-leaf-lifetime", standard.leaf()),
                lifetime(arguments, "--tls-ca-lifetime", standard.authority())));
    AuthorityStore store =
        cluster
            .connection()
            .authorities(
                namespace,
                Options.text(arguments, "--tls-secret", "netlog-webhook-tls"),
                Options.text(arguments, "--webhook-configuration", "netlog-webhook"));
    return SelfManagedCertificates.open(settings, store, TimeSource.SYSTEM, events);
  }

  private static Duration lifetime(ParseResult arguments, String option, Duration otherwise)
      throws TlsStartException {
    String text = Options.text(arguments, option);
    return text == null ? otherwise : Lifetimes.parse(option, text);
  }

  private static String needed(ParseResult arguments, String option) throws UsageException {
    String text = Options.text(arguments, option);
    if (text == null) {
      throw new UsageException("--tls-self-managed needs a name; add " + option + " NAME");
    }
    return text;
  }
}
