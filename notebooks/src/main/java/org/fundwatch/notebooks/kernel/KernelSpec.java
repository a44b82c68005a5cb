package org.fundwatch.notebooks.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells Jupyter how to start the kernel. */
public final class KernelSpec {

  /** The kernel's name in Jupyter, as notebooks name it. */
  public static final String NAME = "fundwatch-java";

  private KernelSpec() {}

  /**
   * Writes {@code kernels/fundwatch-java/kernel.json} below a folder of Jupyter's data path.
   *
   * @return the file written
   */
  public static Path install(Path jupyterData, String java, String classPath) throws IOException {
    Path folder = Files.createDirectories(jupyterData.resolve("kernels").resolve(NAME));
    String json =
        """
        {
          "argv": ["%s", "-Xmx2g", "-Duser.timezone=Asia/Shanghai", "-Dfile.encoding=UTF-8", "-cp", "%s", "%s", "{connection_file}"],
          "display_name": "Fundwatch (Java)",
          "language": "java"
        }
        """
            .formatted(quoted(java), quoted(classPath), KernelMain.class.getName());
    return Files.writeString(folder.resolve("kernel.json"), json);
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
