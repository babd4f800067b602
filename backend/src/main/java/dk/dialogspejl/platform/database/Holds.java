package dk.dialogspejl.platform.database;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * {@code holds(:ids, x.id)} in HQL: whether an array holds it. That is what {@code x.id in :ids} says, with one parameter
 * whatever their number, so that Hibernate can keep the plan of the query: one with a list it translates anew each time.
 * The array comes first, because as the last argument of a function it would be taken for a list too.
 */
public class Holds implements FunctionContributor {

    @Override
    public void contributeFunctions(FunctionContributions contributions) {
        contributions
                .getFunctionRegistry()
                .registerPattern(
                        "holds",
                        "(?2 = any(?1))",
                        contributions
                                .getTypeConfiguration()
                                .getBasicTypeRegistry()
                                .resolve(StandardBasicTypes.BOOLEAN));
    }
}
