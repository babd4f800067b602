package dk.dialogspejl.platform.database;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import io.quarkus.arc.Arc;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.EnumSet;
import org.hibernate.annotations.ValueGenerationType;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.EventTypeSets;

/** Given to a new row by {@link CurrentOrganisation}; PostgreSQL refuses one that the transaction is not for. */
@Retention(RUNTIME)
@Target(FIELD)
@ValueGenerationType(generatedBy = OfCurrentOrganisation.Generation.class)
@interface OfCurrentOrganisation {

    /** Made by Hibernate, once for each entity. */
    class Generation implements BeforeExecutionGenerator {

        @Override
        public EnumSet<EventType> getEventTypes() {
            return EventTypeSets.INSERT_ONLY;
        }

        @Override
        public Object generate(
                SharedSessionContractImplementor session, Object row, Object unset, EventType insertion) {
            return Arc.container().instance(CurrentOrganisation.class).get().id();
        }
    }
}
