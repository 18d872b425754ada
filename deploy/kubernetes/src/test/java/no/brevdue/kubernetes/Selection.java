package no.brevdue.kubernetes;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;

import java.util.List;
import java.util.Map;

/** Which workloads a label selector finds. */
final class Selection {

    private Selection() {}

    static List<String> of(List<Workload> workloads, LabelSelector selector) {
        return workloads.stream()
                .filter(workload -> matches(selector, workload.labels()))
                .map(Workload::name)
                .toList();
    }

    private static boolean matches(LabelSelector selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream().allMatch(expression -> matches(expression, labels));
    }

    private static boolean matches(LabelSelectorRequirement expression, Map<String, String> labels) {
        if (!expression.getOperator().equals("In")) {
            throw new AssertionError("These tests understand only In, not " + expression.getOperator());
        }
        return expression.getValues().contains(labels.get(expression.getKey()));
    }
}
