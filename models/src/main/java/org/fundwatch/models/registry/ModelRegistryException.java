package org.fundwatch.models.registry;

import java.io.IOException;

/** A model that cannot be used: unknown layout, another feature schema, changed content. */
public final class ModelRegistryException extends IOException {
  ModelRegistryException(String message) {
    super(message);
  }
}
