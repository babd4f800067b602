package dk.dialogspejl.summaries;

import dk.dialogspejl.platform.database.TenantEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** One of the two or three things to work on, and later what became of it. */
@Entity
public class FocusPoint extends TenantEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Summary summary;

    /** Counts from 0. */
    private int position;

    private String text;

    /** Key of the topic of the round's guide that it is about; null for none. */
    private String topic;

    /** Null until the follow-up. */
    @Enumerated(EnumType.STRING)
    private FocusPointStatus status;

    private String note;

    protected FocusPoint() {}

    FocusPoint(Summary summary, int position, String text) {
        this.summary = summary;
        this.position = position;
        this.text = text;
        this.note = "";
    }

    void rewrite(String text) {
        this.text = text;
    }

    void about(String topic) {
        this.topic = topic.isEmpty() ? null : topic;
    }

    void followUp(FocusPointStatus status, String note) {
        this.status = status;
        this.note = note;
    }

    int position() {
        return position;
    }

    public String text() {
        return text;
    }

    /** Empty for none. */
    String topic() {
        return topic == null ? "" : topic;
    }

    FocusPointStatus status() {
        return status;
    }

    String note() {
        return note;
    }
}
