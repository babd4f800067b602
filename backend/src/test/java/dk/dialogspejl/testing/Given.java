package dk.dialogspejl.testing;

import dk.dialogspejl.guides.BuiltInGuides;
import dk.dialogspejl.guides.GuideVersion;
import dk.dialogspejl.identity.Account;
import dk.dialogspejl.identity.LoginDirectory;
import dk.dialogspejl.identity.Passwords;
import dk.dialogspejl.identity.SignedIn;
import dk.dialogspejl.identity.clients.ApiClient;
import dk.dialogspejl.identity.clients.SignedInClient;
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
    SignedIn people;

    @Inject
    SignedInClient clients;

    @Inject
    AllHeard heard;

    private String hash;

    /** Everybody has the same password, and a hash takes long to make. */
    @PostConstruct
    void hashThePassword() {
        hash = passwords.hash(PASSWORD);
    }

    /** A new organisation, which no other test knows. */
    public Workplace aWorkplace() {
        UUID organisation = UUID.randomUUID();
        return inOrganisation(organisation, () -> {
            new Organisation(organisation, "Organisation " + organisation, Instant.now()).persist();
            guides.publish();
            return new Workplace(
                    organisation,
                    GuideVersion.newestBuiltIn("citizen-service")
                            .orElseThrow()
                            .guide()
                            .id(),
                    employee("Anna", "Skranken", Set.of()),
                    employee("Bo", "Telefonen", Set.of()),
                    employee("Cecilie", "Skranken", Set.of()),
                    employee("Dorte", "Skranken", Set.of(Role.LEADER)),
                    employee("Erik", "Skranken", Set.of(Role.ADMINISTRATOR)),
                    client("hr-" + organisation, Set.of(Scope.SUMMARIES_READ)));
        });
    }

    /** One more employee, in a team of their own. */
    public Employee joins(Workplace work, String name) {
        return joins(work, name, "Nye");
    }

    /** One more employee, in a team that there is or that comes with them. */
    public Employee joins(Workplace work, String name, String team) {
        return inOrganisation(work.organisation(), () -> employee(name, team, Set.of()));
    }

    /** Somebody with a token of their own who has been deactivated since. */
    public Employee whoLeft(Workplace work, String name) {
        Employee left = joins(work, name);
        inOrganisation(work.organisation(), () -> Person.update("active = false where id = ?1", left.id()));
        heard.await();
        return left;
    }

    /** Another API client, with just these scopes. */
    public Employee aClient(Workplace work, Set<String> scopes) {
        return inOrganisation(work.organisation(), () -> client("client-" + UUID.randomUUID(), scopes));
    }

    /** An HR system that is told of the people of these teams alone. */
    public Employee aClientOfTeams(Workplace work, UUID... teams) {
        Employee client = aClient(work, Set.of(Scope.SUMMARIES_READ));
        inOrganisation(
                work.organisation(),
                () -> ApiClient.update("teams = ?1 where login = ?2", List.of(teams), client.email()));
        return client;
    }

    private Employee client(String clientId, Set<String> scopes) {
        new LoginDirectory(clientId, current.id()).persist();
        ApiClient client = new ApiClient(clientId, "HR", SECRET, scopes, Instant.now());
        client.persistAndFlush(); // which tells it whose it is
        return new Employee("HR", null, clientId, clients.token(client));
    }

    private Employee employee(String name, String team, Set<Role> roles) {
        String email = name.toLowerCase() + "@" + current.id() + ".example";
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
        new LoginDirectory(email, current.id()).persist();
        Account account = new Account(person, email, hash);
        account.persistAndFlush(); // which tells it whose it is
        return new Employee(name, person.id(), email, people.token(account));
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

    /**
     * By asking for it, as an API client would.
     *
     * @param more fields of the form that are asked with besides
     */
    public static String clientToken(String clientId, Map<String, ?> more) {
        return RestAssured.given()
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
