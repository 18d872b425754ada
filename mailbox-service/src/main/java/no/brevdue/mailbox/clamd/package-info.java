/** The malware scanner: bytes go in, a verdict comes out, and whatever is no verdict is a failure. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.clamd;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
