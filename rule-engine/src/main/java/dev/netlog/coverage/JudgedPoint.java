package dev.netlog.coverage;

import dev.netlog.network.Direction;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Verdict;

/// A verdict point with the platform's judgement.
///
/// @param point the point, for all subjects of its group
/// @param state whether it is logged
/// @param rest the part of its key behind the subject: `|ingress|allow|NetworkPolicy/edge/api`
public record JudgedPoint(Point point, LoggingState state, String rest) {
  /// A point with its judgement.
  public static JudgedPoint of(Point point, LoggingState state) {
    Direction direction = point.direction();
    return new JudgedPoint(
        point,
        state,
        "|"
            + (direction == null ? "-" : direction.word())
            + "|"
            + point.verdict().word()
            + "|"
            + point.reason().text());
  }

  /// Its key for one subject: `subject|direction|verdict|reason`.
  public String key(String subject) {
    return subject + rest;
  }

  /// Whether it enters the counters. What is passed on is decided, and counted, elsewhere.
  public boolean isCounted() {
    return point.verdict() != Verdict.PASS;
  }

  /// The point counted so many times.
  public Tally tally(long times) {
    return state.isUnreadable()
        ? Tally.NONE.plusUnreadable(times)
        : Tally.NONE.plus(status(), times);
  }

  /// Whether it is that of an object which the cluster loses, though its file has it: it decides
  /// nothing.
  public boolean isOfLostObject() {
    return state.isUnreadable()
        && state instanceof LoggingState.Unknown unknown
        && unknown.unreadable() != null
        && unknown.unreadable().isGone();
  }

  /// How well it is covered.
  public Status status() {
    return switch (state) {
      case LoggingState.Logged _ -> Status.COVERED;
      case LoggingState.NotLogged _ -> Status.MISSED;
      case LoggingState.Unknown _ -> Status.UNKNOWN;
    };
  }
}
