package no.brevdue.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows as aligned text. */
record Table(List<String> head, List<List<String>> rows) {

    List<String> lines() {
        List<Integer> widths = IntStream.range(0, head.size())
                .mapToObj(column -> Stream.concat(Stream.of(head), rows.stream())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(line(head, widths));
        lines.add("-".repeat(widths.stream().mapToInt(width -> width + 2).sum() - 2));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(widths.get(column) - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
