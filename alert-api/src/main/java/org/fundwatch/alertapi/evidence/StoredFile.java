package org.fundwatch.alertapi.evidence;

/**
 * A file that is kept.
 *
 * @param sha256 of its bytes in hexadecimal; the name it is kept under
 * @param sm3 of its bytes in hexadecimal (GB/T 32905)
 * @param size in bytes
 * @param type what it is
 */
public record StoredFile(String sha256, String sm3, long size, FileType type) {}
