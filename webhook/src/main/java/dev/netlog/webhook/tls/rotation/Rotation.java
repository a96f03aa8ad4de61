package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.authority.Issuer;
import dev.netlog.webhook.tls.authority.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides the next steps of a replica for its certificates. A pure function of what the replica
/// has read, its memory and the time.
///
/// The order of steps leaves no gap. A new authority enters the Secret as successor and is
/// published in every bundle. A replica that has seen it in all bundles for the propagation time
/// makes it the signer. A replica that sees the new signer published has its leaf signed by it. An
/// authority leaves the bundles after it has expired, and no leaf outlives its authority. So every
/// certificate that is served has its authority in the bundles, even if a replica is slow or was
/// disconnected.
///
/// Being the signer means that some replica has waited for propagation. A replica that finds the
/// signer in the bundles at its start relies on that; a replica that has ever missed it there waits
/// itself.
final class Rotation {

  /// The content of the Secret: the authority that signs, and the one that signs next.
  record Holding(@Nullable Issuer signer, @Nullable Issuer successor) {
    static final Holding NOTHING = new Holding(null, null);
  }

  /// The Secret as it was read.
  ///
  /// @param version null if the Secret does not exist
  /// @param holding empty if it has no usable content
  record SecretView(@Nullable String version, Holding holding) {}

  /// What the replica has read.
  ///
  /// @param secret null if it could not be read or is not ours
  /// @param bundles null if any of them could not be read
  record View(@Nullable SecretView secret, @Nullable List<BundleView> bundles) {}

  /// What the replica remembers.
  ///
  /// @param leaf null before the first
  /// @param since for each authority in all bundles, when it was first seen there, in nanoseconds
  /// @param met the authorities that were ever looked for
  record Memory(@Nullable Leaf leaf, Map<String, Long> since, Set<String> met) {
    static final Memory NEW = new Memory(null, Map.of(), Set.of());

    Memory {
      since = Map.copyOf(since);
      met = Set.copyOf(met);
    }

    Memory with(Leaf leaf) {
      return new Memory(leaf, since, met);
    }
  }

  /// The steps to take now, in this order, and the new memory.
  record Plan(Memory memory, List<RotationStep> steps) {
    Plan {
      steps = List.copyOf(steps);
    }
  }

  private final View view;
  private final Memory memory;
  private final Now now;
  private final Lifetimes lifetimes;
  private final Holding holding;
  private final Map<String, Long> since;

  private Rotation(View view, Memory memory, Now now, Lifetimes lifetimes) {
    this.view = view;
    this.memory = memory;
    this.now = now;
    this.lifetimes = lifetimes;
    SecretView secret = view.secret();
    this.holding = secret == null ? Holding.NOTHING : secret.holding();
    this.since = new HashMap<>(memory.since());
  }

  static Plan plan(View view, Memory memory, Now now, Lifetimes lifetimes) {
    return new Rotation(view, memory, now, lifetimes).plan();
  }

  private Plan plan() {
    Set<String> met = look();
    List<RotationStep> steps = new ArrayList<>();
    Issuer by = signerOfNextLeaf();
    if (by != null) {
      steps.add(new RotationStep.Issue(by));
    }
    RotationStep write = secretWrite();
    if (write != null) {
      steps.add(write);
    }
    steps.addAll(publications());
    return new Plan(new Memory(memory.leaf(), since, met), steps);
  }

  /// Updates which authorities are in all bundles, and since when.
  private Set<String> look() {
    Set<String> met = new HashSet<>(memory.met());
    List<BundleView> bundles = view.bundles();
    if (bundles == null) {
      return met;
    }
    for (Issuer each : held()) {
      if (!isIn(bundles, each)) {
        since.remove(each.id());
      } else if (each.equals(holding.signer()) && !met.contains(each.id())) {
        since.put(each.id(), now.nanos() - lifetimes.propagation().toNanos());
      } else {
        since.putIfAbsent(each.id(), now.nanos());
      }
      met.add(each.id());
    }
    return met;
  }

  /// Whether an authority of the Secret may sign: it was just seen in all bundles, and has been
  /// there for long enough.
  private boolean isPropagated(Issuer issuer) {
    Long start = since.get(issuer.id());
    return view.bundles() != null
        && start != null
        && now.nanos() - start >= lifetimes.propagation().toNanos();
  }

  /// The authority to sign the next leaf now, or null if none is needed or available.
  private @Nullable Issuer signerOfNextLeaf() {
    Leaf leaf = memory.leaf();
    Issuer signer = holding.signer();
    boolean canSign = signer != null && isValid(signer) && isPropagated(signer);
    if (leaf == null) {
      return canSign ? signer : null;
    }
    if (signer != null && canSign && !signer.equals(leaf.issuer())) {
      return signer;
    }
    boolean due = !now.instant().isBefore(leaf.renewal()) || !leaf.validity().covers(now.instant());
    return due && gains(leaf) ? leaf.issuer() : null;
  }

  /// Whether a new leaf by the same authority would be valid and last longer.
  private boolean gains(Leaf leaf) {
    return isValid(leaf.issuer())
        && (leaf.validity().notAfter().isBefore(leaf.issuer().validity().notAfter())
            || !leaf.validity().covers(now.instant()));
  }

  private @Nullable RotationStep secretWrite() {
    SecretView secret = view.secret();
    if (secret == null) {
      return null;
    }
    Issuer signer = holding.signer();
    Issuer successor = holding.successor();
    String version = secret.version();
    if (successor != null && isValid(successor) && version != null) {
      return isPropagated(successor) ? new RotationStep.Promote(version, successor) : null;
    }
    if (signer == null) {
      // Lost or not created yet: the replica keeps its current certificate meanwhile.
      Leaf leaf = memory.leaf();
      Issuer own = leaf != null && isValid(leaf.issuer()) ? leaf.issuer() : null;
      return new RotationStep.Introduce(version, own);
    }
    boolean due = !isValid(signer) || !now.instant().isBefore(renewal(signer));
    return due || successor != null ? new RotationStep.Introduce(version, signer) : null;
  }

  private List<RotationStep> publications() {
    List<BundleView> bundles = view.bundles();
    if (bundles == null) {
      return List.of();
    }
    Set<Issuer> needed = held();
    Leaf leaf = memory.leaf();
    if (leaf != null) {
      needed.add(leaf.issuer());
    }
    needed.removeIf(each -> hasEnded(each));
    List<RotationStep> steps = new ArrayList<>();
    for (BundleView each : bundles) {
      Set<Issuer> add = new LinkedHashSet<>(needed);
      add.removeIf(issuer -> each.everywhere().contains(issuer.id()));
      Set<Issuer> remove = new LinkedHashSet<>(each.ours());
      remove.removeIf(issuer -> !hasEnded(issuer));
      if (!add.isEmpty() || !remove.isEmpty()) {
        steps.add(new RotationStep.Publish(each, add, remove));
      }
    }
    return steps;
  }

  private Set<Issuer> held() {
    Set<Issuer> held = new LinkedHashSet<>();
    if (holding.signer() != null) {
      held.add(holding.signer());
    }
    if (holding.successor() != null) {
      held.add(holding.successor());
    }
    return held;
  }

  private static boolean isIn(List<BundleView> bundles, Issuer issuer) {
    return bundles.stream().allMatch(each -> each.everywhere().contains(issuer.id()));
  }

  private boolean isValid(Issuer issuer) {
    return issuer.validity().covers(now.instant());
  }

  private boolean hasEnded(Issuer issuer) {
    return !now.surelyPast().isBefore(issuer.validity().notAfter());
  }

  private Instant renewal(Issuer issuer) {
    Validity validity = issuer.validity();
    Duration whole =
        Duration.between(validity.notBefore().plus(Validity.BACKDATED), validity.notAfter());
    Duration life = whole.compareTo(lifetimes.authority()) < 0 ? whole : lifetimes.authority();
    return validity.notAfter().minus(Lifetimes.margin(life));
  }
}
