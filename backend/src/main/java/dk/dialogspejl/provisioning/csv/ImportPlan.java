package dk.dialogspejl.provisioning.csv;

import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.provisioning.DescribedPerson;
import dk.dialogspejl.provisioning.csv.ImportPreview.RowFault;
import dk.dialogspejl.provisioning.csv.ImportRow.Effect;
import java.util.List;

/** What a file would do to the people there are. */
record ImportPlan(
        List<Planned> rows, List<RowFault> faults, List<String> newTeams, List<String> ignored, String digest) {

    /** Somebody whom the directory knows, and the address they sign in with, or null. */
    record Known(Person person, String login) {}

    /**
     * One row, or somebody who is in none.
     *
     * @param before null for somebody new
     * @param team name of the team they come to be in; null for none
     */
    record Planned(ImportRow view, Known before, DescribedPerson after, String team) {

        Effect effect() {
            return view.effect();
        }
    }

    ImportPreview preview() {
        return new ImportPreview(digest, rows.stream().map(Planned::view).toList(), faults, newTeams, ignored);
    }

    int count(Effect... effects) {
        return (int) rows.stream()
                .filter(row -> List.of(effects).contains(row.effect()))
                .count();
    }
}
