/** A tiny service with an address for everything that can go wrong before a feature sees a request. */
@NullMarked
package no.brevdue.platform.probe;

import org.jspecify.annotations.NullMarked;
