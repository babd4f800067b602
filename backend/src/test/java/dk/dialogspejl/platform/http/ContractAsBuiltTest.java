package dk.dialogspejl.platform.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ContractAsBuiltTest {

    /** What Quarkus would make of it at start differs: in the order of what each operation takes. */
    @ParameterizedTest
    @ValueSource(strings = {"JSON", "YAML"})
    void the_contract_is_served_byte_for_byte_as_it_was_written_when_the_service_was_built(String format)
            throws Exception {
        byte[] served =
                RestAssured.get("/api/openapi?format=" + format.toLowerCase()).asByteArray();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream built = loader.getResourceAsStream("META-INF/quarkus-generated-openapi-doc." + format)) {
            assertArrayEquals(built.readAllBytes(), served);
        }
    }
}
