package org.fundwatch.standalone;

/** What a command answers to the shell. */
final class ExitCode {

  /** Done. */
  static final int OK = 0;

  /** Could not be done; one line on standard error says why. */
  static final int FAILED = 1;

  /** Called wrongly. */
  static final int USAGE = 2;

  /** Done, but rows were refused. */
  static final int REFUSED_ROWS = 3;

  /** Stopped by Ctrl-C or a signal; a second run goes on. */
  static final int STOPPED = 130;

  private ExitCode() {}
}
