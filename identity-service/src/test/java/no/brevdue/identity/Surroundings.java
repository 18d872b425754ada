package no.brevdue.identity;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import no.brevdue.platform.testing.KafkaResource;
import no.brevdue.platform.testing.KeysResource;
import no.brevdue.platform.testing.OidcResource;
import no.brevdue.platform.testing.PostgresResource;

/** What the service stands between in every test; one run of it serves all. */
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KafkaResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OidcResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = KeysResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistersResource.class, scope = TestResourceScope.GLOBAL)
final class Surroundings {

    private Surroundings() {}
}
