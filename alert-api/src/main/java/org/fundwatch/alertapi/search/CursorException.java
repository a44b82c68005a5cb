package org.fundwatch.alertapi.search;

/** A cursor that cannot be followed. */
public final class CursorException extends RuntimeException {
  private final boolean expired;

  private CursorException(boolean expired, String message) {
    super(message);
    this.expired = expired;
  }

  static CursorException unreadable() {
    return new CursorException(
        false, "cursor: not one of ours; take nextCursor of the page before as it is");
  }

  static CursorException foreign() {
    return new CursorException(
        false, "cursor: made for other filters or another order; repeat those of the first page");
  }

  static CursorException lost() {
    return new CursorException(
        true, "cursor: expired; begin again with the first page (without cursor)");
  }

  /** True for a cursor that was good once. */
  public boolean expired() {
    return expired;
  }
}
