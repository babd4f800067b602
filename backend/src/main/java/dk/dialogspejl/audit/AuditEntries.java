package dk.dialogspejl.audit;

import dk.dialogspejl.platform.http.CurrentLanguage;
import dk.dialogspejl.platform.http.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/**
 * Reads entries, with the names that what they are about has now: of somebody who has been erased, none; of a guide, the one in the reader's language. An id is one
 * thing's alone, so each entry finds one name at most.
 */
@ApplicationScoped
public class AuditEntries {

    private static final String READ = """
            select e.id, e.kind, e.happened_at, e.times, e.request_id, e.person_id, e.client_id, e.about_id,
                coalesce(by_person.name, by_client.name) as by_name,
                coalesce(person.name, team.name, client.name, webhook.name,
                    case :language
                        when 'EN' then coalesce(nullif(draft.title_en, ''), published.title_en)
                        else coalesce(nullif(draft.title_da, ''), published.title_da)
                    end) as about_name
            from audit_entry e
            left join person by_person on by_person.organisation_id = e.organisation_id and by_person.id = e.person_id
            left join api_client by_client on by_client.organisation_id = e.organisation_id and by_client.id = e.client_id
            left join person on person.organisation_id = e.organisation_id and person.id = e.about_id
            left join team on team.organisation_id = e.organisation_id and team.id = e.about_id
            left join api_client client on client.organisation_id = e.organisation_id and client.id = e.about_id
            left join webhook on webhook.organisation_id = e.organisation_id and webhook.id = e.about_id
            left join guide_draft draft on draft.organisation_id = e.organisation_id and draft.guide_id = e.about_id
            left join guide_version published on published.organisation_id = e.organisation_id
                and published.guide_id = e.about_id and published.number = (select max(other.number) from guide_version other
                    where other.organisation_id = e.organisation_id and other.guide_id = e.about_id)
            where true""";

    @Inject
    EntityManager entities;

    @Inject
    CurrentLanguage language;

    /**
     * A page, newest first.
     *
     * @param after where it begins; null for the first
     */
    List<AuditRow> page(AuditFilter filter, Cursor after, int most) {
        StringBuilder query = new StringBuilder(READ);
        Map<String, Object> values = new HashMap<>();
        if (filter.kinds != null && !filter.kinds.isEmpty()) {
            query.append(" and e.kind in (:kinds)");
            values.put("kinds", filter.kinds.stream().map(AuditKind::name).toList());
        }
        if (filter.by != null) {
            query.append(" and (e.person_id = :by or e.client_id = :by)");
            values.put("by", filter.by);
        }
        if (filter.from != null) {
            query.append(" and e.happened_at >= :from");
            values.put("from", filter.from);
        }
        if (filter.until != null) {
            query.append(" and e.happened_at < :until");
            values.put("until", filter.until);
        }
        if (after != null) {
            query.append(" and (e.happened_at, e.id) < (:at, :id)");
            values.put("at", after.at());
            values.put("id", after.id());
        }
        return read(query.toString(), values, most);
    }

    /** All that is written down by somebody or about them, newest first; of what others did, not by whom. */
    public List<AuditRow> of(UUID personId) {
        return read(
                        READ + " and (e.person_id = :person or e.about_id = :person)",
                        Map.of("person", personId),
                        Integer.MAX_VALUE)
                .stream()
                .map(row -> row.withoutOthersThan(personId))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<AuditRow> read(String query, Map<String, Object> values, int most) {
        NativeQuery<Object[]> page = entities.createNativeQuery(query + " order by e.happened_at desc, e.id desc")
                .unwrap(NativeQuery.class);
        page.addScalar("id", UUID.class)
                .addScalar("kind", String.class)
                .addScalar("happened_at", Instant.class)
                .addScalar("times", Integer.class)
                .addScalar("request_id", String.class)
                .addScalar("person_id", UUID.class)
                .addScalar("client_id", UUID.class)
                .addScalar("about_id", UUID.class)
                .addScalar("by_name", String.class)
                .addScalar("about_name", String.class);
        page.setParameter("language", language.get().name());
        values.forEach(page::setParameter);
        return page.setMaxResults(most).getResultList().stream()
                .map(AuditEntries::row)
                .toList();
    }

    private static AuditRow row(Object[] row) {
        AuditKind kind = AuditKind.valueOf((String) row[1]);
        AuditedType by = row[5] != null ? AuditedType.PERSON : AuditedType.API_CLIENT;
        return new AuditRow(
                (UUID) row[0],
                kind,
                (Instant) row[2],
                (Integer) row[3],
                ref(by, row[5] != null ? row[5] : row[6], row[8]),
                ref(kind.about(), row[7], row[9]),
                (String) row[4]);
    }

    private static AuditRef ref(AuditedType type, Object id, Object name) {
        return id == null ? null : new AuditRef(type, (UUID) id, (String) name);
    }
}
