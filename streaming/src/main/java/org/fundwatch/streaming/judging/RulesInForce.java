package org.fundwatch.streaming.judging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The rules that a desk runs, as it keeps them in broadcast state.
 *
 * <p>They are kept packed. Every part of every desk writes its copy at each checkpoint, and Flink
 * writes a text letter by letter: a bundle of two megabytes took a tenth of the job's time.
 *
 * @param bundle the text of the bundle, empty for the built-in one
 * @param publishedMillis when it was published, epoch milliseconds; 0 for the built-in one
 */
public record RulesInForce(String bundle, long publishedMillis) {

  static final RulesInForce BUILT_IN = new RulesInForce("", 0);

  private static final String CURRENT = "current";
  private static final String PUBLISHED = "published";

  /** The broadcast state: bundle and moment, each under its name. It lives as long as the job. */
  static MapStateDescriptor<String, byte[]> state() {
    return new MapStateDescriptor<>(
        "rules-packed", Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
  }

  /** What is kept, also by a release that kept it as text. */
  static RulesInForce kept(OperatorStateStore store) throws Exception {
    BroadcastState<String, byte[]> packed = store.getBroadcastState(state());
    BroadcastState<String, String> text =
        store.getBroadcastState(new MapStateDescriptor<>("rules", Types.STRING, Types.STRING));
    if (text.contains(CURRENT)) {
      long published = text.contains(PUBLISHED) ? Long.parseLong(text.get(PUBLISHED)) : 0;
      new RulesInForce(text.get(CURRENT), published).keep(packed);
      text.clear();
    }
    if (!packed.contains(CURRENT)) {
      return BUILT_IN;
    }
    return new RulesInForce(
        unpacked(packed.get(CURRENT)), ByteBuffer.wrap(packed.get(PUBLISHED)).getLong());
  }

  /** Writes them to the state. */
  void keep(BroadcastState<String, byte[]> state) throws Exception {
    state.put(CURRENT, packed(bundle));
    state.put(PUBLISHED, ByteBuffer.allocate(Long.BYTES).putLong(publishedMillis).array());
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String unpacked(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
