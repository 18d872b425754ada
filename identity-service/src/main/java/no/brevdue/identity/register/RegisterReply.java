package no.brevdue.identity.register;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.Optional;

/** An answer of a register, whatever its status. */
public final class RegisterReply {

    private final String register;
    private final HttpResponse<byte[]> answer;

    RegisterReply(String register, HttpResponse<byte[]> answer) {
        this.register = register;
        this.answer = answer;
    }

    public int status() {
        return answer.statusCode();
    }

    public Optional<String> header(String name) {
        return answer.headers().firstValue(name);
    }

    /**
     * The body.
     *
     * @throws RegisterUnavailableException if it is no JSON
     */
    public JsonNode json() {
        return RegisterHttp.json(register, answer.body());
    }
}
