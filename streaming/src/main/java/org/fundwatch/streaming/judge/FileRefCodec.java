package org.fundwatch.streaming.judge;

import org.fundwatch.streaming.codec.Codec;
import org.fundwatch.streaming.codec.RecordType;
import org.fundwatch.streaming.codec.Sink;
import org.fundwatch.streaming.codec.Source;

/** The layout of a file to judge. */
public final class FileRefCodec implements Codec<FileRef> {

  /** The record as Flink sees it. */
  public static final RecordType<FileRef> TYPE = new RecordType<>(new FileRefCodec());

  private static final long serialVersionUID = 1;

  @Override
  public Class<FileRef> type() {
    return FileRef.class;
  }

  @Override
  public void write(FileRef value, Sink out) {
    out.number(value.number());
    out.text(value.name());
    out.text(value.path());
  }

  @Override
  public FileRef read(Source in) {
    return new FileRef(in.smallNumber(), in.text(), in.text());
  }
}
