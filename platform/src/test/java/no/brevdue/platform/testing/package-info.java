/** Real parts for tests: PostgreSQL, a Kafka broker, a clock that is set, and hands to publish and read facts with. */
@NullMarked
package no.brevdue.platform.testing;

import org.jspecify.annotations.NullMarked;
