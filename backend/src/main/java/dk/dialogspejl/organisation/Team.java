package dk.dialogspejl.organisation;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;

/** People with one leader or more. */
@Entity
public class Team extends TenantEntity {

    private String name;

    protected Team() {}

    public Team(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }
}
