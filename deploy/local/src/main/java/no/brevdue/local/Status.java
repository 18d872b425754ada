package no.brevdue.local;

import no.brevdue.local.home.Home;
import no.brevdue.local.home.Port;
import no.brevdue.local.stack.Readiness;
import no.brevdue.local.stack.Service;
import no.brevdue.local.stack.Supervisor;

/** Says what runs: exit code 0 only if everything does. */
final class Status {

    private Status() {}

    static int print(Home home) throws InterruptedException {
        System.out.println(Supervisor.running(home)
                .map(process -> "A stack runs as process " + process.pid() + ", its data in " + home.path() + ".")
                .orElse("No stack runs with its data in " + home.path() + "."));
        boolean all = true;
        for (Port port : Port.values()) {
            all &= line(port.user(), port.number(), Port.isOpen(port.number()), "open", "closed");
        }
        for (Service service : Service.values()) {
            all &= line(service.module(), service.port(), Readiness.isReady(service), "ready", "not ready");
        }
        return all ? 0 : 1;
    }

    private static boolean line(String what, int port, boolean good, String yes, String no) {
        System.out.printf("  %-22s %d   %s%n", what, port, good ? yes : no);
        return good;
    }
}
