package dk.dialogspejl.guides;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;

/** A feedback guide of an organisation: its own, or one that came with the product. */
@Entity
public class Guide extends TenantEntity {

    /** The name of the built-in guide this is, such as {@code pharmacy-counter}; null for an organisation's own. */
    private String builtInKey;

    protected Guide() {}

    Guide(String builtInKey) {
        this.builtInKey = builtInKey;
    }

    public String builtInKey() {
        return builtInKey;
    }
}
