package org.fundwatch.models.registry;

import org.fundwatch.models.scoring.StayModel;

/**
 * A model of the registry.
 *
 * @param version derived from the content of its file
 * @param model ready to score
 */
public record PublishedModel<M extends StayModel>(String version, M model) {

  /** Name and version as one text: {@code low-threshold@0123456789ab}. */
  public String label() {
    return model.name() + "@" + version;
  }
}
