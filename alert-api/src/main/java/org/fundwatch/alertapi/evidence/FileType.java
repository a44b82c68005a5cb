package org.fundwatch.alertapi.evidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a file is, told by its first bytes: names and claims of senders do not count. */
public enum FileType {
  PDF("application/pdf", "255044462d", 0),
  PNG("image/png", "89504e470d0a1a0a", 0),
  JPEG("image/jpeg", "ffd8ff", 0),
  TIFF("image/tiff", "49492a00", 0),
  /** Archives, and the office and OFD documents that are archives. */
  ZIP("application/zip", "504b0304", 0),
  MP4("video/mp4", "66747970", 4),
  TEXT("text/plain", "", 0);

  /** So many first bytes are enough to tell. */
  static final int HEAD = 4096;

  private final String mediaType;
  private final String magic;
  private final int offset;

  FileType(String mediaType, String magic, int offset) {
    this.mediaType = mediaType;
    this.magic = magic;
    this.offset = offset;
  }

  /** The media type to answer with. */
  public String mediaType() {
    return mediaType;
  }

  /** The type of a file that begins so; empty when it is none that we take. */
  static Optional<FileType> of(byte[] head) {
    return Arrays.stream(values()).filter(type -> type.fits(head)).findFirst();
  }

  private boolean fits(byte[] head) {
    if (this == TEXT) {
      return isText(head);
    }
    int end = offset + magic.length() / 2;
    return head.length >= end && HexFormat.of().formatHex(head, offset, end).equals(magic);
  }

  /** UTF-8 without control characters; a character may be cut off at the end of the head. */
  private static boolean isText(byte[] head) {
    var chars = CharBuffer.allocate(head.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(head), chars, head.length < HEAD);
    return head.length > 0
        && !result.isError()
        && chars
            .flip()
            .chars()
            .allMatch(c -> !Character.isISOControl(c) || c == '\n' || c == '\r' || c == '\t');
  }
}
