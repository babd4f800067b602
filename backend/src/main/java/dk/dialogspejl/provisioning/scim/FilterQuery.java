package dk.dialogspejl.provisioning.scim;

import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.Type;
import de.captaingoldfish.scim.sdk.server.filter.AndExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.AttributeExpressionLeaf;
import de.captaingoldfish.scim.sdk.server.filter.AttributePathRoot;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.filter.NotExpressionNode;
import de.captaingoldfish.scim.sdk.server.filter.OrExpressionNode;
import jakarta.persistence.TypedQuery;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A SCIM filter (RFC 7644, section 3.4.2.2), once the library has parsed it, as a condition of a query. */
final class FilterQuery {

    /** Begins a column that has many values: what follows is a subquery with the one sought in the place of {@code %s}. */
    static final String ONE_OF = "one of ";

    /** Begins a column that holds lower case alone, and so is compared as it stands, by its index. */
    static final String LOWER_CASE = "in lower case ";

    private final Map<String, String> columns;
    private final List<Object> values = new ArrayList<>();
    private String condition = "";

    private FilterQuery(Map<String, String> columns) {
        this.columns = columns;
    }

    /**
     * @param filter null for all
     * @param columns of an attribute in lower case, what it is in the query
     * @throws ScimRefusal 400 for an attribute that cannot be asked for
     */
    static FilterQuery of(FilterNode filter, Map<String, String> columns) {
        FilterQuery query = new FilterQuery(columns);
        if (filter != null) {
            query.condition = " and " + query.of(filter);
        }
        return query;
    }

    /** To be put after another condition. */
    String condition() {
        return condition;
    }

    <T> TypedQuery<T> bound(TypedQuery<T> query) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter("v" + i, values.get(i));
        }
        return query;
    }

    private String of(FilterNode node) {
        if (node instanceof AndExpressionNode and) {
            return "(" + of(and.getLeftNode()) + " and " + of(and.getRightNode()) + ")";
        }
        if (node instanceof OrExpressionNode or) {
            return "(" + of(or.getLeftNode()) + " or " + of(or.getRightNode()) + ")";
        }
        if (node instanceof NotExpressionNode not) {
            return "(not " + of(not.getRightNode()) + ")";
        }
        if (node instanceof AttributePathRoot path && path.getChild() != null) {
            return of(path.getChild());
        }
        if (node instanceof AttributeExpressionLeaf leaf) {
            return of(leaf);
        }
        throw ScimRefusal.invalidFilter();
    }

    /** Never null, so that {@code not} of it holds where there is no value. */
    private String of(AttributeExpressionLeaf leaf) {
        String column = columns.get(leaf.getSchemaAttribute().getScimNodeName().toLowerCase(Locale.ROOT));
        if (column == null) {
            throw ScimRefusal.invalidFilter();
        }
        if (column.startsWith(ONE_OF)) {
            if (leaf.getComparator() != Comparator.EQ || leaf.isNull()) {
                throw ScimRefusal.invalidFilter();
            }
            return "exists " + column.substring(ONE_OF.length()).formatted(value(leaf, true));
        }
        boolean asItStands = leaf.isCaseExact() || column.startsWith(LOWER_CASE);
        column = column.replace(LOWER_CASE, "");
        boolean text = leaf.getType() != Type.BOOLEAN && leaf.getType() != Type.DATE_TIME;
        String compared = text && !asItStands ? "lower(" + column + ")" : column;
        return switch (leaf.getComparator()) {
            case PR -> column + " is not null";
            case EQ ->
                leaf.isNull()
                        ? column + " is null"
                        : "(" + column + " is not null and " + compared + " = " + value(leaf, text) + ")";
            case NE -> leaf.isNull() ? column + " is not null" : compared + " is distinct from " + value(leaf, text);
            case CO -> like(compared, "%", leaf, "%");
            case SW -> like(compared, "", leaf, "%");
            case EW -> like(compared, "%", leaf, "");
            case GT -> whereThere(compared, ">", leaf, text);
            case GE -> whereThere(compared, ">=", leaf, text);
            case LT -> whereThere(compared, "<", leaf, text);
            case LE -> whereThere(compared, "<=", leaf, text);
        };
    }

    private String whereThere(String column, String operator, AttributeExpressionLeaf leaf, boolean text) {
        return "coalesce(" + column + " " + operator + " " + value(leaf, text) + ", false)";
    }

    private String like(String column, String before, AttributeExpressionLeaf leaf, String after) {
        String part = text(leaf).replaceAll("([\\\\%_])", "\\\\$1");
        return "coalesce(" + column + " like " + bind(before + part + after) + " escape '\\', false)";
    }

    private String value(AttributeExpressionLeaf leaf, boolean text) {
        return bind(
                text
                        ? text(leaf)
                        : leaf.getType() == Type.BOOLEAN
                                ? leaf.getBooleanValue().orElseThrow(ScimRefusal::invalidFilter)
                                : leaf.getDateTime()
                                        .orElseThrow(ScimRefusal::invalidFilter)
                                        .truncatedTo(ChronoUnit.MICROS));
    }

    /** As JSON writes it in the filter, in lower case where case makes no difference. */
    private static String text(AttributeExpressionLeaf leaf) {
        String value = leaf.getStringValue().orElseThrow(ScimRefusal::invalidFilter);
        String plain = value.replaceAll("\\\\([\"\\\\/])", "$1");
        return leaf.isCaseExact() ? plain : plain.toLowerCase(Locale.ROOT);
    }

    private String bind(Object value) {
        values.add(value);
        return ":v" + (values.size() - 1);
    }
}
