package org.fundwatch.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * Keeps the console quiet: our own warnings, and of the libraries nothing. What they have to say is
 * in the log file, and what matters of it our own code says in a sentence.
 */
public final class ConsoleFilter extends Filter<ILoggingEvent> {

  @Override
  public FilterReply decide(ILoggingEvent event) {
    boolean ours = event.getLoggerName().startsWith("org.fundwatch.");
    return ours && event.getLevel().isGreaterOrEqual(Level.WARN)
        ? FilterReply.NEUTRAL
        : FilterReply.DENY;
  }
}
