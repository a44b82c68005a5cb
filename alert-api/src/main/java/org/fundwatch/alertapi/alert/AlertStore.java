package org.fundwatch.alertapi.alert;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.search.ConflictException;
import org.fundwatch.alertapi.search.Indices;
import org.fundwatch.alertapi.search.SearchNode;
import org.fundwatch.alertapi.search.Stored;
import org.fundwatch.alertapi.security.Caller;
import org.fundwatch.domain.alert.Alert;
import org.fundwatch.domain.alert.AlertJson;
import org.springframework.stereotype.Component;

/** Alerts by their ids. Thread-safe. */
@Component
public final class AlertStore {
  private final SearchNode node;
  private final Indices indices;

  AlertStore(SearchNode node, Indices indices) {
    this.node = node;
    this.indices = indices;
  }

  /**
   * An alert with all that is stored of it.
   *
   * @throws ProblemException when there is none that the caller sees
   */
  public AlertDocument find(String id, Caller caller) {
    return seen(get(id).source(), caller);
  }

  /**
   * Lets a caller see an alert of their regions.
   *
   * @throws ProblemException as if there were none, when it is of another region
   */
  public static AlertDocument seen(AlertDocument document, Caller caller) {
    if (!caller.sees(document.alert().region())) {
      throw unknown(document.alert().id());
    }
    return document;
  }

  private Stored<AlertDocument> get(String id) {
    return node.get(index(), id, AlertDocument.class).orElseThrow(() -> unknown(id));
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound("alert '%s': unknown".formatted(id));
  }

  /** The alerts that exist among the ids, by id. */
  public Map<String, Stored<AlertDocument>> findAll(Collection<String> ids) {
    return node.getAll(index(), ids, AlertDocument.class, List.of());
  }

  /**
   * Changes the people's part of an alert. When somebody else writes the alert in between, {@code
   * change} is asked again about what is there then.
   *
   * @param change the new part; an equal one is not written
   * @return the alert after the change
   * @throws ProblemException when there is no such alert, and what {@code change} throws
   */
  public AlertDocument change(String id, Function<AlertDocument, Triage> change) {
    while (true) {
      var read = get(id);
      var triage = change.apply(read.source());
      if (triage.equals(read.source().triage()) || written(read, triage)) {
        return new AlertDocument(read.source().alert(), triage);
      }
    }
  }

  private boolean written(Stored<AlertDocument> read, Triage triage) {
    try {
      node.update(index(), read, Map.of(AlertDocument.TRIAGE, triage));
      return true;
    } catch (ConflictException e) {
      return false;
    }
  }

  /** The alert as the machine sent it. */
  public static Alert payload(AlertDocument document) {
    try {
      return AlertJson.read(document.alert().payload().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(
          "alert %s: its stored payload is none".formatted(document.alert().id()), e);
    }
  }

  private String index() {
    return indices.alias(Indices.Name.ALERTS);
  }
}
