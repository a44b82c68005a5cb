package org.fundwatch.alertapi.signin;

/**
 * A wrong password was given. Never holds what was typed: who types the password into the field of
 * the name would give it away, too.
 *
 * @param user a user that there is; empty for any other name
 * @param address where it came from
 * @param failures in a row for that name at that address
 * @param waitMillis until the next is tried, 0 for at once
 */
public record SignInFailed(String user, String address, int failures, long waitMillis) {}
