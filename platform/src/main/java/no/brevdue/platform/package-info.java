/** Mechanism that three or more services share, and no policy: each package below is one mechanism, and knows no service. */
@NullMarked
package no.brevdue.platform;

import org.jspecify.annotations.NullMarked;
