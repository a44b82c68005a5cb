package org.fundwatch.alertapi.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The indices: each is versioned, strict about its fields, and known to everybody else by its alias
 * alone, so that a later layout can take its place. Thread-safe.
 */
@Component
public final class Indices {
  /** An index: the alias is the name, the index behind it has the layout's version as well. */
  public enum Name {
    ALERTS("alerts"),
    CASES("cases"),
    CASE_EVENTS("case-events"),
    REPORTS("reports"),
    REQUEST_KEYS("request-keys");

    private static final int LAYOUT = 1;

    private final String alias;

    Name(String alias) {
      this.alias = alias;
    }

    private String index() {
      return alias + "-v" + LAYOUT;
    }

    private String resource() {
      return index() + ".json";
    }
  }

  private final SearchNode node;
  private final String prefix;
  private final Time alertsRefresh;
  private final Map<Name, Boolean> createdHere = new ConcurrentHashMap<>();
  private volatile boolean ready;

  Indices(SearchNode node, ElasticsearchSettings settings) {
    this.node = node;
    this.prefix = settings.indexPrefix();
    this.alertsRefresh = Time.of(time -> time.time(settings.alertsRefresh().toMillis() + "ms"));
  }

  /**
   * The alias to read and write by.
   *
   * @throws SearchUnavailableException before the indices are there: a document stored now would
   *     make one without our layout
   */
  public String alias(Name name) {
    if (!ready) {
      throw new SearchUnavailableException("search node: not seen since the start", null);
    }
    return prefix + name.alias;
  }

  /** True when the index was missing and this process has made it: it knows nothing yet. */
  public boolean createdHere(Name name) {
    return createdHere.getOrDefault(name, false);
  }

  /**
   * Makes the indices that are missing, and sets how soon alerts are found.
   *
   * @throws SearchUnavailableException when the node does not answer
   */
  public void ensure() {
    for (Name name : List.of(Name.values())) {
      if (!node.call(es -> es.indices().existsAlias(exists -> exists.name(prefix + name.alias)))
          .value()) {
        create(name);
      }
    }
    refreshAlertsSoon();
    ready = true;
  }

  // A setting of the installation, not of the layout: it holds for an index that is there already.
  private void refreshAlertsSoon() {
    node.call(
        es ->
            es.indices()
                .putSettings(
                    put ->
                        put.index(prefix + Name.ALERTS.alias)
                            .settings(settings -> settings.refreshInterval(alertsRefresh))));
  }

  private void create(Name name) {
    try {
      node.call(
          es -> {
            try (InputStream layout = Indices.class.getResourceAsStream(name.resource())) {
              if (layout == null) {
                throw new IllegalStateException(name.resource() + ": missing from the jar");
              }
              return es.indices()
                  .create(
                      create ->
                          create
                              .withJson(layout)
                              .index(prefix + name.index())
                              .aliases(prefix + name.alias, alias -> alias.isWriteIndex(true)));
            }
          });
      createdHere.put(name, true);
    } catch (RefusedException e) {
      if (!existsAlready(e)) {
        throw e;
      }
    }
  }

  private static boolean existsAlready(RefusedException e) {
    return e.getCause() instanceof ElasticsearchException cause
        && "resource_already_exists_exception".equals(cause.error().type());
  }
}
