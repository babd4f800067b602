package dk.dialogspejl.provisioning.csv;

import dk.dialogspejl.audit.AuditKind;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.provisioning.DescribedPerson;
import dk.dialogspejl.provisioning.csv.ImportPreview.RowFault;
import dk.dialogspejl.provisioning.csv.ImportRow.Effect;
import dk.dialogspejl.provisioning.csv.ImportRow.FieldChange;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

        /** What the audit is told of it. */
        Set<AuditKind> kinds() {
            Set<AuditKind> kinds = EnumSet.noneOf(AuditKind.class);
            switch (effect()) {
                case CREATED -> kinds.add(AuditKind.PERSON_ADDED);
                case DEACTIVATED -> kinds.add(AuditKind.PERSON_DEACTIVATED);
                case REACTIVATED -> kinds.add(AuditKind.PERSON_REACTIVATED);
                case MOVED, CHANGED, UNCHANGED -> {}
            }
            for (FieldChange change : view.changes()) {
                if (change.field().equals(Column.ROLES.field())) {
                    kinds.add(AuditKind.ROLES_CHANGED);
                } else if (before != null) {
                    boolean moved = change.field().equals(Column.TEAM.field());
                    kinds.add(moved ? AuditKind.PERSON_MOVED : AuditKind.PERSON_CHANGED);
                }
            }
            return kinds;
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
