package dev.netlog.rule;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Suggests the word that was probably meant.
public final class DidYouMean {
  private DidYouMean() {}

  /// The most similar word, or null if none is similar: at most a third of the longer word's
  /// letters differ. Case and surrounding spaces are ignored; of equally similar words the first
  /// one wins.
  public static @Nullable String of(String written, Collection<String> words) {
    String given = written.strip().toLowerCase(Locale.ROOT);
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String word : words) {
      int longest = Math.max(given.length(), word.length());
      if (Math.abs(given.length() - word.length()) * 3 > longest) {
        continue;
      }
      int distance = distance(given, word.toLowerCase(Locale.ROOT));
      if (distance < least && distance * 3 <= longest) {
        best = word;
        least = distance;
      }
    }
    return best;
  }

  /// The edit distance of two words; a swap of neighbours counts once (optimal string alignment).
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
