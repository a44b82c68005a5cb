package org.fundwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on the loopback address 127.0.0.1. */
public final class Ports {
  static final String LOOPBACK = "127.0.0.1";

  private Ports() {}

  /**
   * A port that was free a moment ago; another program may take it before the caller does.
   *
   * @throws UncheckedIOException when the system hands out no port
   */
  public static int free() {
    try (var socket = new ServerSocket(0, 1, loopback())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("port 0: the system gave no free port", e);
    }
  }

  /**
   * Checks that nobody listens on a port.
   *
   * @param port 1 to 65535
   * @param server who wants it, for the message, such as "Kafka broker"
   * @return the same port
   * @throws EmbeddedServerException when the port is taken or not allowed
   */
  public static int requireFree(int port, String server) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "port %d (%s): out of range; allowed are 1 to 65535".formatted(port, server));
    }
    try (var socket = new ServerSocket()) {
      // A port whose last user has just ended lingers in TIME_WAIT: that is free enough to listen.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(loopback(), port), 1);
      return port;
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "port %d (%s): cannot be used (%s); stop the program that holds it (find it with: %s) or choose another port"
              .formatted(port, server, e.getMessage(), finder(port)),
          e);
    }
  }

  private static InetAddress loopback() throws IOException {
    return InetAddress.getByAddress(LOOPBACK, new byte[] {127, 0, 0, 1});
  }

  private static String finder(int port) {
    return System.getProperty("os.name", "").startsWith("Linux")
        ? "ss -ltnp 'sport = :%d'".formatted(port)
        : "lsof -nP -iTCP:%d -sTCP:LISTEN".formatted(port);
  }
}
