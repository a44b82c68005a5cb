package org.fundwatch.alertapi.alert;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Texts as the filters of the alert list: the search node is asked in JSON of ours alone. */
public final class SearchFuzz {
  private static final JacksonJsonpMapper JSONP = new JacksonJsonpMapper();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Query ALL = Query.of(q -> q.matchAll(all -> all));

  private SearchFuzz() {}

  /** The request is JSON, whatever the text holds. */
  public static void fuzzerTestOneInput(byte[] data) {
    var text = new String(data, StandardCharsets.UTF_8);
    var query =
        AlertQuery.OPEN
            .with("text", text)
            .with("person", text)
            .with("doctor", text)
            .with("caseId", text)
            .with("rule", List.of(text))
            .with("family", List.of(text))
            .with("institution", List.of(text))
            .with("assignee", List.of(text))
            .with("label", List.of(text));
    var entries = new SearchRequest.Builder().index("alerts");
    AlertRequests.entries(entries, query, ALL, AlertOrder.PRIORITY, false);
    requireJson(entries.build());
    requireJson(AlertRequests.counts("alerts", query, ALL));
    query.masked();
    query.people();
  }

  private static void requireJson(SearchRequest request) {
    var text = new StringWriter();
    try (var generator = JSONP.jsonProvider().createGenerator(text)) {
      request.serialize(generator, JSONP);
    }
    try {
      JSON.readTree(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(text.toString(), e);
    }
  }
}
