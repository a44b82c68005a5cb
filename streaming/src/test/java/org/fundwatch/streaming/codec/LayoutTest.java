package org.fundwatch.streaming.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.fundwatch.streaming.testing.Records;
import org.junit.jupiter.api.Test;

/** What {@link Layout} promises, shown on a record that got a field with its second layout. */
class LayoutTest {

  // By name: what stands in a savepoint is the place in these lists.
  private static final SortedMap<String, List<String>> CONSTANTS =
      new TreeMap<>(
          Map.of(
              "AlertStatus",
              List.of("OPEN", "WITHDRAWN", "SUPPRESSED"),
              "EventKind",
              List.of("SETTLED", "REVERSED", "AMENDED", "MID_STAY", "PACKS"),
              "Gender",
              List.of("UNKNOWN", "MALE", "FEMALE"),
              "Kind",
              List.of("SETTLEMENT", "ENCOUNTER", "FEE_LINE", "TRACE_CODE", "KNOWLEDGE_ROW"),
              "Outcome",
              List.of("STATISTIC", "SUSPICION", "VIOLATION"),
              "Reason",
              List.of("UNREADABLE", "INVALID", "FUTURE"),
              "State",
              List.of("RUNNING", "SWEPT", "REFUSED", "FAILED", "COUNTED", "LATE"),
              "SubjectKind",
              List.of("ENCOUNTER", "PERSON", "DOCTOR", "INSTITUTION", "TRACE_CODE"),
              "Target",
              List.of("SETTLEMENT", "MESSAGE", "ENCOUNTER", "DISCHARGE")));

  @Test
  void read_bytesOfTheFormerLayout_givesTheNewFieldItsDefault() throws IOException {
    byte[] former = bytes(new RecordSerializer<>(new Former()), new Note("住院", 7));

    Note read = new RecordSerializer<>(new Next()).deserialize(new DataInputDeserializer(former));

    assertThat(read).isEqualTo(new Note("住院", Next.UNKNOWN));
  }

  @Test
  void read_bytesOfANewerLayout_isAnErrorThatNamesBoth() throws IOException {
    byte[] next = bytes(new RecordSerializer<>(new Next()), new Note("a", 7));
    RecordSerializer<Note> former = new RecordSerializer<>(new Former());

    assertThatThrownBy(() -> former.deserialize(new DataInputDeserializer(next)))
        .isInstanceOf(IOException.class)
        .hasMessage("Note: layout 2; supported are 1 to 1");
  }

  @Test
  void snapshot_ofTheFormerLayout_isReadAsItIs() throws IOException {
    assertThat(
            new RecordSnapshot<>(new Next())
                .resolveSchemaCompatibility(written(Next.class, 1))
                .isCompatibleAsIs())
        .isTrue();
  }

  @Test
  void snapshot_ofANewerLayout_isRefused() {
    RecordSnapshot<Note> here = new RecordSnapshot<>(new Next());

    assertThatThrownBy(() -> here.resolveSchemaCompatibility(written(Next.class, 3)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("layout 3")
        .hasMessageContaining("1 to 2")
        .hasMessageContaining("build that wrote it");
  }

  @Test
  void snapshot_ofAnotherCodec_isRefused() {
    RecordSnapshot<Note> here = new RecordSnapshot<>(new Next());

    assertThatThrownBy(() -> here.resolveSchemaCompatibility(written(Former.class, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Former");
  }

  @Test
  void snapshot_ofFlinksOwnForm_isRefusedWithWhatToDo() {
    RecordSnapshot<String> here = new RecordSnapshot<>(new Text());

    assertThatThrownBy(
            () ->
                here.resolveSchemaCompatibility(StringSerializer.INSTANCE.snapshotConfiguration()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("before layout 1")
        .hasMessageContaining("empty state directory");
  }

  @Test
  void state_ofFlinksOwnForm_isRefusedByAJobThatGoesOn() throws Exception {
    var before = harness(Types.STRING);
    before.open();
    before.processElement("a", 0);
    var kept = before.snapshot(1, 1);
    before.close();
    var after = harness(new RecordType<>(new Text()));

    assertThatThrownBy(
            () -> {
              after.initializeState(kept);
              after.open();
              after.processElement("a", 0);
            })
        .hasStackTraceContaining("before layout 1");
  }

  @Test
  void constants_thatAreWritten_keepTheirPlaces() {
    SortedMap<String, List<String>> now = new TreeMap<>();
    Set<Class<?>> seen = new HashSet<>();
    Records.all().forEach(type -> constants(type.getTypeClass(), seen, now));

    assertThat(now).isEqualTo(CONSTANTS);
  }

  @Test
  void constants_ofARecordThatHasThem_areFound() {
    SortedMap<String, List<String>> now = new TreeMap<>();

    constants(Shelf.class, new HashSet<>(), now);

    assertThat(now).isEqualTo(Map.of("Colour", List.of("RED", "BLUE")));
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, String> harness(
      TypeInformation<String> type) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new Keeping(type)), text -> text, Types.STRING);
  }

  private static void constants(
      Type type, Set<Class<?>> seen, SortedMap<String, List<String>> into) {
    if (type instanceof ParameterizedType generic) {
      Stream.of(generic.getActualTypeArguments()).forEach(of -> constants(of, seen, into));
    } else if (type instanceof Class<?> plain && seen.add(plain)) {
      if (plain.isEnum()) {
        List<String> names =
            Stream.of(plain.getEnumConstants()).map(one -> ((Enum<?>) one).name()).toList();
        assertThat(into.put(plain.getSimpleName(), names)).as("two enums of one name").isNull();
      } else if (plain.isRecord()) {
        for (RecordComponent component : plain.getRecordComponents()) {
          constants(component.getGenericType(), seen, into);
        }
      }
    }
  }

  // What a build whose codec of that name wrote that layout left in its savepoints.
  private static TypeSerializerSnapshot<Note> written(Class<?> codec, int layout)
      throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    out.writeUTF(codec.getName());
    out.writeInt(layout);
    RecordSnapshot<Note> snapshot = new RecordSnapshot<>();
    snapshot.readSnapshot(
        snapshot.getCurrentVersion(),
        new DataInputDeserializer(out.getCopyOfBuffer()),
        LayoutTest.class.getClassLoader());
    return snapshot;
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  /** Keeps the last text. */
  private static final class Keeping extends KeyedProcessFunction<String, String, String> {
    private static final long serialVersionUID = 1;
    private final TypeInformation<String> type;

    Keeping(TypeInformation<String> type) {
      this.type = type;
    }

    @Override
    public void processElement(String value, Context context, Collector<String> out)
        throws Exception {
      getRuntimeContext().getState(new ValueStateDescriptor<>("last", type)).update(value);
    }
  }

  /** A record; {@code fen} came with the second layout. */
  record Note(String text, long fen) {}

  /** A record with constants below it. */
  record Shelf(List<Box> boxes) {}

  /** Another. */
  record Box(Colour colour) {}

  /** Its constants. */
  enum Colour {
    RED,
    BLUE
  }

  /** The first layout. */
  public static final class Former implements Codec<Note> {
    private static final long serialVersionUID = 1;

    @Override
    public Class<Note> type() {
      return Note.class;
    }

    @Override
    public int layout() {
      return 1;
    }

    @Override
    public void write(Note value, Sink out) {
      out.word(value.text());
    }

    @Override
    public Note read(Source in) {
      return new Note(in.word(), 0);
    }
  }

  /** The second one, written as {@link Layout} says. */
  public static final class Next implements Codec<Note> {
    private static final long serialVersionUID = 1;
    private static final long UNKNOWN = -1;

    @Override
    public Class<Note> type() {
      return Note.class;
    }

    @Override
    public int layout() {
      return 2;
    }

    @Override
    public void write(Note value, Sink out) {
      out.word(value.text());
      out.number(value.fen());
    }

    @Override
    public Note read(Source in) {
      return new Note(in.word(), in.layout() < 2 ? UNKNOWN : in.number());
    }
  }

  /** A codec of texts. */
  public static final class Text implements Codec<String> {
    private static final long serialVersionUID = 1;

    @Override
    public Class<String> type() {
      return String.class;
    }

    @Override
    public void write(String value, Sink out) {
      out.word(value);
    }

    @Override
    public String read(Source in) {
      return in.word();
    }
  }
}
