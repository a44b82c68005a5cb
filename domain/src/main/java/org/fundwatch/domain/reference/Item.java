package org.fundwatch.domain.reference;

import java.util.Set;

/**
 * A drug, service or consumable. The codes have the shape of national codes; names, prices and tags
 * are ours.
 *
 * @param code {@code med_list_codg}
 * @param name Chinese name
 * @param english English name
 * @param category {@code med_chrgitm_type}
 * @param payClass {@code chrgitm_lv}: 01 A, 02 B
 * @param priceFen price of one unit in fen
 * @param unit unit of the count, such as 日 (day), 小时 (hour), 次 (time), 盒 (box)
 * @param route of a drug: oral, iv, injection, inhaled; else empty
 * @param supplyDays days that one unit lasts at the usual dose, 0 where that has no meaning
 * @param limits whom it can be given to
 * @param tags what it is for, such as {@code exam}, {@code lab}, {@code chemo}, {@code chronic}
 * @param includes codes of the items whose work is part of this one's, so that charging both for
 *     one service charges twice
 */
public record Item(
    String code,
    String name,
    String english,
    String category,
    String payClass,
    long priceFen,
    String unit,
    String route,
    int supplyDays,
    Limits limits,
    Set<String> tags,
    Set<String> includes) {

  public Item {
    tags = Set.copyOf(tags);
    includes = Set.copyOf(includes);
  }

  /** True for a western drug (09) or a Chinese patent drug (11), which come in coded packs. */
  public boolean packedDrug() {
    return category.equals("09") || category.equals("11");
  }
}
