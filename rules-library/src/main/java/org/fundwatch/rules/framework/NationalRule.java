package org.fundwatch.rules.framework;

/**
 * A rule of the national framework, as its publication names it.
 *
 * @param name official name
 * @param code official code, empty where none is public
 * @param ruleClass 政策类, 管理类 or 医疗类
 * @param subclass such as 行为主体监管类
 * @param in10 whether it is one of the 79 of framework 1.0
 * @param in2025 whether it is one of the 88 of 2025
 * @param renamed what the edition of 2025 calls it, empty where the name stayed
 * @param gap why settlements do not tell
 */
public record NationalRule(
    String name,
    String code,
    String ruleClass,
    String subclass,
    boolean in10,
    boolean in2025,
    String renamed,
    Gap gap) {}
