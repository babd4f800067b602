package dk.dialogspejl.provisioning.csv;

import dk.dialogspejl.identity.LoginDirectory;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.text.Language;
import dk.dialogspejl.platform.text.Messages;
import dk.dialogspejl.platform.text.PlainText;
import dk.dialogspejl.provisioning.DescribedPerson;
import dk.dialogspejl.provisioning.csv.ImportPlan.Known;
import dk.dialogspejl.provisioning.csv.ImportPlan.Planned;
import dk.dialogspejl.provisioning.csv.ImportPreview.RowFault;
import dk.dialogspejl.provisioning.csv.ImportRow.Effect;
import dk.dialogspejl.provisioning.csv.ImportRow.FieldChange;
import dk.dialogspejl.provisioning.csv.PeopleFile.Row;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A row beside the person it is about: what becomes of them, and what is wrong with it. */
final class ReadRow {

    /** A team as a cell names it. */
    record NamedTeam(@PlainText(max = 120) String team) {}

    private final Row row;
    private final Known before;
    private final Absent absent;
    private final Language language;
    private final List<RowFault> faults = new ArrayList<>();

    /** @param before null for somebody new */
    ReadRow(Row row, Known before, Absent absent, Language language) {
        this.row = row;
        this.before = before;
        this.absent = absent;
        this.language = language;
    }

    List<RowFault> faults() {
        return faults;
    }

    void fault(Column column, String key, Object... arguments) {
        faults.add(new RowFault(row.number(), column.field(), Messages.get(language, key, arguments)));
    }

    /** Somebody who is not in the file. */
    static Planned deactivated(Known known) {
        Person person = known.person();
        DescribedPerson after = DescribedPerson.of(person, known.login(), false);
        return new Planned(
                new ImportRow(null, Effect.DEACTIVATED, person.id(), person.name(), known.login(), List.of()),
                known,
                after,
                teamOf(known));
    }

    /** @param teams those there are, by {@link PlanImport#key} */
    Planned planned(Validator validator, Map<String, Team> teams) {
        DescribedPerson after = described();
        validator
                .validate(after)
                .forEach(wrong -> faults.add(
                        new RowFault(row.number(), wrong.getPropertyPath().toString(), wrong.getMessage())));
        String team = cell(Column.TEAM, teamOf(before));
        validator
                .validate(new NamedTeam(team))
                .forEach(wrong -> faults.add(new RowFault(row.number(), "team", wrong.getMessage())));
        Team known = team == null ? null : teams.get(PlanImport.key(team));
        String spelled = known == null ? team : known.name();
        List<FieldChange> changes = changes(after, spelled);
        return new Planned(
                new ImportRow(
                        row.number(),
                        effect(after, changes),
                        before == null ? null : before.person().id(),
                        after.name(),
                        after.email(),
                        changes),
                before,
                after,
                spelled);
    }

    private DescribedPerson described() {
        Person person = before == null ? null : before.person();
        String name = row.cell(Column.NAME).orElse(of(Person::name));
        boolean renamed = person == null || !person.name().equals(name);
        return new DescribedPerson(
                row.cell(Column.EMAIL).map(LoginDirectory::normalised).orElse(before == null ? null : before.login()),
                name,
                renamed ? null : person.givenName(),
                renamed ? null : person.familyName(),
                cell(Column.JOB_TITLE, of(Person::jobTitle)),
                cell(Column.EMPLOYEE_NUMBER, of(Person::employeeNumber)),
                of(Person::externalId),
                word(Column.LANGUAGE, Cells::language, of(Person::language)),
                word(Column.ROLES, Cells::roles, person == null ? Set.of() : person.roles()),
                word(Column.ACTIVE, Cells::answer, person == null || absent == Absent.DEACTIVATE || person.active()));
    }

    private <T> T of(Function<Person, T> field) {
        return before == null ? null : field.apply(before.person());
    }

    private static String teamOf(Known known) {
        return known == null || known.person().team() == null
                ? null
                : known.person().team().name();
    }

    private String cell(Column column, String otherwise) {
        return row.cell(column)
                .map(cell -> Optional.of(cell).filter(text -> !text.equals(Cells.NOTHING)))
                .orElse(Optional.ofNullable(otherwise))
                .orElse(null);
    }

    private <T> T word(Column column, Function<String, Optional<T>> meaning, T otherwise) {
        if (row.cell(column).isEmpty()) {
            return otherwise;
        }
        Optional<T> meant = meaning.apply(row.cells().get(column));
        if (meant.isEmpty()) {
            fault(column, "import.word." + column.field());
        }
        return meant.orElse(otherwise);
    }

    private List<FieldChange> changes(DescribedPerson after, String team) {
        List<FieldChange> changes = new ArrayList<>();
        change(changes, Column.NAME, of(Person::name), after.name());
        change(changes, Column.EMAIL, before == null ? null : before.login(), after.email());
        change(changes, Column.EMPLOYEE_NUMBER, of(Person::employeeNumber), after.employeeNumber());
        change(changes, Column.JOB_TITLE, of(Person::jobTitle), after.jobTitle());
        change(changes, Column.TEAM, teamOf(before), team);
        change(changes, Column.ROLES, codes(of(Person::roles)), codes(after.roles()));
        change(changes, Column.LANGUAGE, code(of(Person::language)), code(after.language()));
        return changes;
    }

    private static void change(List<FieldChange> changes, Column column, String from, String to) {
        if (!Objects.equals(from, to)) {
            changes.add(new FieldChange(column.field(), from, to));
        }
    }

    private static String codes(Set<Role> roles) {
        if (roles == null) {
            return null;
        }
        String codes = roles.stream()
                .filter(role -> role != Role.EMPLOYEE)
                .sorted()
                .map(Role::name)
                .collect(Collectors.joining(" "));
        return codes.isEmpty() ? null : codes;
    }

    private static String code(Language spoken) {
        return spoken == null ? null : spoken.tag();
    }

    private Effect effect(DescribedPerson after, List<FieldChange> changes) {
        if (before == null) {
            return Effect.CREATED;
        }
        if (before.person().active() != after.active()) {
            return after.active() ? Effect.REACTIVATED : Effect.DEACTIVATED;
        }
        if (changes.stream().anyMatch(change -> change.field().equals(Column.TEAM.field()))) {
            return Effect.MOVED;
        }
        return changes.isEmpty() ? Effect.UNCHANGED : Effect.CHANGED;
    }
}
