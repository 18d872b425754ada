package no.brevdue.mailbox.inbox;

import no.brevdue.contracts.identity.v1.Language;

/** The title every letter has in a list. It says that there is a letter, and nothing about it. */
final class NeutralTitle {

    private NeutralTitle() {}

    static String in(Language language) {
        return switch (language) {
            case NB -> "Du har fått et brev";
            case NN -> "Du har fått eit brev";
            case EN -> "You have received a letter";
            case SE -> "Don leat ožžon reivve";
        };
    }
}
