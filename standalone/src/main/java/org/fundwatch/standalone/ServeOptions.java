package org.fundwatch.standalone;

import picocli.CommandLine.Option;

/** Options of the commands that start the services. */
final class ServeOptions {

  static final String FRESH_INDICES = "--fresh-indices";
  static final String UNANNOUNCED = "--unannounced";

  @Option(
      names = "--fresh",
      description = "Begin anew: removes topics, state, indices, users and the demo's month.")
  boolean fresh;

  @Option(
      names = "--new-password",
      description = "Draw and print a new password of the user inspector.")
  boolean newPassword;

  /** What {@code up} has begun anew before it starts the services behind it. */
  @Option(names = FRESH_INDICES, hidden = true)
  boolean freshIndices;

  /** {@code up} says itself where to look and how to come in. */
  @Option(names = UNANNOUNCED, hidden = true)
  boolean unannounced;
}
