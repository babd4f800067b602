package dk.dialogspejl.rounds;

/** What the person invited to be sparring partner has said. */
public enum PartnerAnswer {
    INVITED,
    ACCEPTED,
    DECLINED
}
