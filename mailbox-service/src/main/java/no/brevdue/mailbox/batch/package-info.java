/** Many letters in one request, each of them accepted or refused by itself. */
@NullMarked
@CheckReturnValue
package no.brevdue.mailbox.batch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
