package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.SetClock;
import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.TlsFailure;
import dev.netlog.webhook.tls.authority.BundleText;
import dev.netlog.webhook.tls.authority.Issuer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A cluster with one Secret and two webhook configurations, and the true time.
final class FakeCluster {
  private final long start = 1_000_000_000L;
  private final AtomicLong nanos = new AtomicLong(start);
  private long versions;
  private final Map<String, Long> publishedSince = new HashMap<>();
  private Set<String> published = Set.of();

  /// Null where there is none.
  @Nullable Map<String, String> secret;

  boolean foreign;
  String secretVersion = "0";
  final List<List<String>> bundles = new ArrayList<>();
  private final List<String> bundleVersions = new ArrayList<>();

  /// Which of the configurations are not there.
  final Set<Integer> missing = new HashSet<>();

  FakeCluster() {
    bundles.add(new ArrayList<>(List.of("", "")));
    bundles.add(new ArrayList<>(List.of("")));
    bundleVersions.addAll(List.of("0", "0"));
  }

  Instant now() {
    return SetClock.START.plusNanos(nanos.get() - start);
  }

  long nanos() {
    return nanos.get();
  }

  void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }

  void passTo(long moment) {
    nanos.updateAndGet(now -> Math.max(now, moment));
  }

  void write(@Nullable Map<String, String> data) {
    secret = data;
    secretVersion = "" + ++versions;
  }

  void publish(int configuration, List<String> texts) {
    bundles.set(configuration, new ArrayList<>(texts));
    bundleVersions.set(configuration, "" + ++versions);
    published = inAll();
    publishedSince.keySet().retainAll(published);
    published.forEach(id -> publishedSince.putIfAbsent(id, nanos.get()));
  }

  /// The certificates that are in every bundle.
  Set<String> published() {
    return published;
  }

  private Set<String> inAll() {
    Set<String> everywhere = new HashSet<>(BundleText.parse(bundles.getFirst().getFirst()).ids());
    bundles.forEach(
        texts -> texts.forEach(text -> everywhere.retainAll(BundleText.parse(text).ids())));
    return everywhere;
  }

  /// How long a certificate has been in every bundle without a break.
  Duration publishedFor(String id) {
    Long since = publishedSince.get(id);
    return since == null ? Duration.ofNanos(-1) : Duration.ofNanos(nanos.get() - since);
  }

  SecretContent content() {
    return SecretContent.parse(secret == null ? Map.of() : secret);
  }

  /// Who signs; there must be somebody.
  Issuer signer() {
    return Objects.requireNonNull(content().signer(), "nobody signs").issuer();
  }

  /// The access of one replica.
  final class Access implements AuthorityStore {
    private @Nullable ServerTime told;
    @Nullable TlsFailure broken;
    @Nullable TlsFailure bundlesBroken;
    boolean timeless;

    /// How long it takes to read the Secret.
    Duration slow = Duration.ZERO;

    @Override
    public String secretName() {
      return "Secret \"netlog-system/netlog-webhook-tls\"";
    }

    @Override
    public SecretReading readSecret() {
      pass(slow);
      if (broken != null) {
        return new SecretReading.Failed(broken, "the Secret is out of reach");
      }
      tell();
      if (foreign) {
        return new SecretReading.Foreign();
      }
      Map<String, String> data = secret;
      return data == null
          ? new SecretReading.Absent()
          : new SecretReading.Held(secretVersion, data);
    }

    @Override
    public WriteOutcome writeSecret(@Nullable String version, Map<String, String> data) {
      if (broken != null) {
        return new WriteOutcome.Failed(broken, "the Secret is out of reach");
      }
      tell();
      boolean asRead =
          version == null ? secret == null : secret != null && version.equals(secretVersion);
      if (!asRead || foreign) {
        return new WriteOutcome.Conflict();
      }
      write(data);
      return new WriteOutcome.Done();
    }

    @Override
    public List<BundleReading> readBundles() {
      List<BundleReading> readings = new ArrayList<>();
      for (int each = 0; each < bundles.size(); each++) {
        TlsFailure failure = broken != null ? broken : bundlesBroken;
        readings.add(
            failure != null
                ? new BundleReading.Failed(failure, "the configuration is out of reach")
                : missing.contains(each)
                    ? new BundleReading.Absent("configuration " + each)
                    : new BundleReading.Present(
                        "" + each, bundleVersions.get(each), bundles.get(each)));
      }
      return readings;
    }

    @Override
    public WriteOutcome writeBundles(BundleReading.Present read, List<String> texts) {
      TlsFailure failure = broken != null ? broken : bundlesBroken;
      if (failure != null) {
        return new WriteOutcome.Failed(failure, "the configuration is out of reach");
      }
      int configuration = Integer.parseInt(read.configuration());
      if (!read.version().equals(bundleVersions.get(configuration))) {
        return new WriteOutcome.Conflict();
      }
      publish(configuration, texts);
      return new WriteOutcome.Done();
    }

    @Override
    public @Nullable ServerTime serverTime() {
      return told;
    }

    private void tell() {
      if (!timeless) {
        // As the header of an answer has it: whole seconds.
        told = new ServerTime(Instant.ofEpochSecond(now().getEpochSecond()), nanos.get());
      }
    }
  }

  /// The clock of a machine of the cluster: the true time and what it is off by.
  final class MachineClock implements TimeSource {
    Duration off = Duration.ZERO;

    @Override
    public Instant wall() {
      return now().plus(off);
    }

    @Override
    public long nanos() {
      return nanos.get();
    }
  }
}
