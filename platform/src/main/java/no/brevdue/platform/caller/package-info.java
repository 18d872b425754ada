/**
 * Who is calling, and whether they may. Every resource method says with {@link no.brevdue.platform.caller.Callers}
 * which issuer vouches for its callers, which scope they need and, for people, how strongly they must have logged in.
 * The issuer alone decides what kind of caller somebody is; a token with an identity number is not yet a person. What
 * declares nobody admits nobody.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.platform.caller;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
