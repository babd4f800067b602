package dk.dialogspejl.provisioning.scim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.base.ScimObjectNode;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A client that others have written, and that knows nothing of us, takes somebody from the first day to the last. */
@QuarkusTest
class ScimClientTest extends ApiTest {

    @TestHTTPResource("/scim/v2")
    URI root;

    private static <T extends ScimObjectNode> ServerResponse<T> good(ServerResponse<T> answer) {
        assertTrue(answer.isSuccess(), answer.getResponseBody());
        return answer;
    }

    @Test
    void a_public_client_creates_patches_finds_moves_and_deactivates() {
        Workplace work = given.aWorkplace();
        Employee hr = given.aClient(work, Set.of(Scope.PEOPLE_PROVISION));
        String login = "mette@" + work.organisation() + ".example";
        try (ScimRequestBuilder scim = new ScimRequestBuilder(
                root.toString(),
                ScimClientConfig.builder()
                        .httpHeaders(Map.of("Authorization", "Bearer " + hr.token()))
                        .build())) {
            assertFalse(scim.loadServiceProviderConfiguration().getBulkConfig().isSupported());
            User mette = good(scim.create(User.class, "/Users")
                            .setResource(User.builder()
                                    .userName(login)
                                    .name(Name.builder()
                                            .givenName("Mette")
                                            .familyName("Dahl")
                                            .build())
                                    .build())
                            .sendRequest())
                    .getResource();
            String id = mette.getId().orElseThrow();
            assertEquals("Mette Dahl", mette.getDisplayName().orElseThrow());

            assertEquals(
                    "Holm",
                    good(scim.patch(User.class, "/Users", id)
                                    .addOperation()
                                    .path("name.familyName")
                                    .op(PatchOp.REPLACE)
                                    .value("Holm")
                                    .build()
                                    .sendRequest())
                            .getResource()
                            .getName()
                            .flatMap(Name::getFamilyName)
                            .orElseThrow());
            assertEquals(
                    List.of(id),
                    good(scim.list(User.class, "/Users")
                                    .filter("userName", Comparator.EQ, login)
                                    .and("name.familyName", Comparator.SW, "ho")
                                    .build()
                                    .get()
                                    .sendRequest())
                            .getResource()
                            .getListedResources()
                            .stream()
                            .map(found -> found.getId().orElseThrow())
                            .toList());

            String from = team(scim, "Byggesager", id);
            String to = team(scim, "Vej og park");
            good(scim.patch(Group.class, "/Groups", to)
                    .addOperation()
                    .path("members")
                    .op(PatchOp.ADD)
                    .valueNode(Member.builder().value(id).build())
                    .build()
                    .sendRequest());
            assertEquals(
                    List.of(),
                    good(scim.get(Group.class, "/Groups", from).sendRequest())
                            .getResource()
                            .getMembers());

            assertFalse(good(scim.patch(User.class, "/Users", id)
                            .addOperation()
                            .path("active")
                            .op(PatchOp.REPLACE)
                            .value("false")
                            .build()
                            .sendRequest())
                    .getResource()
                    .isActive()
                    .orElseThrow());
            good(scim.delete(User.class, "/Users", id).sendRequest());
            assertEquals(404, scim.get(User.class, "/Users", id).sendRequest().getHttpStatus());
        }
    }

    private static String team(ScimRequestBuilder scim, String name, String... members) {
        return good(scim.create(Group.class, "/Groups")
                        .setResource(Group.builder()
                                .displayName(name)
                                .members(List.of(members).stream()
                                        .map(id -> Member.builder().value(id).build())
                                        .toList())
                                .build())
                        .sendRequest())
                .getResource()
                .getId()
                .orElseThrow();
    }
}
