package dk.dialogspejl.platform.retention;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** Rows of one table, each due for itself and deleted. */
public abstract class KeptRows implements Kept {

    private final String name;
    private final String table;
    private final String condition;

    @Inject
    EntityManager entities;

    /** @param condition in SQL, on the row {@code k} */
    protected KeptRows(String name, String table, String condition) {
        this.name = name;
        this.table = table;
        this.condition = condition;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String due() {
        return "select k.id from " + table + " k where (" + condition + ")";
    }

    @Override
    public void remove(List<UUID> ids) {
        entities.createNativeQuery("delete from " + table + " where id in (:ids)")
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
