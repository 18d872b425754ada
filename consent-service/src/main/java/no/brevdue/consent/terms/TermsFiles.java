package no.brevdue.consent.terms;

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
import java.util.Properties;

/** The terms as they are written: {@code terms/<id>/versions.properties} and a file for each version and language. */
final class TermsFiles {

    static final String TERMS_OF_USE = "terms-of-use";

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private TermsFiles() {}

    /** Every version of the terms of use in every language, oldest version first, Bokmål first within it. */
    static List<TermsText> all() {
        Properties versions = versions();
        List<TermsText> all = new ArrayList<>();
        versions.stringPropertyNames().stream()
                .map(Long::parseLong)
                .sorted(Comparator.naturalOrder())
                .forEach(version -> all.addAll(texts(version, versions.getProperty(Long.toString(version)))));
        return List.copyOf(all);
    }

    private static List<TermsText> texts(long version, String effectiveOn) {
        Instant effectiveAt = LocalDate.parse(effectiveOn).atStartOfDay(OSLO).toInstant();
        String bokmaal = text(version, "nb");
        TermsVersion of = new TermsVersion(TERMS_OF_USE, version, effectiveAt, sha256(bokmaal));
        return List.of(
                new TermsText(of, "nb", bokmaal),
                new TermsText(of, "nn", text(version, "nn")),
                new TermsText(of, "en", text(version, "en")));
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream in = open("versions.properties")) {
            versions.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return versions;
    }

    private static String text(long version, String language) {
        try (InputStream in = open(version + "/" + language + ".md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream open(String name) {
        InputStream in = TermsFiles.class.getResourceAsStream("/terms/" + TERMS_OF_USE + "/" + name);
        if (in == null) {
            throw new IllegalStateException("The terms are incomplete: " + name + " is missing");
        }
        return in;
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
