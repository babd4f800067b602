package dk.dialogspejl.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.dialogspejl.guides.BuiltInGuides;
import dk.dialogspejl.guides.GuideVersion;
import dk.dialogspejl.identity.Account;
import dk.dialogspejl.identity.LoginDirectory;
import dk.dialogspejl.identity.Passwords;
import dk.dialogspejl.identity.clients.ApiClient;
import dk.dialogspejl.organisation.Organisation;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Role;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.organisation.TeamLeadership;
import dk.dialogspejl.platform.database.CurrentOrganisation;
import dk.dialogspejl.platform.database.NewTransaction;
import dk.dialogspejl.platform.http.Scope;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Where every story begins: {@code given.aWorkplace()}, {@code given.aRound().at(workplace).conducting()}. */
@ApplicationScoped
public class Given {

    public static final String PASSWORD = "en lang adgangskode";

    /** Of each API client. */
    public static final String SECRET = "en-lang-hemmelighed";

    @Inject
    NewTransaction transaction;

    @Inject
    CurrentOrganisation current;

    @Inject
    BuiltInGuides guides;

    @Inject
    Passwords passwords;

    @Inject
    AllHeard heard;

    @Inject
    ObjectMapper json;

    private String hash;

    /** Everybody has the same password, and a hash takes long to make. */
    @PostConstruct
    void hashThePassword() {
        hash = passwords.hash(PASSWORD);
    }

    /** A new organisation, which no other test knows. */
    public Workplace aWorkplace() {
        UUID organisation = UUID.randomUUID();
        inOrganisation(organisation, () -> {
            new Organisation(organisation, "Organisation " + organisation, Instant.now()).persist();
            guides.publish();
            return null;
        });
        UUID guide = inOrganisation(
                organisation,
                () -> GuideVersion.newestBuiltIn("citizen-service")
                        .orElseThrow()
                        .guide()
                        .id());
        Employee anna = employee(organisation, "Anna", "Skranken", Set.of());
        Employee bo = employee(organisation, "Bo", "Telefonen", Set.of());
        Employee cecilie = employee(organisation, "Cecilie", "Skranken", Set.of());
        Employee dorte = employee(organisation, "Dorte", "Skranken", Set.of(Role.LEADER));
        Employee erik = employee(organisation, "Erik", "Skranken", Set.of(Role.ADMINISTRATOR));
        return new Workplace(
                organisation,
                guide,
                anna,
                bo,
                cecilie,
                dorte,
                erik,
                client(organisation, "hr-" + organisation, Set.of(Scope.SUMMARIES_READ), Map.of()));
    }

    /** One more employee, in a team of their own. */
    public Employee joins(Workplace work, String name) {
        return employee(work.organisation(), name, "Nye", Set.of());
    }

    /** One more employee, in a team that there is or that comes with them. */
    public Employee joins(Workplace work, String name, String team) {
        return employee(work.organisation(), name, team, Set.of());
    }

    /** Somebody with a token of their own who has been deactivated since. */
    public Employee whoLeft(Workplace work, String name) {
        Employee left = joins(work, name);
        inOrganisation(work.organisation(), () -> Person.update("active = false where id = ?1", left.id()));
        heard.await();
        return left;
    }

    /** Another API client, with just these scopes, that asks for its token with these fields more. */
    public Employee aClient(Workplace work, Set<String> scopes, Map<String, ?> more) {
        return client(work.organisation(), "client-" + UUID.randomUUID(), scopes, more);
    }

    /** An HR system that is told of the people of these teams alone. */
    public Employee aClientOfTeams(Workplace work, UUID... teams) {
        Employee client = aClient(work, Set.of(Scope.SUMMARIES_READ), Map.of());
        inOrganisation(
                work.organisation(),
                () -> ApiClient.update("teams = ?1 where login = ?2", List.of(teams), client.email()));
        return client;
    }

    private Employee client(UUID organisation, String clientId, Set<String> scopes, Map<String, ?> more) {
        inOrganisation(organisation, () -> {
            new LoginDirectory(clientId, organisation).persist();
            new ApiClient(clientId, "HR", SECRET, scopes, Instant.now()).persist();
            return null;
        });
        String token = RestAssured.given()
                .auth()
                .preemptive()
                .basic(clientId, SECRET)
                .formParam("grant_type", "client_credentials")
                .formParams(more)
                .post("/oauth2/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return new Employee("HR", null, clientId, token);
    }

    private Employee employee(UUID organisation, String name, String team, Set<Role> roles) {
        String email = name.toLowerCase() + "@" + organisation + ".example";
        UUID id = inOrganisation(organisation, () -> {
            Team its = Team.<Team>find("name", team).firstResultOptional().orElseGet(() -> {
                Team created = new Team(team);
                created.persist();
                return created;
            });
            Person person = new Person(name, "Medarbejder", null, its, roles);
            person.persist();
            if (roles.contains(Role.LEADER)) {
                new TeamLeadership(its, person).persist();
            }
            new LoginDirectory(email, organisation).persist();
            new Account(person, email, hash).persist();
            return person.id();
        });
        return new Employee(name, id, email, token(email));
    }

    /** By signing in, as the person would. */
    public static String token(String email) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", PASSWORD))
                .post("/api/v1/session")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    public RoundStory aRound() {
        return new RoundStory(aWorkplace());
    }

    /** Works on the rows of one organisation, as a request of somebody in it would. */
    @ActivateRequestContext
    public <T> T inOrganisation(UUID organisation, Supplier<T> work) {
        current.enter(organisation);
        return transaction.call(work::get);
    }
}
