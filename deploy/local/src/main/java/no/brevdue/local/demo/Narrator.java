package no.brevdue.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Tells a story as text, each claim with the evidence behind it. Colour only where a terminal shows it. */
public final class Narrator {

    private static final String BOLD = "1";
    private static final String GREEN = "32";
    private static final String RED = "31";
    private static final String DIM = "2";

    private final PrintStream out;
    private final boolean colour;
    private int proven;

    Narrator(PrintStream out, boolean colour) {
        this.out = out;
        this.colour = colour;
    }

    /** The shell knows whether anybody watches; Java 21 cannot tell. */
    public static Narrator onStandardOutput() {
        return new Narrator(System.out, Boolean.getBoolean("brevdue.colour"));
    }

    /** Whether every claim of the story held. */
    public boolean tell(Story story) throws IOException, InterruptedException {
        try {
            story.play(this);
            end();
            return true;
        } catch (ClaimFailed failed) {
            fail(failed);
            return false;
        }
    }

    public void chapter(String title) {
        out.printf("%n%s%n", paint(BOLD, title));
    }

    public void say(String sentence) {
        out.println("  " + sentence);
    }

    /** Prints the claim with what proves it, or ends the story. */
    public void expect(String claim, boolean holds, Object evidence) {
        if (!holds) {
            throw new ClaimFailed(claim, String.valueOf(evidence));
        }
        proven++;
        out.printf("  %s %-62s %s%n", paint(GREEN, "✓"), claim, paint(DIM, shortened(String.valueOf(evidence))));
    }

    void table(String title, List<String> head, List<List<String>> rows) {
        out.println("  " + title);
        for (String line : new Table(head, rows).lines()) {
            out.println("    " + line);
        }
    }

    void end() {
        out.printf("%n%s%n", paint(GREEN, "All " + proven + " claims are proven."));
    }

    private void fail(ClaimFailed failed) {
        out.printf(
                "  %s %s%n%n%s%n",
                paint(RED, "✗"), failed.getMessage(), paint(RED, "Not proven; the story ends here."));
    }

    private String paint(String code, String text) {
        return colour ? "\033[" + code + "m" + text + "\033[0m" : text;
    }

    private static String shortened(String evidence) {
        String line = evidence.replace('\n', ' ');
        return line.length() <= 90 ? line : line.substring(0, 89) + "…";
    }
}
