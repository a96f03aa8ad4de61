package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OraclePoint.Judgement;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Section 5 for one platform.
interface OracleJudge {
  /// Where a point stands.
  ///
  /// @param namespaceObject null where it is not in the input
  /// @param applied the policies that apply to the subject in the direction
  record Situation(
      String namespace,
      @Nullable Tree namespaceObject,
      boolean windows,
      String direction,
      List<OraclePolicy> applied) {}

  /// What the policies of a situation admit.
  interface Admits {
    /// All connections that are left to a policy and that it admits.
    Set<Long> of(OraclePolicy policy);

    /// Whether a policy admits a connection.
    boolean is(OraclePolicy policy, long connection);

    /// The indexes of a policy's rules that match a connection left to it.
    List<Integer> rules(OraclePolicy policy);
  }

  Judgement allow(Situation situation, OraclePolicy policy, Admits admits);

  Judgement deny(Situation situation);

  /// Why the platform does not program a stored admin policy, null where it does.
  @Nullable String obstacle(OracleAdmin policy);

  Judgement admin(OracleAdmin policy, String direction, int index);
}
