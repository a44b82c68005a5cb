package org.fundwatch.streaming.codec;

/**
 * The version of the layout of all records on the wire and in state. Every stored value begins with
 * the layout it was written in, so a new layout needs no rewriting of state: old values are read as
 * they are until they are next written.
 *
 * <p>To add a field: append it where the record is written, and where it is read ask {@code
 * in.layout()}, giving values from before a default. Raise {@link #CURRENT} by one first, and keep
 * a savepoint of the new layout beside those of all before in {@code
 * src/test/resources/savepoints}; {@code SavepointIT} says how, and goes on from each of them in
 * every build. A field is never removed from an old layout: read it and drop it. Constants of an
 * enum are only ever appended.
 */
public final class Layout {

  /** Written by this code. 1: the first one. */
  public static final int CURRENT = 1;

  private Layout() {}
}
