package dk.dialogspejl.provisioning.scim;

import static dk.dialogspejl.provisioning.scim.Scim.operation;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.CountedStatements;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Teams as groups. */
@QuarkusTest
class ScimGroupTest extends ApiTest {

    private Workplace work;
    private Scim scim;
    private String anna;
    private String bo;

    @BeforeEach
    void open() {
        work = given.aWorkplace();
        scim = new Scim(given.aClient(work, Set.of(Scope.PEOPLE_PROVISION)));
        anna = work.anna().id().toString();
        bo = work.bo().id().toString();
    }

    private static Map<String, Object> group(String name, String... members) {
        return Map.of(
                "schemas",
                List.of(Scim.GROUP),
                "displayName",
                name,
                "externalId",
                "ext-" + name,
                "members",
                Stream.of(members).map(id -> Map.of("value", id)).toList());
    }

    @Test
    void a_team_is_made_with_its_people_who_leave_the_one_they_were_in() {
        String id = scim.creates("/Groups", group("Byggesager", anna, bo));
        scim.gets("/Groups/" + id)
                .statusCode(200)
                .body("displayName", equalTo("Byggesager"))
                .body("externalId", equalTo("ext-Byggesager"))
                .body("members.value", containsInAnyOrder(anna, bo))
                .body("members[0].'$ref'", containsString("/scim/v2/Users/"));
        work.anna().reads("/me").body("team", equalTo("Byggesager"));
        scim.gets("/Users/" + anna).body("groups.value", contains(id)).body("groups.display", contains("Byggesager"));
    }

    @Test
    void adding_to_a_second_team_moves_and_removing_from_one_leaves_the_other() {
        String first = scim.creates("/Groups", group("Byggesager", anna));
        String second = scim.creates("/Groups", group("Vej og park"));
        scim.patches("/Groups/" + second, operation("Add", "members", List.of(Map.of("value", anna))))
                .statusCode(200)
                .body("members.value", contains(anna));
        scim.gets("/Groups/" + first).body("members", nullValue());
        // As Entra ID does it: the removal from the old one comes after the addition to the new one.
        scim.patches("/Groups/" + first, operation("Remove", "members[value eq \"" + anna + "\"]", null))
                .statusCode(200);
        work.anna().reads("/me").body("team", equalTo("Vej og park"));
        scim.patches("/Groups/" + second, operation("Remove", "members", List.of(Map.of("value", anna))))
                .statusCode(200);
        work.anna().reads("/me").body("team", nullValue());
    }

    @Test
    void a_leader_leads_the_team_they_are_in_and_not_the_one_they_left() {
        String dorte = work.dorte().id().toString();
        List<String> before = work.dorte().reads("/me").extract().path("leads.name");
        String id = scim.creates("/Groups", group("Byggesager", dorte));
        work.dorte().reads("/me").body("leads.name", equalTo(List.of("Byggesager")));
        assertEquals(1, before.size());
        scim.patches("/Users/" + dorte, operation("remove", "roles", null)).statusCode(200);
        work.dorte().reads("/me").body("leads.name", equalTo(List.of())).body("team", equalTo("Byggesager"));
        scim.patches("/Users/" + dorte, operation("add", "roles", List.of(Map.of("value", "LEADER"))))
                .statusCode(200);
        work.dorte().reads("/me").body("leads.name", equalTo(List.of("Byggesager")));
        scim.sends("DELETE", "/Groups/" + id, null).statusCode(204);
        work.dorte().reads("/me").body("leads.name", equalTo(List.of())).body("team", nullValue());
        scim.gets("/Groups/" + id).statusCode(404);
    }

    @Test
    void a_put_replaces_name_and_people() {
        String id = scim.creates("/Groups", group("Byggesager", anna));
        scim.sends("PUT", "/Groups/" + id, group("Byg", bo)).statusCode(200).body("members.value", contains(bo));
        work.bo().reads("/me").body("team", equalTo("Byg"));
        work.anna().reads("/me").body("team", nullValue());
    }

    @Test
    void a_name_is_one_teams_and_a_member_is_somebody_here() {
        scim.creates("/Groups", group("Byggesager"));
        scim.sends("POST", "/Groups", group("BYGGESAGER")).statusCode(409).body("scimType", equalTo("uniqueness"));
        for (String nobody : List.of(
                UUID.randomUUID().toString(), given.aWorkplace().anna().id().toString(), "none")) {
            scim.sends("POST", "/Groups", group("Vej", nobody))
                    .statusCode(400)
                    .body("scimType", equalTo("invalidValue"))
                    .body("detail", containsString("members"));
        }
        scim.sends("POST", "/Groups", group("Ring 010190-1234")).statusCode(400);
        scim.finds("/Groups", "displayName eq \"Vej\"").body("totalResults", equalTo(0));
    }

    @Test
    void teams_are_found_by_name_and_by_who_is_in_them() {
        String id = scim.creates("/Groups", group("Byggesager", anna));
        scim.finds("/Groups", "displayName eq \"byggesager\"").body("Resources.id", contains(id));
        scim.finds("/Groups", "members eq \"" + anna + "\"").body("Resources.id", contains(id));
        scim.finds("/Groups", "id eq \"" + id + "\" and members.value eq \"" + bo + "\"")
                .body("totalResults", equalTo(0));
        scim.gets("/Groups?excludedAttributes=members&filter=externalId eq \"ext-Byggesager\"")
                .body("Resources[0].displayName", equalTo("Byggesager"))
                .body("Resources[0].members", nullValue());
    }

    @Test
    void who_comes_and_goes_makes_it_another_version() {
        String id = scim.creates("/Groups", group("Byggesager", anna));
        String before = scim.gets("/Groups/" + id).extract().header("ETag");
        assertEquals(
                before,
                scim.gets("/Groups/" + id + "?excludedAttributes=members")
                        .extract()
                        .header("ETag"));
        scim.creates("/Groups", group("Vej", anna));
        assertNotEquals(before, scim.gets("/Groups/" + id).extract().header("ETag"));
        scim.sends("PUT", "/Groups/" + id, group("Byg", bo), Map.of("If-Match", before))
                .statusCode(412);
    }

    @Test
    void a_page_costs_the_same_however_much_is_on_it() {
        scim.creates("/Groups", group("En", anna));
        scim.gets("/Groups").statusCode(200); // what is looked up once
        scim.gets("/Users").statusCode(200);
        CountedStatements.restart();
        scim.gets("/Groups").statusCode(200);
        scim.gets("/Users").statusCode(200);
        int few = CountedStatements.sinceRestart();
        IntStream.range(0, 5).forEach(number -> scim.creates("/Groups", group("Team " + number)));
        IntStream.range(0, 5)
                .forEach(number -> scim.creates(
                        "/Users",
                        Map.of(
                                "schemas", List.of(Scim.USER),
                                "displayName", "Nummer " + number,
                                "userName", number + "@" + work.organisation() + ".example")));
        CountedStatements.restart();
        scim.gets("/Groups").statusCode(200);
        scim.gets("/Users").statusCode(200);
        assertEquals(few, CountedStatements.sinceRestart());
        assertTrue(few <= 8, few + " statements");
    }
}
