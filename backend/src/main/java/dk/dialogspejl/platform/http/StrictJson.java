package dk.dialogspejl.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import dk.dialogspejl.platform.time.Years;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;

/** Reads what is meant or nothing: half a dialogue is not two, and a number is not a text. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    /** Deeper than any body of ours, wider than any of its texts; what is beyond is not even parsed. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(20)
            .maxStringLength(200_000)
            .maxNumberLength(30)
            .maxNameLength(100)
            .build();

    /** After Quarkus' own, whose readers of times are looser. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper json) {
        json.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
        json.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        json.getFactory().setStreamReadConstraints(LIMITS);
        json.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        json.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        json.registerModule(new SimpleModule()
                .addDeserializer(Instant.class, new OfText<>(Instant.class, Instant::parse))
                .addDeserializer(LocalDate.class, new OfText<>(LocalDate.class, LocalDate::parse)));
    }

    /** A time or a day as RFC 3339 writes it, in a year that a round can be in and PostgreSQL can hold. */
    private static final class OfText<T extends TemporalAccessor> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> parse;

        OfText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return fail(context);
            }
            try {
                T value = parse.apply(json.getText());
                return Years.cover(value) ? value : fail(context);
            } catch (DateTimeException unreadable) {
                return fail(context);
            }
        }

        private T fail(DeserializationContext context) throws IOException {
            return context.reportInputMismatch(this, "not a time or a day");
        }
    }
}
