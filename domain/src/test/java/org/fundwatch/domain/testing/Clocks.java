package org.fundwatch.domain.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;

/** Calls that read the wall clock behind the caller's back. */
final class Clocks {
  private Clocks() {}

  /** {@code now()} of java.time but with a Clock, and {@code System.currentTimeMillis()}. */
  static DescribedPredicate<JavaMethodCall> read() {
    return DescribedPredicate.describe("reads the wall clock", Clocks::reads);
  }

  private static boolean reads(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    if (owner.equals("java.lang.System")) {
      return call.getName().equals("currentTimeMillis");
    }
    return owner.startsWith("java.time.")
        && call.getName().equals("now")
        && call.getTarget().getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }
}
