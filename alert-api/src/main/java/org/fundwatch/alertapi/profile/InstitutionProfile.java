package org.fundwatch.alertapi.profile;

import java.util.List;
import org.fundwatch.alertapi.credit.CreditReport;

/**
 * An institution, as far as the asker's regions show it.
 *
 * @param level as in the settlements, empty where there is none
 * @param region administrative division
 * @param findings what alerts say; suspected and confirmed apart
 * @param money what cases have verified and brought back; nothing of it is mere suspicion
 * @param peers its place among those alike
 * @param cases the last changed first, {@value ProfileSearch#MOST_CASES} at most
 * @param points approved points of this year of doctors for what happened here
 * @param credit score and grade
 */
public record InstitutionProfile(
    String code,
    String name,
    String level,
    String region,
    Findings findings,
    CaseMoney money,
    PeerPlace peers,
    List<CaseLine> cases,
    long points,
    CreditReport credit) {}
