package org.fundwatch.domain.json;

import org.fundwatch.domain.code.CodeSystem;

/** The field types of the national interface by its own notation. */
final class Types {

  static final FieldType MONEY = new FieldType.Decimal(2);
  static final FieldType COUNT = new FieldType.Decimal(4);
  static final FieldType PRICE = new FieldType.Decimal(6);
  static final FieldType DAYS2 = new FieldType.Decimal(2);
  static final FieldType DAY = new FieldType.Day();
  static final FieldType MOMENT = new FieldType.Moment();
  static final FieldType FLAG = new FieldType.Flag();
  static final FieldType SPAN = new FieldType.Span();
  static final FieldType N3 = new FieldType.Whole(0, 9999);
  static final FieldType C6 = new FieldType.Text(6);
  static final FieldType C30 = new FieldType.Text(30);
  static final FieldType C40 = new FieldType.Text(40);
  static final FieldType C50 = new FieldType.Text(50);
  static final FieldType C150 = new FieldType.Text(150);
  static final FieldType C200 = new FieldType.Text(200);
  static final FieldType REGION = new FieldType.Code(CodeSystem.REGION, 6);
  static final FieldType INSTITUTION = new FieldType.Code(CodeSystem.INSTITUTION, 12);
  static final FieldType DOCTOR = new FieldType.Code(CodeSystem.DOCTOR, 30);
  static final FieldType ITEM = new FieldType.Code(CodeSystem.ITEM, 50);
  static final FieldType DIAGNOSIS = new FieldType.Code(CodeSystem.DIAGNOSIS, 20);
  static final FieldType OPERATION = new FieldType.Code(CodeSystem.OPERATION, 30);
  static final FieldType TRACE_CODE = new FieldType.Code(CodeSystem.TRACE_CODE, 100);

  private Types() {}
}
