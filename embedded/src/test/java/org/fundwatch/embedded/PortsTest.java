package org.fundwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

final class PortsTest {
  @Test
  void requireFree_freePort_returnsIt() {
    int port = Ports.free();

    assertThat(Ports.requireFree(port, "Kafka broker")).isEqualTo(port);
  }

  @Test
  void requireFree_takenPort_namesPortAndRemedy() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> Ports.requireFree(port, "Kafka broker"))
          .isInstanceOf(EmbeddedServerException.class)
          .message()
          .matches(
              "port %d \\(Kafka broker\\): cannot be used \\(.+\\); stop the program that holds it \\(find it with: .*%d.*\\) or choose another port"
                  .formatted(port, port));
    }
  }

  @Test
  void requireFree_impossiblePort_namesTheRange() {
    assertThatThrownBy(() -> Ports.requireFree(70_000, "console"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port 70000 (console): out of range; allowed are 1 to 65535");
  }
}
