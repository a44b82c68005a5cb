package org.fundwatch.alertapi.search;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.add_block.IndicesBlockOptions;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.json.JsonData;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Carries the documents of an index over into one with another layout, while others read and write
 * by the alias. The node's own reindexing is a module that not every node has.
 *
 * <p>Documents are copied with their versions, then, again and again, those that were written
 * since, until few are left. Then writes to the old index are blocked, the last few are copied, and
 * the alias moves in one step. A write that meets the block waits for the alias, see {@link
 * SearchNode}; a conditional write to what was read from the old index is a conflict, and read
 * anew. Reads never wait: pages that are being turned go on in the old index, which stays, blocked,
 * until the next start.
 */
@Component
class IndexUpgrade {
  private static final Logger LOG = LoggerFactory.getLogger(IndexUpgrade.class);
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final int CONFLICT = 409;
  private static final int FEW = 500;

  private final SearchNode node;
  private final Scan scan;

  IndexUpgrade(SearchNode node, Scan scan) {
    this.node = node;
    this.scan = scan;
  }

  /**
   * Carries over. May be repeated when it was broken off, also by another process.
   *
   * @param from the index behind the alias
   * @param to the index that is to be there, made when missing
   * @param layout of the new index
   * @throws IllegalStateException when a document does not fit into the new layout
   */
  void run(String from, String to, Supplier<InputStream> layout) {
    LOG.info("index {}: its documents go over to {}", from, to);
    create(to, layout);
    long copied = -1;
    long written = Long.MAX_VALUE;
    long before;
    do {
      before = written;
      long since = copied;
      copied = copy(from, to, since);
      written = copied - since;
      // Writers who are as fast as the copy would never let it end: they wait a little longer.
    } while (written > FEW && written < before / 2);
    node.call(es -> es.indices().addBlock(add -> add.index(from).block(IndicesBlockOptions.Write)));
    copy(from, to, copied);
    removeDeleted(from, to);
    node.refresh(to);
    move(from, to);
    LOG.info("index {}: in place of {}", to, from);
  }

  /**
   * Gives an index the fields of its layout that it lacks.
   *
   * @throws IllegalStateException when the layout is another in what is there already
   */
  void extend(String index, Supplier<InputStream> layout) {
    try (var json = layout.get()) {
      var mappings = JSON.readTree(json).get("mappings").toString();
      node.call(
          es ->
              es.indices()
                  .putMapping(put -> put.index(index).withJson(new StringReader(mappings))));
    } catch (IOException e) {
      throw new UncheckedIOException(index + ": layout", e);
    }
  }

  /** Removes an index whose documents have been carried over. */
  void remove(String index) {
    if (node.call(es -> es.indices().exists(exists -> exists.index(index))).value()) {
      node.call(es -> es.indices().delete(delete -> delete.index(index)));
      LOG.info("index {}: removed, its documents have been carried over", index);
    }
  }

  private void create(String to, Supplier<InputStream> layout) {
    if (node.call(es -> es.indices().exists(exists -> exists.index(to))).value()) {
      return;
    }
    try (var json = layout.get()) {
      node.call(es -> es.indices().create(create -> create.withJson(json).index(to)));
    } catch (IOException e) {
      throw new UncheckedIOException(to + ": layout", e);
    }
  }

  /**
   * Copies what was written after a certain write.
   *
   * @return number of the last write that was copied
   */
  private long copy(String from, String to, long after) {
    long[] last = {after};
    scan.pages(
        from,
        request ->
            request
                .query(writtenAfter(after))
                .sort(sort -> sort.field(field -> field.field("_seq_no")))
                .seqNoPrimaryTerm(true)
                .version(true),
        JsonData.class,
        page -> {
          store(to, page);
          last[0] = Objects.requireNonNull(page.get(page.size() - 1).seqNo());
        });
    return last[0];
  }

  private static Query writtenAfter(long number) {
    return Query.of(
        q -> q.range(range -> range.untyped(any -> any.field("_seq_no").gt(JsonData.of(number)))));
  }

  private void store(String to, List<Hit<JsonData>> page) {
    var operations =
        page.stream()
            .map(
                hit ->
                    BulkOperation.of(
                        operation ->
                            operation.index(
                                put ->
                                    put.id(hit.id())
                                        .document(Objects.requireNonNull(hit.source()))
                                        .version(Objects.requireNonNull(hit.version()))
                                        .versionType(VersionType.External))))
            .toList();
    for (var item : node.bulk(BulkRequest.of(b -> b.index(to).operations(operations))).items()) {
      // A conflict: that version or a later one was copied before.
      if (item.error() != null && item.status() != CONFLICT) {
        if (item.status() == 400) {
          throw new IllegalStateException(
              "index %s: document %s does not fit (%s)"
                  .formatted(to, item.id(), item.error().type()));
        }
        throw new SearchUnavailableException("search node: status " + item.status(), null);
      }
    }
  }

  /** A deletion leaves nothing to copy. */
  private void removeDeleted(String from, String to) {
    node.refresh(to);
    if (count(from) == count(to)) {
      return;
    }
    scanIds(
        to,
        ids -> {
          var gone = new HashSet<>(ids);
          gone.removeAll(there(from, ids));
          gone.forEach(id -> node.delete(to, id));
        });
  }

  private Set<String> there(String index, List<String> ids) {
    return node.getAll(index, ids, JsonData.class, List.of("_none")).keySet();
  }

  private void scanIds(String index, Consumer<List<String>> ids) {
    scan.pages(
        index,
        request ->
            request
                .sort(sort -> sort.field(field -> field.field("_seq_no")))
                .source(source -> source.fetch(false)),
        JsonData.class,
        page -> ids.accept(page.stream().map(hit -> Objects.requireNonNull(hit.id())).toList()));
  }

  private long count(String index) {
    return node.call(es -> es.count(count -> count.index(index))).count();
  }

  /** All aliases at once. */
  private void move(String from, String to) {
    var actions = new ArrayList<Action>();
    var aliases =
        Objects.requireNonNull(
                node.call(es -> es.indices().getAlias(get -> get.index(from))).result().get(from))
            .aliases();
    if (aliases.isEmpty()) {
      return; // another process was faster
    }
    aliases.forEach(
        (name, alias) -> {
          actions.add(Action.of(a -> a.remove(remove -> remove.index(from).alias(name))));
          actions.add(
              Action.of(
                  a -> a.add(add -> add.index(to).alias(name).isWriteIndex(alias.isWriteIndex()))));
        });
    node.call(es -> es.indices().updateAliases(update -> update.actions(actions)));
  }
}
