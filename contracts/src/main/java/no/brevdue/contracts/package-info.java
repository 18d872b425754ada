/** The language the services speak: one record, one JSON Schema and one example for each fact. Depends on nothing. */
@NullMarked
package no.brevdue.contracts;

import org.jspecify.annotations.NullMarked;
