package org.fundwatch.alertapi.journal;

import java.util.Map;
import org.fundwatch.alertapi.search.Indices;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Another instance of the service that dies after each of its entries: nothing is projected, and
 * nothing else follows from it but by the relay.
 */
public final class DyingWriter implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  /** One on the servers of a running service. */
  public DyingWriter(Map<String, String> settings) {
    context = JournalTool.context(settings, JournalTool.Parts.class);
    context.getBean(Indices.class).asTheyAre();
  }

  /** Writes an entry of a case, and dies. */
  public void append(String caseId, int after, String type, Object body, String by) {
    context.getBean(Journal.class).append(new StreamId(Kind.CASE, caseId), after, type, body, by);
  }

  @Override
  public void close() {
    context.close();
  }
}
