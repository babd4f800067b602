package dk.dialogspejl.demo;

import dk.dialogspejl.demo.DemoOrganisation.DemoPerson;
import dk.dialogspejl.demo.DemoOrganisation.DemoTeam;
import dk.dialogspejl.guides.BuiltInGuides;
import dk.dialogspejl.identity.Account;
import dk.dialogspejl.identity.LoginDirectory;
import dk.dialogspejl.identity.Passwords;
import dk.dialogspejl.identity.clients.ApiClient;
import dk.dialogspejl.organisation.Organisation;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.organisation.TeamLeadership;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.Scope;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Loads the fictional organisations on the first start in demo mode, and says how to sign in. Never outside it. */
@ApplicationScoped
class DemoData {

    static final List<String> ORGANISATIONS = List.of("fjordby", "svane-apotek");
    static final String PASSWORD = "spejl-demo-2026";

    private static final Logger LOG = Logger.getLogger(DemoData.class);
    private static final int AFTER_EVERYTHING = 10_000;

    @ConfigProperty(name = "dialogspejl.demo")
    boolean demo;

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation current;

    @Inject
    BuiltInGuides guides;

    @Inject
    Passwords passwords;

    @Inject
    DemoRounds rounds;

    @Inject
    Clock clock;

    @ActivateRequestContext
    void load(@Observes @Priority(AFTER_EVERYTHING) StartupEvent start) {
        if (!demo) {
            return;
        }
        for (String name : ORGANISATIONS) {
            DemoOrganisation organisation = DemoOrganisation.read(name);
            UUID id = UUID.nameUUIDFromBytes(("demo " + name).getBytes());
            current.enter(id);
            transaction.run(() -> load(organisation, id, clientId(name)));
            announce(organisation, clientId(name));
        }
    }

    static String clientId(String organisation) {
        return "hr-" + organisation;
    }

    private void load(DemoOrganisation described, UUID id, String clientId) {
        Organisation.getEntityManager()
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtext('demo'))) turn")
                .getSingleResult();
        if (Organisation.findByIdOptional(id).isPresent()) {
            return;
        }
        new Organisation(id, described.name(), clock.instant()).persist();
        guides.publish();
        Map<String, Person> people = people(described, id);
        rounds.load(described.rounds(), people);

        new LoginDirectory(clientId, id).persist();
        new ApiClient(clientId, "HR", PASSWORD, Set.of(Scope.SUMMARIES_READ), clock.instant()).persist();
    }

    private Map<String, Person> people(DemoOrganisation described, UUID id) {
        Map<String, Team> teams = new HashMap<>();
        for (DemoTeam team : described.teams()) {
            teams.put(team.key(), new Team(team.name()));
        }
        teams.values().forEach(team -> team.persist());
        String hash = passwords.hash(PASSWORD);
        Map<String, Person> people = new LinkedHashMap<>();
        for (DemoPerson person : described.people()) {
            Person entity = new Person(
                    person.name(),
                    person.jobTitle(),
                    person.employeeNumber(),
                    teams.get(person.team()),
                    person.roles());
            entity.persist();
            new LoginDirectory(person.email(), id).persist();
            new Account(entity, person.email(), hash).persist();
            people.put(person.key(), entity);
        }
        for (DemoTeam team : described.teams()) {
            team.leaders().forEach(leader -> new TeamLeadership(teams.get(team.key()), people.get(leader)).persist());
        }
        return people;
    }

    private static void announce(DemoOrganisation organisation, String clientId) {
        StringBuilder accounts = new StringBuilder(organisation.name());
        for (DemoPerson person : organisation.people()) {
            accounts.append(String.format("%n  %-32s %s", person.email(), person.name()));
        }
        accounts.append(String.format("%n  %-32s HR (API-klient)", clientId));
        LOG.infof("Demo: %s%n  Adgangskode til alle: %s", accounts, PASSWORD);
    }
}
