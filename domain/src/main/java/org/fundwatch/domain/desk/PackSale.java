package org.fundwatch.domain.desk;

/**
 * One sale (or return) of a drug pack.
 *
 * @param visit the settlement it was part of
 * @param messageId the message that stated it
 * @param item {@code med_list_codg}
 * @param split true where the pack was opened and sold in parts
 * @param countE4 quantity in ten-thousandths, negative for a return
 * @param soldMillis when
 * @param amountFen what the settlement charged for the item, in fen; 0 when it has no line for it
 */
public record PackSale(
    Visit visit,
    String messageId,
    String item,
    boolean split,
    long countE4,
    long soldMillis,
    long amountFen) {}
