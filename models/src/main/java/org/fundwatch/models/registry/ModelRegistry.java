package org.fundwatch.models.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.fundwatch.models.evaluation.Evaluation;
import org.fundwatch.models.scoring.StayModel;

/**
 * Models on disk: {@code <name>/<version>/{model.json, provenance.json, evaluation.json}}, and
 * {@code <name>/current} with the version in use. A version is a hash of {@code model.json}; a
 * folder appears whole or not at all, and is never changed.
 */
public final class ModelRegistry {

  private static final String MODEL = "model.json";
  private static final String CURRENT = "current";
  private static final String BUILT_IN = "/org/fundwatch/models/builtin/";
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(
              SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final Path root;

  /** The registry in a folder, which need not exist yet. */
  public ModelRegistry(Path root) {
    this.root = root;
  }

  /**
   * Publishes a model and makes it the current one.
   *
   * @return its version; publishing the same content again changes nothing else
   */
  public String publish(StayModel model, Provenance provenance, Evaluation evaluation)
      throws IOException {
    byte[] content = ModelFile.write(model);
    String version = ModelFile.version(content);
    Path home = root.resolve(model.name());
    Path folder = home.resolve(version);
    Files.createDirectories(home);
    if (!Files.exists(folder)) {
      Path draft = Files.createDirectories(home.resolve(".draft-" + version));
      Files.write(draft.resolve(MODEL), content);
      MAPPER.writeValue(draft.resolve("provenance.json").toFile(), provenance);
      MAPPER.writeValue(draft.resolve("evaluation.json").toFile(), evaluation);
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    Path pointer = Files.writeString(home.resolve(".current-" + version), version + "\n");
    Files.move(
        pointer,
        home.resolve(CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    return version;
  }

  /**
   * Loads the current version of a model.
   *
   * @throws ModelRegistryException when there is none, or it is not for this code, or its content
   *     is not what its version says
   */
  public <M extends StayModel> PublishedModel<M> load(String name, Class<M> type)
      throws IOException {
    Path home = root.resolve(name);
    String version;
    try {
      version = Files.readString(home.resolve(CURRENT)).strip();
    } catch (NoSuchFileException e) {
      throw new ModelRegistryException(
          "%s: no current version of model '%s'; train one first".formatted(root, name));
    }
    Path file = home.resolve(version).resolve(MODEL);
    PublishedModel<M> published = ModelFile.read(Files.readAllBytes(file), type, file.toString());
    if (!published.version().equals(version)) {
      throw new ModelRegistryException(
          "%s: content of version %s; its folder says %s"
              .formatted(file, published.version(), version));
    }
    return published;
  }

  /** Loads a model that comes with this code. */
  public static <M extends StayModel> PublishedModel<M> builtIn(String name, Class<M> type) {
    String resource = BUILT_IN + name + "/" + MODEL;
    try (InputStream in = ModelRegistry.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + ": missing from the jar");
      }
      return ModelFile.read(in.readAllBytes(), type, resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
