package dev.netlog.webhook.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ParseResult;

/// Where certificates may come from, each with the options that mean something there only.
enum CertificateMode {
  FILES("--tls-cert"),
  SELF_MANAGED("--tls-self-managed"),
  DEVELOPMENT("--tls-dev");

  private final String option;

  CertificateMode(String option) {
    this.option = option;
  }

  /// The option that asks for it.
  String option() {
    return option;
  }

  /// The options that say more about it.
  List<String> details() {
    return switch (this) {
      case FILES -> List.of("--tls-key");
      case SELF_MANAGED ->
          List.of(
              "--service",
              "--namespace",
              "--tls-secret",
              "--webhook-configuration",
              "--tls-leaf-lifetime",
              "--tls-ca-lifetime");
      case DEVELOPMENT -> List.of();
    };
  }

  /// The one that the options ask for.
  ///
  /// @throws UsageException where that is none or several, or something is said about another one:
  ///   whoever has typed it expects it to count
  static CertificateMode of(ParseResult arguments) throws WebhookUsageException {
    List<CertificateMode> chosen =
        Arrays.stream(values()).filter(each -> Options.isOn(arguments, each.option)).toList();
    if (chosen.size() != 1) {
      throw new WebhookUsageException(
          (chosen.isEmpty()
                  ? "no certificate is named"
                  : String.join(" and ", chosen.stream().map(CertificateMode::option).toList())
                      + " exclude each other")
              + "; use one of --tls-cert FILE --tls-key FILE, --tls-self-managed, or --tls-dev DIR"
              + " to try it out");
    }
    CertificateMode mode = chosen.getFirst();
    List<String> lost = new ArrayList<>();
    for (CertificateMode other : values()) {
      for (String detail : other.details()) {
        if (other != mode && Options.isOn(arguments, detail)) {
          lost.add(
              detail + " is for " + other.option + ", not for " + mode.option + "; leave it out");
        }
      }
    }
    if (!lost.isEmpty()) {
      throw new WebhookUsageException(lost);
    }
    return mode;
  }
}
