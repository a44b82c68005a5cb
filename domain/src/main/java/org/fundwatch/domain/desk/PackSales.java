package org.fundwatch.domain.desk;

import java.util.List;

/**
 * All sales and returns of one drug pack, those of reversed settlements left out.
 *
 * @param code the traceability code
 * @param sales by time, then settlement id
 */
public record PackSales(String code, List<PackSale> sales) {

  public PackSales {
    sales = List.copyOf(sales);
  }
}
