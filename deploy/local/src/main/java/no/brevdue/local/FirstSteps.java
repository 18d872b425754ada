package no.brevdue.local;

import no.brevdue.local.stack.Service;

/** What somebody may type next who has just started a stack. */
final class FirstSteps {

    private FirstSteps() {}

    static void print() {
        System.out.printf("""

                To try, in another terminal: ./brevdue demo plays two letters here. Before or after it,
                  curl -H "Authorization: Bearer $(./brevdue token solvang-clinic)" %s/v1/sender/events
                  curl -H "Authorization: Bearer $(./brevdue token kari)" %s/v1/me/letters
                  curl -H "Authorization: Bearer $(./brevdue token kari)" %s/v1/me/access-log
                """, Service.MAILBOX.url(), Service.MAILBOX.url(), Service.AUDIT.url());
    }
}
