package dk.dialogspejl.identity;

import dk.dialogspejl.platform.sealing.SealRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Seals the keys of phones that were kept before they were sealed, each with its person's. */
public class SealSecondFactors extends SealRows {

    @Override
    protected String plainRows() {
        return "select id, person_id as author, secret from second_factor";
    }

    @Override
    protected String sealedRow() {
        return "update second_factor set secret = ? where id = ?";
    }

    @Override
    protected List<Object> sealed(ResultSet plain, Seal seal) throws SQLException {
        return List.of(seal.of(plain.getBytes("secret"), SecondFactor.SECRET));
    }
}
