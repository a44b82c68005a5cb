package org.fundwatch.models.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.fundwatch.models.features.FeatureSchema;
import org.fundwatch.models.scoring.StayModel;

/** A model as JSON: {@code {"format":1,"name":...,"model":{...}}}. */
final class ModelFile {

  /** Layout written by this code, and the newest that it reads. */
  static final int FORMAT = 1;

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final int VERSION_BYTES = 6;

  private ModelFile() {}

  static byte[] write(StayModel model) {
    ObjectNode file = MAPPER.createObjectNode();
    file.put("format", FORMAT);
    file.put("name", model.name());
    file.set("model", MAPPER.valueToTree(model));
    try {
      return MAPPER.writeValueAsBytes(file);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("model " + model.name() + " cannot be written", e);
    }
  }

  /**
   * Reads a model.
   *
   * @param where named in errors
   * @throws ModelRegistryException when the layout or the feature schema is not this code's
   */
  static <M extends StayModel> PublishedModel<M> read(byte[] json, Class<M> type, String where)
      throws IOException {
    JsonNode file = tree(json, where);
    int format = file.path("format").asInt(0);
    if (format < 1 || format > FORMAT) {
      throw new ModelRegistryException(
          "%s: format %d; the newest supported is %d".formatted(where, format, FORMAT));
    }
    if (!file.path("model").isObject()) {
      throw new ModelRegistryException(where + ": no 'model'; one JSON object expected");
    }
    M model = MAPPER.treeToValue(file.get("model"), type);
    String name = file.path("name").asText();
    if (!model.name().equals(name)) {
      throw new ModelRegistryException(
          "%s: model '%s'; expected '%s'".formatted(where, name, model.name()));
    }
    if (!model.schema().equals(FeatureSchema.version())) {
      throw new ModelRegistryException(
          "%s: trained on feature schema %s; this code computes %s, train again"
              .formatted(where, model.schema(), FeatureSchema.version()));
    }
    return new PublishedModel<>(version(json), model);
  }

  private static JsonNode tree(byte[] json, String where) throws IOException {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new ModelRegistryException(
          "%s: %s; JSON expected".formatted(where, e.getOriginalMessage()));
    }
  }

  /** Twelve hexadecimal digits of the content. */
  static String version(byte[] json) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(json);
      return HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
