package dk.dialogspejl.reflections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.dialogspejl.platform.sealing.SealRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Seals the reflections that were written before there were keys, each with its evaluatee's. */
public class SealReflections extends SealRows {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected String plainRows() {
        return "select f.id, r.evaluatee_id as author, f.text, f.moments from reflection f"
                + " join dialogue d on d.organisation_id = f.organisation_id and d.id = f.dialogue_id"
                + " join round r on r.organisation_id = d.organisation_id and r.id = d.round_id"
                + " where f.text <> '' or f.moments <> '[]'";
    }

    @Override
    protected String sealedRow() {
        return "update reflection set words = ?, blank = ?, text = '', moments = '[]' where id = ?";
    }

    @Override
    protected List<Object> sealed(ResultSet plain, Seal seal) throws SQLException {
        Words words = new Words(plain.getString("text"), moments(plain.getString("moments")));
        return List.of(seal.of(words, Words.COLUMN), words.isBlank());
    }

    private static List<Moment> moments(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Moments of a reflection cannot be read");
        }
    }
}
