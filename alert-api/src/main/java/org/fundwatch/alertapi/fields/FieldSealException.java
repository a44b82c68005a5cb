package org.fundwatch.alertapi.fields;

/** An encrypted field that cannot be decrypted. */
public final class FieldSealException extends RuntimeException {
  FieldSealException(String message) {
    super(message);
  }
}
