/** Transactions. A request runs under the request role, which sees only the rows of its caller; background work runs under the worker role. Whoever needs a transaction takes a {@link no.brevdue.platform.database.Transaction} as an argument, so that nothing can be written outside one. */
@NullMarked
@CheckReturnValue
package no.brevdue.platform.database;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
