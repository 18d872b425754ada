package no.brevdue.consent.terms;

import no.brevdue.contracts.consent.v1.TermsChange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The documents as they are written: {@code terms/<id>/versions.properties} (the day, and EDITORIAL, MATERIAL or REDUCING) and a
 * file for each version and language.
 */
final class TermsFiles {

    static final String TERMS_OF_USE = "terms-of-use";

    /** Every document there is: the terms, the privacy statement, and what each consent is about. */
    static final List<String> DOCUMENTS = List.of(
            TERMS_OF_USE,
            "privacy-statement",
            "consent-letters",
            "consent-contact",
            "consent-archive",
            "consent-newsletter");

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private TermsFiles() {}

    /** Every version of every document in every language, oldest version first, Bokmål first within it. */
    static List<TermsText> all() {
        return DOCUMENTS.stream().flatMap(document -> all(document).stream()).toList();
    }

    private static List<TermsText> all(String document) {
        Properties versions = versions(document);
        List<TermsText> all = new ArrayList<>();
        versions.stringPropertyNames().stream()
                .map(Long::parseLong)
                .sorted(Comparator.naturalOrder())
                .forEach(version -> all.addAll(texts(document, version, versions.getProperty(Long.toString(version)))));
        return List.copyOf(all);
    }

    private static List<TermsText> texts(String document, long version, String effectiveOn) {
        String[] words = effectiveOn.strip().split(" ", 2);
        Instant effectiveAt = LocalDate.parse(words[0]).atStartOfDay(OSLO).toInstant();
        TermsChange change = words.length == 1 ? TermsChange.MATERIAL : TermsChange.valueOf(words[1].strip());
        String bokmaal = text(document, version, "nb");
        String nynorsk = text(document, version, "nn");
        String english = text(document, version, "en");
        String sha256 = sha256(Map.of("nb", bokmaal, "nn", nynorsk, "en", english));
        TermsVersion of = new TermsVersion(document, version, effectiveAt, sha256, change);
        return List.of(
                new TermsText(of, "nb", bokmaal), new TermsText(of, "nn", nynorsk), new TermsText(of, "en", english));
    }

    private static Properties versions(String document) {
        Properties versions = new Properties();
        try (InputStream in = open(document + "/versions.properties")) {
            versions.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return versions;
    }

    private static String text(String document, long version, String language) {
        try (InputStream in = open(document + "/" + version + "/" + language + ".md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String name) {
        InputStream in = TermsFiles.class.getResourceAsStream("/terms/" + name);
        if (in == null) {
            throw new IllegalStateException("The terms are incomplete: " + name + " is missing");
        }
        return in;
    }

    /** Of every language, so that none can be changed alone: {@code sha256sum en.md nb.md nn.md | sha256sum}. */
    static String sha256(Map<String, String> texts) {
        return sha256(new TreeMap<>(texts)
                .entrySet().stream()
                        .map(text -> sha256(text.getValue()) + "  " + text.getKey() + ".md\n")
                        .collect(Collectors.joining()));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
