package no.brevdue.mailbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import no.brevdue.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import jakarta.annotation.Generated;

import static no.brevdue.mailbox.Mail.CLINIC;
import static org.assertj.core.api.Assertions.assertThat;

/** The documented API is enough to write a clinic's system: a client generated from it by openapi-generator works. */
@QuarkusTest
class GeneratedClientTest {

    private static final Path GENERATED = Path.of("target/generated-client/src/main/java");
    private static final Path OWN = Path.of("src/test/resources/client/Clinic.java");
    private static final List<Class<?>> NEEDED =
            List.of(ObjectMapper.class, JsonFactory.class, JsonProperty.class, JavaTimeModule.class, Generated.class);

    private final People people;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set before each test
    URL service;

    GeneratedClientTest(People people) {
        this.people = people;
    }

    @Test
    @SuppressWarnings("unchecked") // the client is not there when this is compiled
    void aGeneratedClientSendsALetterAndFollowsIt() throws Exception {
        String token = Tokens.clientSystem(CLINIC, "brevdue:letters.write brevdue:letters.read")
                .sign();
        String number = people.registered(People.ADULT).value();
        List<String> steps;
        try (URLClassLoader client = new URLClassLoader(
                new URL[] {compiled().toUri().toURL()}, getClass().getClassLoader())) {
            steps = (List<String>) client.loadClass("no.brevdue.client.Clinic")
                    .getMethod("sendAndFollow", String.class, String.class, String.class)
                    .invoke(null, service.toString().replaceAll("/$", ""), token, number);
        }

        assertThat(steps).contains("delivery-published");
    }

    private static Path compiled() throws IOException, URISyntaxException {
        Path classes = Files.createDirectories(Path.of("target/generated-client/classes"));
        List<Path> sources = new ArrayList<>(List.of(OWN));
        try (Stream<Path> generated = Files.walk(GENERATED)) {
            generated.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean good = compiler.getTask(
                            complaints,
                            files,
                            null,
                            List.of("-nowarn", "-proc:none", "-d", classes.toString(), "-cp", classPath()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(good).as(complaints.toString()).isTrue();
        }
        return classes;
    }

    private static String classPath() throws URISyntaxException {
        List<String> jars = new ArrayList<>();
        for (Class<?> needed : NEEDED) {
            URI jar = needed.getProtectionDomain().getCodeSource().getLocation().toURI();
            jars.add(Path.of(jar).toString());
        }
        return jars.stream().distinct().collect(Collectors.joining(java.io.File.pathSeparator));
    }
}
