package dk.dialogspejl.provisioning.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.dialogspejl.identity.LoginDirectory;
import dk.dialogspejl.identity.Logins;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.text.Messages;
import dk.dialogspejl.provisioning.csv.ImportPlan.Known;
import dk.dialogspejl.provisioning.csv.ImportPlan.Planned;
import dk.dialogspejl.provisioning.csv.ImportPreview.RowFault;
import dk.dialogspejl.provisioning.csv.ImportRow.Effect;
import dk.dialogspejl.provisioning.csv.PeopleFile.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.Validator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds out what a file would do. Reads what there is once, however long the file is, and writes nothing. */
@ApplicationScoped
class PlanImport {

    @Inject
    EntityManager entities;

    @Inject
    Logins logins;

    @Inject
    Validator validator;

    @Inject
    CurrentLanguage language;

    @Inject
    ObjectMapper json;

    ImportPlan of(PeopleFile file, Absent absent) {
        List<RowFault> faults = new ArrayList<>();
        file.faults()
                .forEach(fault -> faults.add(new RowFault(
                        fault.row(), fault.field(), Messages.get(language.get(), fault.key(), fault.arguments()))));
        List<Planned> planned = new ArrayList<>();
        Map<String, Team> teams = teams();
        if (faults.isEmpty()) {
            List<Known> people = people();
            planRows(file, absent, people, teams, planned, faults);
            if (absent == Absent.DEACTIVATE) {
                planned.addAll(absent(people, planned));
            }
            keepAnAdministrator(people, planned, faults);
        }
        Map<String, String> newTeams = new LinkedHashMap<>();
        planned.stream()
                .map(Planned::team)
                .filter(team -> team != null && !teams.containsKey(key(team)))
                .forEach(team -> newTeams.putIfAbsent(key(team), team));
        List<String> made = List.copyOf(newTeams.values());
        return new ImportPlan(planned, faults, made, file.ignored(), digest(absent, planned, made));
    }

    /** As teams are told apart. */
    static String key(String team) {
        return team.toLowerCase(Locale.ROOT);
    }

    Map<String, Team> teams() {
        Map<String, Team> teams = new HashMap<>();
        Team.<Team>find("order by createdAt, id").stream().forEach(team -> teams.putIfAbsent(key(team.name()), team));
        return teams;
    }

    private List<Known> people() {
        return entities
                .createQuery(
                        "select p, a.login from Person p left join Account a on a.person = p left join fetch p.team"
                                + " where " + Person.IN_DIRECTORY + " order by p.name, p.id",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Known((Person) row[0], (String) row[1]))
                .toList();
    }

    private void planRows(
            PeopleFile file,
            Absent absent,
            List<Known> people,
            Map<String, Team> teams,
            List<Planned> planned,
            List<RowFault> faults) {
        Map<String, Known> byLogin = new HashMap<>();
        Map<String, Known> byNumber = new HashMap<>();
        for (Known known : people) {
            byLogin.put(known.login(), known);
            byNumber.put(known.person().employeeNumber(), known);
        }
        Set<String> takenElsewhere = logins.taken(file.rows().stream()
                .flatMap(row -> row.cell(Column.EMAIL).stream())
                .map(LoginDirectory::normalised)
                .filter(login -> !byLogin.containsKey(login))
                .toList());
        Map<Object, Integer> seen = new HashMap<>();
        for (Row row : file.rows()) {
            String login =
                    row.cell(Column.EMAIL).map(LoginDirectory::normalised).orElse(null);
            Known numbered = row.cell(Column.EMPLOYEE_NUMBER).map(byNumber::get).orElse(null);
            Known addressed = login == null ? null : byLogin.get(login);
            Known before = numbered != null ? numbered : addressed;
            ReadRow read = new ReadRow(row, before, absent, language.get());
            if (numbered != null && addressed != null && numbered != addressed) {
                read.fault(Column.EMAIL, "import.two-people");
            }
            if (takenElsewhere.contains(login)) {
                read.fault(Column.EMAIL, "field.email-taken");
            }
            for (Object same : Stream.of(
                            login,
                            row.cell(Column.EMPLOYEE_NUMBER)
                                    .map(number -> "#" + number)
                                    .orElse(null),
                            before == null ? null : before.person().id())
                    .filter(Objects::nonNull)
                    .toList()) {
                Integer first = seen.putIfAbsent(same, row.number());
                if (first != null && first != row.number()) {
                    read.fault(same.equals(login) ? Column.EMAIL : Column.EMPLOYEE_NUMBER, "import.twice", first);
                    break;
                }
            }
            planned.add(read.planned(validator, teams));
            faults.addAll(read.faults());
        }
    }

    private static List<Planned> absent(List<Known> people, List<Planned> planned) {
        Set<UUID> inFile = new HashSet<>();
        planned.stream()
                .filter(row -> row.before() != null)
                .forEach(row -> inFile.add(row.before().person().id()));
        return people.stream()
                .filter(known -> known.person().active()
                        && !inFile.contains(known.person().id()))
                .map(ReadRow::deactivated)
                .toList();
    }

    private void keepAnAdministrator(List<Known> people, List<Planned> planned, List<RowFault> faults) {
        Set<UUID> administrators = new HashSet<>();
        people.stream()
                .map(Known::person)
                .filter(person -> person.active() && person.roles().contains(Role.ADMINISTRATOR))
                .forEach(person -> administrators.add(person.id()));
        List<Planned> losing = planned.stream()
                .filter(row -> row.before() != null
                        && administrators.contains(row.before().person().id())
                        && !row.after().administers())
                .toList();
        if (!losing.isEmpty()
                && losing.size() == administrators.size()
                && planned.stream().noneMatch(row -> row.after().administers())) {
            String detail = Messages.get(language.get(), "condition.LAST_ADMINISTRATOR");
            losing.forEach(row -> faults.add(
                    new RowFault(row.view().row(), row.effect() == Effect.DEACTIVATED ? "active" : "roles", detail)));
        }
    }

    /** Of all that is told in no particular language: the same people and the same file give the same one. */
    private String digest(Absent absent, List<Planned> planned, List<String> newTeams) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(json.writeValueAsBytes(
                    List.of(absent, planned.stream().map(Planned::view).toList(), newTeams)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
