/**
 * What a caller is told when something cannot be done: a stable code, a documented type and the place in the request
 * that is to blame (RFC 9457). Features name the problem; only this package knows which HTTP answer it becomes. No
 * answer repeats a value from the request or the name of an exception.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.platform.problem;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
