package no.brevdue.platform.probe;

import io.vertx.ext.web.Router;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Fails below JAX-RS, as extensions of Quarkus may. */
@Singleton
class ProbeRoute {

    void add(@Observes Router router) {
        router.get("/below/400").handler(exchange -> exchange.fail(400));
        router.get("/below/404").handler(exchange -> exchange.fail(404));
        router.get("/below/500").handler(exchange -> exchange.fail(new IllegalStateException("the secret")));
    }
}
