/** Verifying a consent receipt without any service: the file, the key, and the JDK. */
@NullMarked
package no.brevdue.local.receipt;

import org.jspecify.annotations.NullMarked;
