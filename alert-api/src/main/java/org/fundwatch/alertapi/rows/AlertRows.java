package org.fundwatch.alertapi.rows;

import org.fundwatch.alertapi.alert.AlertDocument;
import org.fundwatch.alertapi.alert.AlertStore;
import org.fundwatch.alertapi.problem.ProblemException;
import org.fundwatch.alertapi.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The settlements behind an alert: who sees the alert sees those that its findings name, wherever
 * they are, and no others. Thread-safe.
 */
@Service
public final class AlertRows {
  private final AlertStore alerts;
  private final RowStore store;

  AlertRows(AlertStore alerts, RowStore store) {
    this.alerts = alerts;
    this.store = store;
  }

  /**
   * A page of them, persons and doctors masked.
   *
   * @throws ProblemException when there is no such alert that the caller sees
   */
  public RowPage masked(String id, int size, @Nullable String cursor, Caller caller) {
    return masked(alerts.find(id, caller), size, cursor);
  }

  /** The same of an alert that the caller was shown. */
  public RowPage masked(AlertDocument alert, int size, @Nullable String cursor) {
    return store.page(AlertStore.payload(alert), size, cursor, RowDocument::masked);
  }

  /** A page of them as they are: only for somebody whose reason has been written down. */
  public RowPage revealed(AlertDocument alert, int size, @Nullable String cursor) {
    return store.page(AlertStore.payload(alert), size, cursor, RowDocument::told);
  }
}
