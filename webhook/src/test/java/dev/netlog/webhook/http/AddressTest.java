package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:8443, 127.0.0.1:8443",
    ":0, 0.0.0.0:0",
    "9443, 0.0.0.0:9443",
    "[::1]:1, [::1]:1",
    "localhost:65535, localhost:65535"
  })
  void aHostAndAPortAreRead(String text, String shown) {
    assertThat(Address.parse(text)).hasToString(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "a:", "a:b", "a:65536", "::1:80", "1:2:3", "a:-1", "a:+1"})
  void anythingElseIsNone(String text) {
    assertThat(Address.parse(text)).isNull();
  }
}
