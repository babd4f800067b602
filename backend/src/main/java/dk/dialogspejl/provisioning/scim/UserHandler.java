package dk.dialogspejl.provisioning.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dk.dialogspejl.identity.Logins;
import dk.dialogspejl.organisation.Person;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People as SCIM's Users. Runs in the request's transaction. */
@Singleton
class UserHandler extends ResourceHandler<User> {

    private static final String EVERYBODY = " from Person p where " + Person.IN_DIRECTORY;
    private static final String FROM =
            " from Person p left join Account a on a.person = p left join %s p.team t where " + Person.IN_DIRECTORY;

    private static final String LOGIN = FilterQuery.LOWER_CASE + "a.login";

    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("id", "cast(p.id as string)"),
            Map.entry("externalid", "p.externalId"),
            Map.entry("username", LOGIN),
            Map.entry("emails", LOGIN),
            Map.entry("emails.value", LOGIN),
            Map.entry("emails.type", "'work'"),
            Map.entry("displayname", "p.name"),
            Map.entry("name.formatted", "p.name"),
            Map.entry("name.givenname", "p.givenName"),
            Map.entry("name.familyname", "p.familyName"),
            Map.entry("title", "p.jobTitle"),
            Map.entry("preferredlanguage", "lower(cast(p.language as string))"),
            Map.entry("active", "p.active"),
            Map.entry("employeenumber", "p.employeeNumber"),
            Map.entry("groups", "cast(t.id as string)"),
            Map.entry("groups.value", "cast(t.id as string)"),
            Map.entry("groups.display", "t.name"),
            Map.entry("meta.created", "p.createdAt"),
            Map.entry("meta.lastmodified", "p.changedAt"));

    @Inject
    EntityManager entities;

    @Inject
    Logins logins;

    @Inject
    ProvisionPerson provision;

    @Override
    public User createResource(User user, Context context) {
        return view(provision.takeIn(ScimUser.described(user, null, false)));
    }

    /** To be changed, locked: a PATCH is worked out on what is read here. */
    @Override
    public User getResource(String id, List<SchemaAttribute> wanted, List<SchemaAttribute> unwanted, Context context) {
        return view(
                context.getUriInfos().getHttpMethod() == HttpMethod.GET
                        ? Person.inDirectory(ScimIds.of(id)).orElseThrow(ScimRefusal::notFound)
                        : forChange(id));
    }

    @Override
    public PartialListResponse<User> listResources(
            long startIndex,
            int count,
            FilterNode filter,
            SchemaAttribute sortBy,
            SortOrder sortOrder,
            List<SchemaAttribute> wanted,
            List<SchemaAttribute> unwanted,
            Context context) {
        FilterQuery where = FilterQuery.of(filter, COLUMNS);
        String counted = filter == null ? EVERYBODY : FROM.formatted("") + where.condition();
        long total = where.bound(entities.createQuery("select count(p)" + counted, Long.class))
                .getSingleResult();
        List<User> users = count == 0
                ? List.of()
                : where
                        .bound(entities.createQuery(
                                "select p, a.login" + FROM.formatted("fetch") + where.condition()
                                        + " order by p.createdAt, p.id",
                                Object[].class))
                        .setFirstResult((int) Math.min(startIndex - 1, Integer.MAX_VALUE))
                        .setMaxResults(count)
                        .getResultList()
                        .stream()
                        .map(row -> ScimUser.of((Person) row[0], (String) row[1]))
                        .toList();
        return PartialListResponse.<User>builder()
                .resources(users)
                .totalResults(total)
                .build();
    }

    @Override
    public User updateResource(User user, Context context) {
        Person person = forChange(user.getId().orElseThrow());
        return view(provision.change(person, ScimUser.described(user, person, saysNothingOf("roles", context))));
    }

    @Override
    public void deleteResource(String id, Context context) {
        provision.letGo(forChange(id));
    }

    private static Person forChange(String id) {
        return Person.forChange(ScimIds.of(id)).orElseThrow(ScimRefusal::notFound);
    }

    /** A PUT may leave out what its sender does not know of; a PATCH has been worked out on all of it. */
    private static boolean saysNothingOf(String attribute, Context context) {
        return context.getUriInfos().getHttpMethod() == HttpMethod.PUT
                && JsonHelper.readJsonDocument(context.getRequestBody()).properties().stream()
                        .noneMatch(field -> field.getKey().equalsIgnoreCase(attribute));
    }

    private User view(Person person) {
        UUID id = person.id();
        return ScimUser.of(person, logins.of(id).orElse(null));
    }
}
