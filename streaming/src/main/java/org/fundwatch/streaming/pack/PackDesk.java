package org.fundwatch.streaming.pack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;
import org.fundwatch.domain.desk.PackSale;
import org.fundwatch.domain.desk.PackSales;
import org.fundwatch.domain.finding.Cause;
import org.fundwatch.domain.finding.Finding;
import org.fundwatch.domain.finding.FindingChange;
import org.fundwatch.streaming.judging.Differences;
import org.fundwatch.streaming.judging.Judge;
import org.fundwatch.streaming.judging.RuleDesk;
import org.fundwatch.streaming.judging.SubjectChanges;
import org.fundwatch.streaming.judging.Switch;

/** Keeps the standing sales and returns of one drug pack and judges them together. */
public final class PackDesk extends RuleDesk<PackChange> {

  private static final long serialVersionUID = 1;
  private static final String STATE = "pack";
  private static final Comparator<PackSale> ORDER =
      Comparator.comparingLong(PackSale::soldMillis)
          .thenComparing(sale -> sale.visit().settlementId())
          .thenComparing(PackSale::messageId)
          .thenComparing(PackSale::item)
          // What is sold and taken back in one second is taken back last.
          .thenComparing(PackSale::countE4, Comparator.reverseOrder())
          .thenComparing(PackSale::split)
          .thenComparing(sale -> sale.visit().person());

  // Ends by time to live, the retention after it was last written.
  private transient ValueState<PackState> pack;

  /**
   * @param maker makes the judge
   * @param retention how long a pack is remembered after its last sale or return
   */
  public PackDesk(Judge.Maker maker, Duration retention) {
    super("pack", maker, retention);
  }

  @Override
  public void open(OpenContext context) throws Exception {
    super.open(context);
    var descriptor = new ValueStateDescriptor<>(STATE, PackStateCodec.TYPE);
    descriptor.enableTimeToLive(timeToLive());
    pack = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(
      PackChange change, ReadOnlyContext context, Collector<SubjectChanges> out) throws Exception {
    judged(change.cause().sentMillis(), context.currentProcessingTime());
    PackState known = pack.value();
    PackState before = known == null ? PackState.EMPTY : known;
    if (!before.sales().containsAll(change.gone())) {
      tooLate();
    }
    List<PackSale> sales = new ArrayList<>(before.sales());
    sales.removeAll(change.gone());
    // A person desk that has forgotten an old settlement tells of it again when it is sent again.
    sales.removeAll(change.come());
    sales.addAll(change.come());
    sales.sort(ORDER);

    SortedMap<String, Finding> said = judged(change.code(), sales, before);
    pack.update(new PackState(PackState.SCHEMA, sales, List.copyOf(said.values())));
    emit(changes(before, sales, said, change.cause()), context, out);
  }

  @Override
  protected String stateOfAllKeys() {
    return STATE;
  }

  @Override
  protected List<FindingChange> judgeAgain(String code, Switch since, long nowMillis)
      throws Exception {
    PackState known = pack.value();
    if (known == null) {
      return List.of();
    }
    SortedMap<String, Finding> said = judged(code, known.sales(), known);
    List<FindingChange> changes = changes(known, known.sales(), said, since.cause());
    if (!changes.isEmpty()) {
      pack.update(new PackState(PackState.SCHEMA, known.sales(), List.copyOf(said.values())));
    }
    return changes;
  }

  private List<FindingChange> changes(
      PackState before, List<PackSale> sales, SortedMap<String, Finding> said, Cause cause) {
    SortedMap<String, Finding> saidBefore = Differences.byId(before.said());
    List<FindingChange> changes = Differences.between(saidBefore, said, cause);
    if (!changes.isEmpty()) {
      Map<String, String> persons = new HashMap<>();
      sales.forEach(sale -> persons.put(sale.visit().settlementId(), sale.visit().person()));
      askForRows(changes, saidBefore, persons::get);
    }
    return changes;
  }

  private SortedMap<String, Finding> judged(String code, List<PackSale> sales, PackState before) {
    SortedMap<String, Finding> saidBefore = Differences.byId(before.said());
    SortedMap<String, Finding> said = new TreeMap<>();
    for (Finding finding : judge().pack(new PackSales(code, sales))) {
      said.putIfAbsent(finding.id(), Differences.carried(saidBefore, finding));
    }
    return said;
  }
}
