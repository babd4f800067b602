package dk.dialogspejl.rounds;

/** How a customer says yes to being recorded. */
public enum ConsentMethod {
    SPOKEN_ON_RECORDING,
    SIGNED
}
