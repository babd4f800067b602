package dk.dialogspejl.provisioning.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dk.dialogspejl.organisation.Person;
import dk.dialogspejl.organisation.Team;
import dk.dialogspejl.provisioning.scim.ProvisionTeam.DescribedTeam;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Teams as SCIM's Groups. Runs in the request's transaction. */
@Singleton
class GroupHandler extends ResourceHandler<Group> {

    private static final String IS_MEMBER = "(select cast(m.id as string) from Person m where m.team = t"
            + " and m.erasedAt is null and m.removedAt is null and cast(m.id as string) = %s)";

    private static final Map<String, String> COLUMNS = Map.of(
            "id", "cast(t.id as string)",
            "externalid", "t.externalId",
            "displayname", "t.name",
            "members", FilterQuery.ONE_OF + IS_MEMBER,
            "members.value", FilterQuery.ONE_OF + IS_MEMBER,
            "meta.created", "t.createdAt",
            "meta.lastmodified", "t.changedAt");

    @Inject
    EntityManager entities;

    @Inject
    ProvisionTeam provision;

    @Override
    public Group createResource(Group group, Context context) {
        return view(provision.make(described(group), members(group)));
    }

    /** To be changed, locked: a PATCH is worked out on what is read here. */
    @Override
    public Group getResource(String id, List<SchemaAttribute> wanted, List<SchemaAttribute> unwanted, Context context) {
        if (context.getUriInfos().getHttpMethod() != HttpMethod.GET) {
            return view(forChange(id));
        }
        Team team = Team.<Team>findByIdOptional(ScimIds.of(id)).orElseThrow(ScimRefusal::notFound);
        return saysMembers(wanted, unwanted) ? view(team) : view(team, List.of());
    }

    @Override
    public PartialListResponse<Group> listResources(
            long startIndex,
            int count,
            FilterNode filter,
            SchemaAttribute sortBy,
            SortOrder sortOrder,
            List<SchemaAttribute> wanted,
            List<SchemaAttribute> unwanted,
            Context context) {
        FilterQuery where = FilterQuery.of(filter, COLUMNS);
        String from = " from Team t where true = true" + where.condition();
        long total = where.bound(entities.createQuery("select count(t)" + from, Long.class))
                .getSingleResult();
        List<Team> teams = count == 0
                ? List.of()
                : where.bound(entities.createQuery("select t" + from + " order by t.createdAt, t.id", Team.class))
                        .setFirstResult((int) Math.min(startIndex - 1, Integer.MAX_VALUE))
                        .setMaxResults(count)
                        .getResultList();
        Map<UUID, List<Person>> members = saysMembers(wanted, unwanted) ? membersOf(teams) : Map.of();
        return PartialListResponse.<Group>builder()
                .resources(teams.stream()
                        .map(team -> view(team, members.getOrDefault(team.id(), List.of())))
                        .toList())
                .totalResults(total)
                .build();
    }

    @Override
    public Group updateResource(Group group, Context context) {
        Team team = forChange(group.getId().orElseThrow());
        return view(provision.change(team, described(group), members(group)));
    }

    @Override
    public void deleteResource(String id, Context context) {
        provision.takeAway(forChange(id));
    }

    private static Team forChange(String id) {
        return Team.forChange(ScimIds.of(id)).orElseThrow(ScimRefusal::notFound);
    }

    /** There may be many of them, and nobody who looks for a group by name wants them. */
    private static boolean saysMembers(List<SchemaAttribute> wanted, List<SchemaAttribute> unwanted) {
        return unwanted.stream().noneMatch(GroupHandler::isMembers)
                && (wanted.isEmpty() || wanted.stream().anyMatch(GroupHandler::isMembers));
    }

    private static boolean isMembers(SchemaAttribute attribute) {
        return attribute.getScimNodeName().startsWith("members");
    }

    private static DescribedTeam described(Group group) {
        return new DescribedTeam(
                group.getDisplayName().map(String::strip).orElse(null),
                group.getExternalId().orElse(null));
    }

    /** @throws ScimRefusal 400 for what is no id of ours, as for an unknown one */
    private static Set<UUID> members(Group group) {
        try {
            return group.getMembers().stream()
                    .map(member -> UUID.fromString(member.getValue().orElse("")))
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException noneOfOurs) {
            throw ScimRefusal.invalidValue("members", null);
        }
    }

    private static Map<UUID, List<Person>> membersOf(List<Team> teams) {
        return Person.<Person>find(
                        "from Person p where p.team in ?1 and " + Person.IN_DIRECTORY + " order by p.name, p.id", teams)
                .stream()
                .collect(Collectors.groupingBy(person -> person.team().id()));
    }

    private static Group view(Team team) {
        return view(team, membersOf(List.of(team)).getOrDefault(team.id(), List.of()));
    }

    private static Group view(Team team, List<Person> members) {
        return Group.builder()
                .id(team.id().toString())
                .externalId(team.externalId())
                .displayName(team.name())
                .members(members.stream()
                        .map(person -> Member.builder()
                                .value(person.id().toString())
                                .display(person.name())
                                .type("User")
                                .build())
                        .toList())
                .meta(ScimUser.meta(team.createdAt(), team.changedAt()))
                .build();
    }
}
