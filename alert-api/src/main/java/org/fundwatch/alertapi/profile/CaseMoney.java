package org.fundwatch.alertapi.profile;

import java.util.List;

/**
 * Money of an institution's own cases, from their ledgers, in fen.
 *
 * @param cases whose money is summed
 * @param sharedCases with other institutions: their money is left out
 */
public record CaseMoney(
    int cases,
    int sharedCases,
    long verifiedFen,
    long recoveredFen,
    long fineFen,
    long finePaidFen) {

  static CaseMoney of(List<CaseLine> lines) {
    var own = lines.stream().filter(line -> !line.shared()).toList();
    return new CaseMoney(
        own.size(),
        lines.size() - own.size(),
        own.stream().mapToLong(CaseLine::verifiedFen).sum(),
        own.stream().mapToLong(CaseLine::recoveredFen).sum(),
        own.stream().mapToLong(CaseLine::fineFen).sum(),
        own.stream().mapToLong(CaseLine::finePaidFen).sum());
  }
}
