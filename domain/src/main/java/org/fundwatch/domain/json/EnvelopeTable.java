package org.fundwatch.domain.json;

import java.util.List;

/** The event itself: the envelope of a national transaction around its objects. */
final class EnvelopeTable {

  static final FieldTable TABLE =
      new FieldTable(
          "",
          List.of(
              Field.required("infno", Types.C6, "交易编号: transaction, decides the kind"),
              Field.required("msgid", Types.C30, "发送方报文ID: messageId"),
              Field.required("inf_time", Types.MOMENT, "交易时间: sentMillis"),
              Field.optional("omsgid", Types.C30, "原发送方报文ID, 2601 冲正: reversesMessageId")));

  static final int INFNO = TABLE.require("infno");
  static final int MSGID = TABLE.require("msgid");
  static final int INF_TIME = TABLE.require("inf_time");
  static final int OMSGID = TABLE.require("omsgid");

  private EnvelopeTable() {}
}
