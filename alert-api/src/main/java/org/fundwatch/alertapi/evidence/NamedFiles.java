package org.fundwatch.alertapi.evidence;

import java.util.Set;

/** Who knows which files are named. */
public interface NamedFiles {
  /** False while that cannot be told for certain: then nothing is removed. */
  boolean known();

  /** Takes the SHA-256 of files that are named out of a set. */
  void dropNamed(Set<String> sha256);
}
