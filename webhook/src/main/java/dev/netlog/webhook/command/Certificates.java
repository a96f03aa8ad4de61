package dev.netlog.webhook.command;

import dev.netlog.webhook.tls.DevelopmentCertificates;
import dev.netlog.webhook.tls.FileCertificates;
import dev.netlog.webhook.tls.ServingCertificates;
import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.TlsEvents;
import dev.netlog.webhook.tls.TlsStartException;
import java.nio.file.Path;
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
  static ServingCertificates open(ParseResult arguments, Path folder, TlsEvents events)
      throws UsageException {
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
        default -> throw new UsageException("--tls-self-managed is not there yet");
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
}
