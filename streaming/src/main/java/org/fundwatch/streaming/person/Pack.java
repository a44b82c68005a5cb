package org.fundwatch.streaming.person;

import org.fundwatch.domain.settlement.TraceCode;

/**
 * A drug pack of a settlement.
 *
 * @param trace its code and what was done with it
 * @param amountFen what the settlement charged for the item, in fen; 0 when it has no line for it
 */
public record Pack(TraceCode trace, long amountFen) {}
