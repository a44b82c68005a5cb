package org.fundwatch.standalone.deploy;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/** Every key that the Flink on our class path knows, read from its options classes. */
final class FlinkOptions {

  private FlinkOptions() {}

  static Set<String> keys() throws Exception {
    Set<String> keys = new TreeSet<>();
    for (Class<?> anchor : Set.of(CoreOptions.class, JobGraph.class, RocksDBOptions.class)) {
      Path jar = Path.of(anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (String name : optionsClasses(jar)) {
        keys(Class.forName(name), keys);
      }
    }
    return keys;
  }

  private static Set<String> optionsClasses(Path jar) throws IOException {
    Set<String> names = new TreeSet<>();
    try (JarFile file = new JarFile(jar.toFile());
        Stream<String> entries = file.stream().map(entry -> entry.getName())) {
      entries
          .filter(name -> name.matches("org/apache/flink/.*Options\\.class"))
          .map(name -> name.replace('/', '.').replaceFirst("\\.class$", ""))
          .forEach(names::add);
    }
    return names;
  }

  private static void keys(Class<?> options, Set<String> keys) throws IllegalAccessException {
    for (Field field : options.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())
          && Modifier.isPublic(field.getModifiers())
          && ConfigOption.class.isAssignableFrom(field.getType())) {
        keys.add(((ConfigOption<?>) field.get(null)).key());
      }
    }
  }
}
