package org.fundwatch.standalone.config;

/** A setting that is not allowed: the message says where, what was found and what is allowed. */
public final class SettingsException extends Exception {

  SettingsException(String where, String found, String allowed) {
    super(where + ": " + found + "; " + allowed);
  }
}
