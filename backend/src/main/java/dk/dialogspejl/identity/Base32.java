package dk.dialogspejl.identity;

/** Bytes as letters and digits that people can copy by hand (RFC 4648, section 6, without padding). */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = buffer << Byte.SIZE | next & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(ALPHABET.charAt(buffer >> bits & 0x1f));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(ALPHABET.charAt(buffer << BITS - bits & 0x1f)).toString();
    }
}
