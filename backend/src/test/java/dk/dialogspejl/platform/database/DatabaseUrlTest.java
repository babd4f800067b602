package dk.dialogspejl.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.dialogspejl.platform.NotReady;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"postgres://db:5432/spejl", "postgresql://db:5432/spejl", "jdbc:postgresql://db:5432/spejl"})
    void an_address_is_taken_as_people_write_it(String url) {
        assertEquals("jdbc:postgresql://db:5432/spejl", DatabaseUrl.toJdbc(url));
    }

    @Test
    void another_database_is_refused_in_one_sentence() {
        assertThrows(NotReady.class, () -> DatabaseUrl.toJdbc("mysql://db/spejl"));
    }
}
