package no.brevdue.consent.terms;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.ArrayList;
import java.util.List;

/** A line of two versions laid side by side. */
@Schema(name = "ChangedLine")
public record ChangedLine(Kind kind, String text) {

    /** What became of the line. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    static List<ChangedLine> between(String before, String after) {
        // The lines come as they are written; whoever shows them escapes them.
        DiffRowGenerator generator =
                DiffRowGenerator.create().lineNormalizer(line -> line).build();
        List<ChangedLine> lines = new ArrayList<>();
        for (DiffRow row : generator.generateDiffRows(
                before.lines().toList(), after.lines().toList())) {
            switch (row.getTag()) {
                case EQUAL -> lines.add(new ChangedLine(Kind.SAME, row.getOldLine()));
                case DELETE -> lines.add(new ChangedLine(Kind.REMOVED, row.getOldLine()));
                case INSERT -> lines.add(new ChangedLine(Kind.ADDED, row.getNewLine()));
                case CHANGE -> {
                    lines.add(new ChangedLine(Kind.REMOVED, row.getOldLine()));
                    lines.add(new ChangedLine(Kind.ADDED, row.getNewLine()));
                }
            }
        }
        return List.copyOf(lines);
    }
}
