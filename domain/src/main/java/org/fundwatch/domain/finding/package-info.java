/** What a rule or model says about a subject, with the evidence frozen. */
@NullMarked
package org.fundwatch.domain.finding;

import org.jspecify.annotations.NullMarked;
