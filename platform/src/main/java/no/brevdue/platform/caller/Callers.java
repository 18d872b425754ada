package no.brevdue.platform.caller;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares who may call a resource method; repeated, any of them. On the class it holds for every method that declares
 * nothing itself.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Callers.AnyOf.class)
public @interface Callers {

    Issuer issuer();

    /** The scope the token must have; only {@link Issuer#NONE} goes without. */
    String scope() default "";

    /** The least level of login, for issuers that log people in. */
    Level level() default Level.HIGH;

    /** Holds repeated declarations. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface AnyOf {

        Callers[] value();
    }
}
