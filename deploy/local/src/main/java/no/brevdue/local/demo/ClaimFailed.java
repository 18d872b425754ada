package no.brevdue.local.demo;

/** A claim of a story did not hold; the story ends here. */
final class ClaimFailed extends RuntimeException {

    ClaimFailed(String claim, String evidence) {
        super(claim + "\n      found: " + evidence);
    }
}
