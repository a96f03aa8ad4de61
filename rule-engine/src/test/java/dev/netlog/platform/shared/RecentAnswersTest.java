package dev.netlog.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RecentAnswersTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final RecentAnswers<List<Integer>, Integer> sums =
      new RecentAnswers<>(
          numbers -> {
            asked.incrementAndGet();
            return numbers.stream().mapToInt(Integer::intValue).sum();
          });

  @Test
  void whatWasJustAskedIsNotWorkedOutAgain() {
    List<Integer> question = List.of(1, 2);
    assertThat(sums.to(question)).isEqualTo(3);
    assertThat(sums.to(question)).isEqualTo(3);
    assertThat(asked).hasValue(1);
  }

  @Test
  void anEqualQuestionIsTheSame() {
    assertThat(sums.to(new ArrayList<>(List.of(1)))).isEqualTo(1);
    assertThat(sums.to(new ArrayList<>(List.of(1)))).isEqualTo(1);
    assertThat(asked).hasValue(1);
  }

  @Test
  void moreQuestionsThanAreKeptAreAnsweredRightAndFromThreads() {
    List<List<Integer>> questions = IntStream.range(0, 1_000).mapToObj(i -> List.of(i, i)).toList();
    IntStream.range(0, 10_000)
        .parallel()
        .forEach(i -> assertThat(sums.to(questions.get(i % 1_000))).isEqualTo(i % 1_000 * 2));
  }
}
