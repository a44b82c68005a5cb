package org.fundwatch.alertapi.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The indices: each is versioned, strict about its fields, and known to everybody else by its alias
 * alone, so that a later layout can take its place. Thread-safe.
 */
@Component
public final class Indices {
  /** An index: the alias is the name, the index behind it has the layout's version as well. */
  public enum Name {
    ALERTS("alerts", 1),
    CASES("cases", 2),
    REPORTS("reports", 2),
    DRAWS("draws", 1),
    TASKS("tasks", 1),
    CASE_FEATURES("case-features", 1),
    REQUEST_KEYS("request-keys", 1),
    REGISTER("register", 1),
    MARKS("marks", 1),
    FUNDS("funds", 1),
    NOTICES("notices", 1),
    SETTLEMENT_ROWS("settlement-rows", 1),
    CASE_EVENTS("case-events", 2, "events"),
    ALERT_EVENTS("alert-events", 2, "events"),
    REPORT_EVENTS("report-events", 2, "events"),
    USER_EVENTS("user-events", 2, "events"),
    DESK_EVENTS("desk-events", 2, "events"),
    JOURNAL_HEADS("journal-heads", 1);

    private final String alias;
    private final int layout;
    private final String resource;

    Name(String alias, int layout) {
      this(alias, layout, alias);
    }

    /** Several indices can share a layout. */
    Name(String alias, int layout, String resource) {
      this.alias = alias;
      this.layout = layout;
      this.resource = resource;
    }

    /** The alias without the installation's prefix. */
    public String alias() {
      return alias;
    }

    private String index() {
      return alias + "-v" + layout;
    }

    /** Indices of layouts before this one. */
    private List<String> earlier() {
      return IntStream.range(1, layout).mapToObj(before -> alias + "-v" + before).toList();
    }

    private InputStream layout() {
      var name = "%s-v%d.json".formatted(resource, layout);
      var layout = Indices.class.getResourceAsStream(name);
      if (layout == null) {
        throw new IllegalStateException(name + ": missing from the jar");
      }
      return layout;
    }
  }

  /** Alias of every index that was made empty and has not been filled since. */
  private static final String UNFILLED = "unfilled";

  private static final Logger LOG = LoggerFactory.getLogger(Indices.class);

  private final SearchNode node;
  private final IndexUpgrade upgrade;
  private final String prefix;
  private final Time alertsRefresh;
  private volatile boolean ready;
  private volatile boolean open;

  Indices(SearchNode node, IndexUpgrade upgrade, ElasticsearchSettings settings) {
    this.node = node;
    this.upgrade = upgrade;
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

  /**
   * Makes the indices that are missing, carries those of an older layout over, and sets how soon
   * alerts are found.
   *
   * @throws SearchUnavailableException when the node does not answer
   */
  public void ensure() {
    for (var name : Name.values()) {
      var alias = prefix + name.alias;
      var wanted = prefix + name.index();
      var behind = node.indexBehind(alias);
      if (behind.isEmpty()) {
        create(name);
      } else if (!behind.get().equals(wanted)) {
        requireEarlier(behind.get(), name);
        upgrade.run(behind.get(), wanted, name::layout);
      } else {
        upgrade.extend(wanted, name::layout);
        name.earlier().forEach(index -> upgrade.remove(prefix + index));
      }
    }
    refreshAlertsSoon();
    ready = true;
  }

  private void requireEarlier(String behind, Name name) {
    if (!name.earlier().contains(behind.substring(Math.min(prefix.length(), behind.length())))) {
      throw new IllegalStateException(
          "index %s: not of a layout that this version knows; %s and those before it are"
              .formatted(behind, prefix + name.index()));
    }
  }

  /** Takes the indices as they are: for reading what others keep. */
  public void asTheyAre() {
    ready = true;
    open = true;
  }

  /** The indices that were made empty and have not been filled since, by whichever process. */
  public Set<Name> unfilled() {
    var unfilled = EnumSet.noneOf(Name.class);
    var there = node.indicesBehind(prefix + UNFILLED);
    for (var name : Name.values()) {
      if (there.contains(prefix + name.index())) {
        unfilled.add(name);
      }
    }
    return unfilled;
  }

  /** Notes that indices hold what they must. */
  public void filled(Collection<Name> names) {
    for (var name : names) {
      var index = prefix + name.index();
      if (node.indicesBehind(prefix + UNFILLED).contains(index)) {
        node.call(
            es ->
                es.indices()
                    .updateAliases(
                        update ->
                            update.actions(
                                action ->
                                    action.remove(
                                        remove -> remove.index(index).alias(prefix + UNFILLED)))));
      }
    }
  }

  /** Notes that what was missing has been filled: people may go to work. */
  public void open() {
    open = true;
  }

  /**
   * True once the indices are there and what was missing has been filled, but for alerts and
   * settlement rows, which have topics of their own.
   */
  public boolean opened() {
    return ready && open;
  }

  /** True while missing indices are being filled: what is read now may not be all. */
  public boolean filling() {
    return ready && !open;
  }

  /** True once an index is there and holds what it must. */
  public boolean holds(Name name) {
    return opened() && !unfilled().contains(name);
  }

  /** True once all indices are there and hold what they must. */
  public boolean settled() {
    return opened() && unfilled().isEmpty();
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
    try (var layout = name.layout()) {
      node.call(
          es ->
              es.indices()
                  .create(
                      create ->
                          create
                              .withJson(layout)
                              .index(prefix + name.index())
                              .aliases(prefix + name.alias, alias -> alias.isWriteIndex(true))
                              .aliases(prefix + UNFILLED, alias -> alias.isWriteIndex(false))));
      LOG.info("index {}: made", name.index());
    } catch (RefusedException e) {
      if (!existsAlready(e)) {
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": layout", e);
    }
  }

  private static boolean existsAlready(RefusedException e) {
    return e.getCause() instanceof ElasticsearchException cause
        && "resource_already_exists_exception".equals(cause.error().type());
  }
}
