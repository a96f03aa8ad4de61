package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.TlsFailure;
import dev.netlog.webhook.tls.authority.Authority;
import dev.netlog.webhook.tls.authority.AuthorityName;
import dev.netlog.webhook.tls.authority.Issuer;
import dev.netlog.webhook.tls.authority.KnownAuthorities;
import dev.netlog.webhook.tls.authority.Validity;
import dev.netlog.webhook.tls.rotation.Rotation.Holding;
import dev.netlog.webhook.tls.rotation.Rotation.Memory;
import dev.netlog.webhook.tls.rotation.Rotation.SecretView;
import dev.netlog.webhook.tls.rotation.Rotation.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One of the replicas that share authorities: reads the cluster, lets `Rotation` decide, and acts.
///
/// Each step makes at most one call to the API server, so that a test can run other replicas
/// between any two calls. Used by one thread at a time.
final class Replica {
  /// The name of the authorities, by which they are recognised in bundles even if the Secret is
  /// lost.
  static final AuthorityName NAME = new AuthorityName("netlog-webhook authority");

  private final SelfManagedSettings settings;
  private final AuthorityStore store;
  private final ClusterClock clock;
  private final Troubles troubles;
  private final Consumer<ServingCertificate> serve;
  private final MissingConfigurations missing;

  private final KnownAuthorities known = new KnownAuthorities();
  private final Deque<RotationStep> pending = new ArrayDeque<>();
  private Memory memory = Memory.NEW;
  private Phase phase = Phase.SECRET;
  private boolean wrote;
  private @Nullable SecretView secret;
  private @Nullable Map<String, String> parsed;
  private SecretContent content = SecretContent.NONE;
  private int published;

  private enum Phase {
    SECRET,
    BUNDLES,
    ACT
  }

  Replica(
      SelfManagedSettings settings,
      AuthorityStore store,
      ClusterClock clock,
      Troubles troubles,
      Consumer<ServingCertificate> serve) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
    this.troubles = troubles;
    this.serve = serve;
    this.missing = new MissingConfigurations(troubles.events());
  }

  /// Takes one step; returns whether another one is due at once.
  boolean step() {
    return switch (phase) {
      case SECRET -> readSecret();
      case BUNDLES -> readBundles();
      case ACT -> act();
    };
  }

  private boolean readSecret() {
    SecretReading reading = store.readSecret();
    secret = see(reading);
    if (reading instanceof SecretReading.Failed) {
      // The bundles could not be read either, and each attempt may take seconds.
      return decide(null);
    }
    phase = Phase.BUNDLES;
    return true;
  }

  private @Nullable SecretView see(SecretReading reading) {
    return switch (reading) {
      case SecretReading.Absent _ -> {
        if (memory.leaf() != null) {
          troubles.report(
              TlsFailure.SECRET_GONE,
              store.secretName() + " was deleted; it is created again with a new authority");
        }
        yield new SecretView(null, Holding.NOTHING);
      }
      case SecretReading.Foreign _ -> {
        troubles.report(
            TlsFailure.SECRET_FOREIGN,
            store.secretName()
                + " is not labelled app.kubernetes.io/managed-by=netlog-webhook, so it is not changed;"
                + " delete it, or name another with --tls-secret");
        yield null;
      }
      case SecretReading.Failed(TlsFailure failure, String message) -> {
        troubles.report(failure, message);
        yield null;
      }
      case SecretReading.Held(String version, Map<String, String> data) -> see(version, data);
    };
  }

  private SecretView see(String version, Map<String, String> data) {
    if (!data.equals(parsed)) {
      content = SecretContent.parse(data);
      parsed = data;
    }
    for (String problem : content.problems()) {
      troubles.report(
          TlsFailure.SECRET_INVALID, store.secretName() + ": " + problem + "; it is replaced");
    }
    return new SecretView(
        version,
        new Holding(known.remember(content.signer()), known.remember(content.successor())));
  }

  private boolean readBundles() {
    List<BundleView> views = new ArrayList<>();
    List<BundleReading> readings = store.readBundles();
    missing.see(readings);
    for (BundleReading each : readings) {
      switch (each) {
        case BundleReading.Absent _ -> {
          // It does not exist, so it calls no webhook; this is already reported.
        }
        case BundleReading.Present present -> {
          if (!present.bundles().isEmpty()) {
            views.add(BundleView.of(present, NAME));
          }
        }
        case BundleReading.Failed(TlsFailure failure, String message) -> {
          troubles.report(failure, message);
          return decide(null);
        }
      }
    }
    published = (int) views.stream().flatMap(each -> each.ours().stream()).distinct().count();
    return decide(views);
  }

  private boolean decide(@Nullable List<BundleView> bundles) {
    Rotation.Plan plan =
        Rotation.plan(new View(secret, bundles), memory, clock.now(), settings.lifetimes());
    memory = plan.memory();
    pending.clear();
    pending.addAll(plan.steps());
    wrote = false;
    reportEnd(plan);
    phase = pending.isEmpty() ? Phase.SECRET : Phase.ACT;
    return !pending.isEmpty();
  }

  private boolean act() {
    RotationStep step = pending.remove();
    switch (step) {
      case RotationStep.Issue(Issuer by) -> issue(by);
      case RotationStep.Introduce(String version, Issuer signer) ->
          written(store.writeSecret(version, introduced(signer).data()));
      case RotationStep.Promote(String version, Issuer successor) ->
          written(store.writeSecret(version, SecretContent.of(known.of(successor), null).data()));
      case RotationStep.Publish publish -> written(publish(publish));
    }
    if (!pending.isEmpty()) {
      return true;
    }
    phase = Phase.SECRET;
    return wrote;
  }

  private SecretContent introduced(@Nullable Issuer signer) {
    Validity validity = Validity.from(clock.now().instant(), settings.lifetimes().authority());
    return SecretContent.of(known.of(signer), Authority.create(NAME, validity));
  }

  private WriteOutcome publish(RotationStep.Publish publish) {
    Map<String, String> more = known.certificates(publish.add());
    Set<String> without = publish.remove().stream().map(Issuer::id).collect(Collectors.toSet());
    return store.writeBundles(publish.where().read(), publish.where().with(more, without));
  }

  private void written(WriteOutcome outcome) {
    switch (outcome) {
      case WriteOutcome.Done _, WriteOutcome.Conflict _ -> wrote = true;
      case WriteOutcome.Failed(TlsFailure failure, String message) ->
          troubles.report(failure, message);
    }
  }

  private void issue(Issuer by) {
    Authority authority = known.of(by);
    Instant instant = clock.now().instant();
    // Time may have passed since the decision.
    if (authority == null || !by.validity().covers(instant)) {
      return;
    }
    Leaf leaf = Leaf.of(by, instant, settings.lifetimes().leaf());
    ServingCertificate certificate = authority.issue(settings.names(), leaf.validity());
    memory = memory.with(leaf);
    serve.accept(certificate);
  }

  private void reportEnd(Rotation.Plan plan) {
    Leaf leaf = memory.leaf();
    if (leaf == null || plan.steps().stream().anyMatch(RotationStep.Issue.class::isInstance)) {
      return;
    }
    Instant end = leaf.validity().notAfter();
    // Half of the remaining lifetime at the renewal time: a change of authorities may take a while.
    Duration late = Duration.between(leaf.renewal(), end).dividedBy(2);
    if (!clock.now().instant().isBefore(leaf.renewal().plus(late))) {
      troubles.report(
          TlsFailure.EXPIRED,
          "the certificate in use ends at "
              + end
              + " and cannot be renewed, since no valid authority is published");
    }
  }

  /// Resets the state after an internal error.
  void startOver() {
    pending.clear();
    phase = Phase.SECRET;
  }

  /// How many of our authorities were in the bundles at the last read.
  int published() {
    return published;
  }

  /// The certificate in use, or null before the first.
  @Nullable Leaf leaf() {
    return memory.leaf();
  }
}
