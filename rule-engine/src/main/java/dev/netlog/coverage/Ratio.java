package dev.netlog.coverage;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// An exact fraction, never a rounded percentage.
///
/// @param part the numerator, from 0 to `whole`
/// @param whole the denominator, at least 1
public record Ratio(long part, long whole) {
  /// The fraction; null where the whole is 0.
  public static @Nullable Ratio of(long part, long whole) {
    return whole == 0 ? null : new Ratio(part, whole);
  }

  /// The percentage for people: one decimal, rounded down; `100 %` only if it is exact.
  public String percent() {
    if (part == whole) {
      return "100 %";
    }
    BigInteger tenths =
        BigInteger.valueOf(part)
            .multiply(BigInteger.valueOf(1000))
            .divide(BigInteger.valueOf(whole));
    BigInteger[] split = tenths.divideAndRemainder(BigInteger.TEN);
    return split[0] + "." + split[1] + " %";
  }

  /// The percentage for people, `n/a` if the ratio is null.
  public static String shown(@Nullable Ratio ratio) {
    return ratio == null ? "n/a" : ratio.percent();
  }

  /// Whether this is at least some percentage.
  ///
  /// @param percent from 0 to 100, exact
  public boolean isAtLeast(BigDecimal percent) {
    return BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .compareTo(percent.multiply(BigDecimal.valueOf(whole)))
        >= 0;
  }

  /// Whether this is at least another one less some percentage points.
  public boolean isAtLeast(Ratio other, BigDecimal points) {
    BigDecimal left =
        BigDecimal.valueOf(part).multiply(BigDecimal.valueOf(other.whole)).movePointRight(2);
    BigDecimal right =
        BigDecimal.valueOf(other.part).multiply(BigDecimal.valueOf(whole)).movePointRight(2);
    BigDecimal slack =
        points.multiply(BigDecimal.valueOf(whole)).multiply(BigDecimal.valueOf(other.whole));
    return left.compareTo(right.subtract(slack)) >= 0;
  }

  /// The fraction as written in JSON, not reduced: `6/8`.
  @Override
  public String toString() {
    return part + "/" + whole;
  }
}
