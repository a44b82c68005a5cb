package org.fundwatch.notebooks.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Jupyter starts: {@code java ... KernelMain CONNECTION_FILE}. */
public final class KernelMain {

  private KernelMain() {}

  /**
   * Serves one notebook until Jupyter says stop.
   *
   * @param args the connection file that Jupyter wrote
   * @throws Exception when the file cannot be read or its ports cannot be bound
   */
  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      System.err.println("kernel: %d arguments; the connection file".formatted(args.length));
      System.exit(2);
    }
    KernelConnectionProperties properties =
        KernelConnectionProperties.parse(Files.readString(Path.of(args[0])));
    JupyterConnection connection = new JupyterConnection(properties);
    JavaKernel kernel = new JavaKernel();
    kernel.becomeHandlerForConnection(connection);
    connection.connect();
    connection.waitUntilClose();
  }
}
