package dk.dialogspejl.bench.bare;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers from memory what it was given: what Quarkus REST itself costs, on a worker's thread as the product's requests are. */
@Path("/{name}")
@Blocking
public class AnswerResource {

    private static final Map<String, byte[]> ANSWERS = new ConcurrentHashMap<>(Map.of("ready", new byte[0]));

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] get(String name) {
        byte[] answer = ANSWERS.get(name);
        if (answer == null) {
            throw new NotFoundException();
        }
        return answer;
    }

    @PUT
    public void put(String name, byte[] answer) {
        ANSWERS.put(name, answer);
    }
}
