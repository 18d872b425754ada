/**
 * What a local stack keeps on this machine between runs: its directory, its passwords, its ports, and who is running.
 */
@NullMarked
@CheckReturnValue
package no.brevdue.local.home;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
