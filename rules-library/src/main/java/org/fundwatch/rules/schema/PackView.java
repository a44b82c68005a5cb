package org.fundwatch.rules.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fundwatch.domain.desk.PackSale;
import org.fundwatch.domain.desk.PackSales;

/**
 * The sales of a drug pack. A pack can be out once: a sale while it is out, without a return
 * before, is a second sale. Several messages on one settlement are one sale.
 */
public final class PackView {

  private final PackSales pack;
  private final List<PackSale> seconds;

  public PackView(PackSales pack) {
    this.pack = pack;
    this.seconds = secondSales(pack.sales());
  }

  /** The sales made while the pack was out, by time. */
  public List<PackSale> seconds() {
    return seconds;
  }

  @Described("the traceability code")
  public String code() {
    return pack.code();
  }

  @Described("med_list_codg of the first sale, empty without one")
  public String item() {
    return pack.sales().isEmpty() ? "" : pack.sales().get(0).item();
  }

  @Described("true where any sale opened the pack and sold it in parts")
  public boolean split() {
    return pack.sales().stream().anyMatch(PackSale::split);
  }

  @Described("sales made while the pack was out")
  public long secondSales() {
    return seconds.size();
  }

  @Described("institutions of all sales")
  public long institutions() {
    return pack.sales().stream().map(sale -> sale.visit().institution().code()).distinct().count();
  }

  @Described("persons of all sales")
  public long persons() {
    return pack.sales().stream().map(sale -> sale.visit().person()).distinct().count();
  }

  @Described("charged for the second sales, in fen")
  public long secondAmountFen() {
    return seconds.stream().mapToLong(PackSale::amountFen).sum();
  }

  @Described("setl_id of all sales")
  public List<String> settlements() {
    return pack.sales().stream().map(sale -> sale.visit().settlementId()).distinct().toList();
  }

  @Described("mdtrt_id of all sales")
  public List<String> encounters() {
    return pack.sales().stream().map(sale -> sale.visit().encounterId()).distinct().toList();
  }

  @Described("time of the first sale")
  public @Moment long firstSold() {
    return pack.sales().isEmpty() ? 0 : pack.sales().get(0).soldMillis();
  }

  @Described("time of the last sale")
  public @Moment long lastSold() {
    return pack.sales().isEmpty() ? 0 : pack.sales().get(pack.sales().size() - 1).soldMillis();
  }

  @Described("true for a code of one repeated or of counting digits, as typed to get past a form")
  public boolean placeholder() {
    return filler(pack.code());
  }

  /** True for a code of one repeated or of counting digits. */
  static boolean filler(String code) {
    return ofTwoSigns(code) || "01234567890123456789012345678901234567890".contains(code);
  }

  private static boolean ofTwoSigns(String code) {
    int other = -1;
    for (int i = 1; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c != code.charAt(0)) {
        if (other >= 0 && c != other) {
          return false;
        }
        other = c;
      }
    }
    return true;
  }

  // A return takes back the sale of its own settlement or, where it names another, the latest one
  // that is out.
  private static List<PackSale> secondSales(List<PackSale> sales) {
    List<PackSale> seconds = new ArrayList<>();
    Map<String, PackSale> out = new HashMap<>();
    List<String> order = new ArrayList<>();
    for (PackSale sale : sales) {
      String settlement = sale.visit().settlementId();
      if (sale.countE4() < 0) {
        String taken =
            out.containsKey(settlement) || order.isEmpty()
                ? settlement
                : order.get(order.size() - 1);
        out.remove(taken);
        order.remove(taken);
        seconds.removeIf(second -> second.visit().settlementId().equals(taken));
      } else if (!out.containsKey(settlement)) {
        if (!out.isEmpty()) {
          seconds.add(sale);
        }
        out.put(settlement, sale);
        order.add(settlement);
      }
    }
    return List.copyOf(seconds);
  }
}
