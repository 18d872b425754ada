package no.brevdue.platform.probe;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Forgot to say who may call. */
@Path("/undeclared")
public class UndeclaredResource {

    @GET
    public String secret() {
        return "secret";
    }
}
