package org.fundwatch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The folder of one node: what the server owns in folders below, our own notes beside them. */
record NodeFolder(Path root) {
  Path config() {
    return root.resolve("config");
  }

  Path data() {
    return root.resolve("data");
  }

  Path logs() {
    return root.resolve("logs");
  }

  Path temporary() {
    return root.resolve("tmp");
  }

  /** What the process prints: little, unless it cannot start. */
  Path console() {
    return root.resolve("console.log");
  }

  /** The log of the server itself. */
  Path serverLog() {
    return logs().resolve("server.log");
  }

  /** The server writes its address here when it listens. */
  Path ports() {
    return logs().resolve("http.ports");
  }

  /** The processes that belong to this folder. */
  Path processes() {
    return root.resolve("process.pid");
  }

  /** Makes the folders, writes the configuration anew and hands all to the server's account. */
  void prepare(ElasticsearchConfig config, Account account) {
    try {
      if (Files.exists(temporary())) {
        FileTrees.delete(temporary());
      }
      for (var folder : List.of(config(), data(), logs(), temporary())) {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      Files.deleteIfExists(ports());
      Files.deleteIfExists(console());
      write("elasticsearch.yml", NodeSettings.yaml(config, this));
      write("jvm.options", NodeSettings.jvmOptions(config, this));
      write("log4j2.properties", NodeSettings.logging());
      for (var folder : List.of(config(), data(), logs(), temporary())) {
        account.give(folder);
      }
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "%s (Elasticsearch): cannot be written (%s); choose a folder of the account that runs Fundwatch"
              .formatted(root, e),
          e);
    }
  }

  /** By rename: the folder may belong to another account, whose links we do not follow. */
  private void write(String name, String content) throws IOException {
    var draft = root.resolve(name + ".new");
    Files.writeString(draft, content, UTF_8);
    Files.move(draft, config().resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }
}
