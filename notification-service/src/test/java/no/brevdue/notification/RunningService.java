package no.brevdue.notification;

import io.quarkus.test.common.QuarkusTestResource;
import no.brevdue.platform.testing.KafkaResource;
import no.brevdue.platform.testing.KeysResource;
import no.brevdue.platform.testing.OidcResource;
import no.brevdue.platform.testing.PostgresResource;

/** What the service needs around it; all its tests share one of each. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(OidcResource.class)
@QuarkusTestResource(KeysResource.class)
@QuarkusTestResource(IdentityStandIn.class)
@QuarkusTestResource(MailSink.class)
final class RunningService {}
