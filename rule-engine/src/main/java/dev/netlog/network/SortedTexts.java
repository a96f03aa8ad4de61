package dev.netlog.network;

import java.util.Arrays;

/// Sets of strings as immutable sorted arrays without duplicates.
final class SortedTexts {
  private SortedTexts() {}

  static String[] union(String[] one, String[] other) {
    return one.length == 0 ? other : other.length == 0 ? one : merge(one, other, true, true, true);
  }

  static String[] intersect(String[] one, String[] other) {
    return merge(one, other, false, true, false);
  }

  static String[] minus(String[] one, String[] other) {
    return other.length == 0 ? one : merge(one, other, true, false, false);
  }

  /// Whether the first set contains all strings of the second.
  static boolean contains(String[] one, String[] other) {
    return other.length <= one.length && countShared(one, other) == other.length;
  }

  static boolean intersects(String[] one, String[] other) {
    String[] few = one.length < other.length ? one : other;
    String[] many = one.length < other.length ? other : one;
    for (String each : few) {
      if (Arrays.binarySearch(many, each) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static int countShared(String[] many, String[] few) {
    int shared = 0;
    for (String each : few) {
      if (Arrays.binarySearch(many, each) < 0) {
        break;
      }
      shared++;
    }
    return shared;
  }

  private static String[] merge(
      String[] one, String[] other, boolean onlyInOne, boolean inBoth, boolean onlyInOther) {
    String[] result = new String[one.length + other.length];
    int length = 0;
    int i = 0;
    int j = 0;
    while (i < one.length || j < other.length) {
      int order = i == one.length ? 1 : j == other.length ? -1 : one[i].compareTo(other[j]);
      if (order == 0 ? inBoth : order < 0 ? onlyInOne : onlyInOther) {
        result[length++] = order <= 0 ? one[i] : other[j];
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return Arrays.copyOf(result, length);
  }
}
