/**
 * A fresh login before something sensitive: we send the person to ID-porten ourselves, check there what came back, and hand the
 * browser that logged in a handle which is good once, for that person and that operation.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.identity.stepup;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
