package org.fundwatch.alertapi.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which roles may use an endpoint; one of them is enough. On a controller it holds for those of its
 * methods that say nothing themselves. An endpoint without it does not start: see {@link Doors}.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {
  Role[] value();
}
