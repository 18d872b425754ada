package no.brevdue.mailbox;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import no.brevdue.mailbox.clamd.Scanner;
import no.brevdue.mailbox.print.PrintingHouse;
import no.brevdue.platform.testing.KafkaResource;
import no.brevdue.platform.testing.KeysResource;
import no.brevdue.platform.testing.OidcResource;
import no.brevdue.platform.testing.PostgresResource;

/** What the running service needs around it; once for all tests, because the scope is global. */
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OidcResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Scanner.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PrintingHouse.class, scope = TestResourceScope.GLOBAL)
final class Parts {

    private Parts() {}
}
