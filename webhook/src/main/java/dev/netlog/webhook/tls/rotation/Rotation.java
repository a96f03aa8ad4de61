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

/// What a replica does next about its certificates: pure, from what it sees, remembers and knows of
/// the time.
///
/// The order that leaves no gap: a new authority enters the Secret as the successor; it is
/// published in every bundle; whoever has seen it in all of them for the time of propagation makes
/// it the signer; a replica that sees a new signer published has its leaf signed by it. An
/// authority leaves the bundles after its own end, and no leaf outlives its authority: so nothing
/// is ever served that is not in the bundles, however late a replica is or however long it was cut
/// off.
///
/// Being the signer means that somebody has waited for propagation. A replica that finds a signer
/// in the bundles when it starts trusts that; one that has ever missed it there waits itself.
final class Rotation {

  /// What the Secret holds: who signs, and who is to sign next.
  record Holding(@Nullable Issuer signer, @Nullable Issuer successor) {
    static final Holding NOTHING = new Holding(null, null);
  }

  /// The Secret as it was read.
  ///
  /// @param version null where there is none
  /// @param holding empty where nothing usable is in it
  record SecretView(@Nullable String version, Holding holding) {}

  /// What was seen.
  ///
  /// @param secret null where it could not be read or is not ours
  /// @param bundles null where not all of them could be read
  record View(@Nullable SecretView secret, @Nullable List<BundleView> bundles) {}

  /// What is remembered.
  ///
  /// @param leaf null before the first
  /// @param since for each authority that is in all bundles, when it was first seen so, in
  ///   nanoseconds
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

  /// What to do now, in this order, and what to remember.
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

  /// Notes which authorities are in all bundles, and since when.
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

  /// Whether something may be signed by an authority of the Secret: it was just seen in all
  /// bundles, and has been there for long enough.
  private boolean isPropagated(Issuer issuer) {
    Long start = since.get(issuer.id());
    return view.bundles() != null
        && start != null
        && now.nanos() - start >= lifetimes.propagation().toNanos();
  }

  /// Who is to sign another leaf now, or null where none is needed or nobody can.
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

  /// Whether another leaf by the same authority would last longer, or would be valid at all.
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
      // Lost, or never there: what this replica serves by goes on until there is another.
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
