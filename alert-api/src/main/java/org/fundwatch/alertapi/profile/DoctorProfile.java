package org.fundwatch.alertapi.profile;

import java.util.List;
import org.fundwatch.alertapi.credit.CreditReport;
import org.fundwatch.alertapi.points.PointsAccount;

/**
 * A doctor, as far as the asker's regions show them. The money of cases is the institutions' and is
 * not laid at a doctor's door; what is theirs is decided as points.
 *
 * @param institutions where alerts name them, most first
 * @param findings what alerts say; suspected and confirmed apart
 * @param peers their place among the doctors of the first of the institutions
 * @param cases that alerts naming them are in: of which nothing follows for them by itself
 * @param points of this year
 * @param credit score and grade
 */
public record DoctorProfile(
    String code,
    List<String> institutions,
    Findings findings,
    PeerPlace peers,
    List<CaseLine> cases,
    PointsAccount points,
    CreditReport credit) {}
