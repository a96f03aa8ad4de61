package dev.netlog.webhook.command;

import dev.netlog.rule.Quoted;
import dev.netlog.webhook.tls.ServingCertificates;
import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.TlsEvents;
import dev.netlog.webhook.tls.TlsStartException;
import dev.netlog.webhook.tls.authority.DevelopmentCertificates;
import dev.netlog.webhook.tls.files.FileCertificates;
import dev.netlog.webhook.tls.rotation.AuthorityStore;
import dev.netlog.webhook.tls.rotation.Lifetimes;
import dev.netlog.webhook.tls.rotation.SelfManagedCertificates;
import dev.netlog.webhook.tls.rotation.SelfManagedSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;

/// Creates the certificate source that the options select.
final class Certificates {
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*");

  private static final int LONGEST_NAME = 253;

  private Certificates() {}

  /// Opens the certificate source.
  static ServingCertificates open(
      CertificateMode mode, ParseResult arguments, Path folder, Cluster cluster, TlsEvents events)
      throws WebhookUsageException {
    try {
      return switch (mode) {
        case FILES ->
            FileCertificates.open(
                folder.resolve(Options.text(arguments, mode.option(), "")),
                folder.resolve(key(arguments)),
                TimeSource.SYSTEM,
                events);
        case SELF_MANAGED -> selfManaged(arguments, cluster, events);
        case DEVELOPMENT ->
            DevelopmentCertificates.open(
                folder.resolve(Options.text(arguments, mode.option(), "")), TimeSource.SYSTEM);
      };
    } catch (TlsStartException e) {
      throw new WebhookUsageException(String.valueOf(e.getMessage()));
    }
  }

  private static String key(ParseResult arguments) throws WebhookUsageException {
    String key = Options.text(arguments, "--tls-key");
    if (key == null) {
      throw new WebhookUsageException("--tls-cert needs a key; add --tls-key FILE");
    }
    return key;
  }

  private static ServingCertificates selfManaged(
      ParseResult arguments, Cluster cluster, TlsEvents events)
      throws WebhookUsageException, TlsStartException {
    String namespace = needed(arguments, "--namespace");
    Lifetimes standard = Lifetimes.STANDARD;
    SelfManagedSettings settings =
        SelfManagedSettings.of(
            needed(arguments, "--service"),
            namespace,
            Lifetimes.of(
                lifetime(arguments, "--tls-leaf-lifetime", standard.leaf()),
                lifetime(arguments, "--tls-ca-lifetime", standard.authority())));
    String secret = name(arguments, "--tls-secret", "netlog-webhook-tls");
    String configuration = name(arguments, "--webhook-configuration", "netlog-webhook");
    AuthorityStore store = cluster.connection().authorities(namespace, secret, configuration);
    return SelfManagedCertificates.open(settings, store, TimeSource.SYSTEM, events);
  }

  /// The name of a Kubernetes object: has to be a DNS subdomain, which the API server would check
  /// only later.
  private static String name(ParseResult arguments, String option, String otherwise)
      throws WebhookUsageException {
    String name = Options.text(arguments, option, otherwise);
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      throw new WebhookUsageException(
          option
              + " "
              + Quoted.of(name)
              + " is not a valid name in Kubernetes; use lower case letters, digits, - and ., at most "
              + LONGEST_NAME);
    }
    return name;
  }

  private static Duration lifetime(ParseResult arguments, String option, Duration otherwise)
      throws TlsStartException {
    String text = Options.text(arguments, option);
    return text == null ? otherwise : Lifetimes.parse(option, text);
  }

  private static String needed(ParseResult arguments, String option) throws WebhookUsageException {
    String text = Options.text(arguments, option);
    if (text == null) {
      throw new WebhookUsageException("--tls-self-managed needs a name; add " + option + " NAME");
    }
    return text;
  }
}
