package no.brevdue.local.stack;

import no.brevdue.local.home.Secrets;

import java.util.LinkedHashMap;
import java.util.Map;

/** Who somebody is at the broker. */
record KafkaLogin(String user, String password) {

    static final String MECHANISM = "SCRAM-SHA-512";
    /** May do everything; the launcher uses it to create topics and grants. */
    static final String SUPER_USER = "broker";

    static KafkaLogin of(String user, Secrets secrets) {
        return new KafkaLogin(user, secrets.password("kafka." + user));
    }

    /** What a Kafka client needs to log in. */
    Map<String, String> settings(int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", "localhost:" + port);
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", MECHANISM);
        settings.put("sasl.jaas.config", jaas());
        return settings;
    }

    String jaas() {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    @Override
    public String toString() {
        return "KafkaLogin[" + user + "]";
    }
}
