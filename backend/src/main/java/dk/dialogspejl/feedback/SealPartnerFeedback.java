package dk.dialogspejl.feedback;

import dk.dialogspejl.platform.sealing.SealRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Seals the notes, questions and feedback that were written before there were keys, each with its partner's. */
public class SealPartnerFeedback extends SealRows {

    @Override
    protected String plainRows() {
        return "select f.id, r.partner_id as author, f.note, f.questions, f.feedback from partner_feedback f"
                + " join round r on r.organisation_id = f.organisation_id and r.id = f.round_id"
                + " where f.note <> '' or f.questions <> '{}' or f.feedback <> ''";
    }

    @Override
    protected String sealedRow() {
        return "update partner_feedback set sealed_note = ?, sealed_questions = ?, sealed_feedback = ?,"
                + " note = '', questions = '{}', feedback = '' where id = ?";
    }

    @Override
    protected List<Object> sealed(ResultSet plain, Seal seal) throws SQLException {
        return List.of(
                seal.of(plain.getString("note"), PartnerFeedback.NOTE),
                seal.of(plain.getArray("questions").getArray(), PartnerFeedback.QUESTIONS),
                seal.of(plain.getString("feedback"), PartnerFeedback.FEEDBACK));
    }
}
