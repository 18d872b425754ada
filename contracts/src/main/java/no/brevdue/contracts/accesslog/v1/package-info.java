/** What audit-service says about its copy of people's decisions. */
@NullMarked
package no.brevdue.contracts.accesslog.v1;

import org.jspecify.annotations.NullMarked;
