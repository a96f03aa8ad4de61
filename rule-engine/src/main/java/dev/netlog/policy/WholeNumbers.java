package dev.netlog.policy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads integers from JSON numbers. kubectl sends `80.0` and `8e1` as `80`.
public final class WholeNumbers {
  /// A longer number cannot be an integer of 64 bits.
  private static final int LONGEST = 40;

  private WholeNumbers() {}

  /// The number, null if it is not an integer of 64 bits.
  public static @Nullable Long of(String literal) {
    try {
      return Long.valueOf(literal);
    } catch (NumberFormatException e) {
      if (literal.length() > LONGEST) {
        return null;
      }
    }
    BigDecimal number = new BigDecimal(literal).stripTrailingZeros();
    return number.scale() > 0 || number.precision() - number.scale() > LONGEST
        ? null
        : longOrNull(number);
  }

  private static @Nullable Long longOrNull(BigDecimal number) {
    return number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
            || number.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) < 0
        ? null
        : number.longValue();
  }
}
