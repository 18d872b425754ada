/** Where time comes from: business time, which tests and the development clock may move, and real time, which nobody moves. */
@NullMarked
@CheckReturnValue
package no.brevdue.platform.time;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
