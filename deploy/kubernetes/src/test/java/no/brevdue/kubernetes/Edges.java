package no.brevdue.kubernetes;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The connections that the network policies allow, written as `mailbox-service -> kafka:9093`. A peer outside the
 * namespace is called by the label its namespace must bear, or by its address.
 */
record Edges(Set<String> outgoing, Set<String> incoming) {

    private static final String PEER = "peer.brevdue.no/";

    static Edges of(Manifests manifests) {
        Edges edges = new Edges(new TreeSet<>(), new TreeSet<>());
        List<Workload> workloads = manifests.workloads();
        for (NetworkPolicy policy : manifests.all(NetworkPolicy.class)) {
            List<String> selected = Selection.of(workloads, policy.getSpec().getPodSelector());
            policy.getSpec().getEgress().forEach(rule -> {
                List<String> peers = names(workloads, rule.getTo());
                connect(selected, peers, rule.getPorts(), edges.outgoing);
            });
            policy.getSpec().getIngress().forEach(rule -> {
                List<String> peers = names(workloads, rule.getFrom());
                connect(peers, selected, rule.getPorts(), edges.incoming);
            });
        }
        return edges;
    }

    private static void connect(List<String> from, List<String> to, List<NetworkPolicyPort> ports, Set<String> edges) {
        // In a policy, a list that is absent means everybody and everything.
        if (from.isEmpty() || to.isEmpty() || ports.isEmpty()) {
            throw new AssertionError("A policy connects " + from + " with " + to + " on ports " + ports);
        }
        for (String source : from) {
            for (String target : to) {
                ports.forEach(port -> edges.add(
                        source + " -> " + target + ":" + port.getPort().getIntVal()));
            }
        }
    }

    private static List<String> names(List<Workload> workloads, List<NetworkPolicyPeer> peers) {
        return peers.stream().flatMap(peer -> names(workloads, peer).stream()).toList();
    }

    private static List<String> names(List<Workload> workloads, NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            return List.of(peer.getIpBlock().getCidr());
        }
        LabelSelector namespace = peer.getNamespaceSelector();
        if (namespace == null) {
            return Selection.of(workloads, peer.getPodSelector());
        }
        return namespace.getMatchLabels().entrySet().stream()
                .map(label ->
                        label.getKey().startsWith(PEER) ? label.getKey().substring(PEER.length()) : label.getValue())
                .toList();
    }
}
