package dk.dialogspejl.platform.http;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/**
 * Reads numbers, names and times in parameters; only query parameters have such. Jakarta REST answers 404 to a value it
 * cannot read, which hides what is wrong; here it is a 400. Ids in paths keep the 404.
 */
@Provider
public class QueryValues implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type.isEnum()) {
            return new Converter<>(text -> (T) Enum.valueOf(type.asSubclass(Enum.class), text));
        }
        if (type == Integer.class || type == int.class) {
            return new Converter<>(text -> (T) Integer.valueOf(text));
        }
        if (type == Instant.class) {
            return new Converter<>(text -> (T) Instant.parse(text));
        }
        if (type == LocalDate.class) {
            return new Converter<>(text -> (T) LocalDate.parse(text));
        }
        return null;
    }

    private record Converter<T>(Function<String, T> read) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            try {
                return read.apply(text);
            } catch (IllegalArgumentException | DateTimeParseException unreadable) {
                throw new BadRequestException(unreadable);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
