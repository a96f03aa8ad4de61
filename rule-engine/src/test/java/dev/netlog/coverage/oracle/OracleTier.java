package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleAdmin.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The admin policies that apply to a subject, or the baseline, in every order that their
/// priorities allow. Those that are not programmed stand beside them, each on its own.
final class OracleTier {
  private final List<List<Ranked>> orders;
  private final List<Ranked> idle;
  private final List<Ranked> programmed;

  /// A policy with what is asked of its rules.
  static final class Ranked {
    private final OracleAdmin admin;
    private final long[] bits;
    private final boolean[] pass;
    private final Set<Integer> first = new TreeSet<>();

    private Ranked(OracleNamespace namespace, String direction, OracleAdmin admin) {
      this.admin = admin;
      List<Entry> entries = admin.entries(direction);
      bits = new long[entries.size()];
      pass = new boolean[entries.size()];
      for (int i = 0; i < bits.length; i++) {
        bits[i] = namespace.bit(entries.get(i).rule(), direction);
        pass[i] = entries.get(i).action().equals("pass");
      }
    }

    OracleAdmin admin() {
      return admin;
    }

    /// The rules that may be the first for some connection.
    Set<Integer> first() {
      return first;
    }

    private boolean isBefore(Ranked other) {
      return admin.priority() < other.admin.priority();
    }

    /// The first rule that matches, -1 where none does.
    private int match(long connection) {
      for (int i = 0; i < bits.length; i++) {
        if ((bits[i] & connection) != 0) {
          return i;
        }
      }
      return -1;
    }
  }

  OracleTier(OracleNamespace namespace, String direction, List<OracleAdmin> tier) {
    idle = new ArrayList<>();
    programmed = new ArrayList<>();
    for (OracleAdmin admin : tier) {
      List<Ranked> list = namespace.judge().obstacle(admin) == null ? programmed : idle;
      list.add(new Ranked(namespace, direction, admin));
    }
    orders = orders(programmed);
  }

  /// All orders in which no policy stands before one of a smaller priority.
  private static List<List<Ranked>> orders(List<Ranked> policies) {
    if (policies.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Ranked>> orders = new ArrayList<>();
    for (Ranked head : policies) {
      if (policies.stream().noneMatch(each -> each.isBefore(head))) {
        List<Ranked> others = new ArrayList<>(policies);
        others.remove(head);
        for (List<Ranked> rest : orders(others)) {
          List<Ranked> order = new ArrayList<>(List.of(head));
          order.addAll(rest);
          orders.add(order);
        }
      }
    }
    return orders;
  }

  /// Notes which rules may be the first for a connection; whether one decides it in every order.
  boolean decide(long connection) {
    for (Ranked each : idle) {
      if (isReached(each, connection)) {
        note(each, each.match(connection));
      }
    }
    boolean always = true;
    for (List<Ranked> order : orders) {
      Ranked found = first(order, connection);
      int index = found == null ? -1 : found.match(connection);
      always &= found != null && !found.pass[index];
      if (found != null) {
        note(found, index);
      }
    }
    return always;
  }

  /// Whether none of the programmed policies before one has a rule for a connection.
  private boolean isReached(Ranked policy, long connection) {
    return programmed.stream()
        .noneMatch(each -> each.isBefore(policy) && each.match(connection) >= 0);
  }

  private static @Nullable Ranked first(List<Ranked> order, long connection) {
    for (Ranked each : order) {
      if (each.match(connection) >= 0) {
        return each;
      }
    }
    return null;
  }

  private static void note(Ranked policy, int index) {
    if (index >= 0) {
      policy.first.add(index);
    }
  }

  /// All policies, with the rules that may be the first.
  List<Ranked> policies() {
    List<Ranked> all = new ArrayList<>(programmed);
    all.addAll(idle);
    return all;
  }
}
