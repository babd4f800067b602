package dk.dialogspejl.identity.limits;

import dk.dialogspejl.platform.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Limits on failed sign-ins, for each account, known or not, and for each address (ASVS 5, section 6.3.1). Who uses up
 * an account's attempts does not lock its owner out: a device on which the owner has signed in before has a limit of
 * its own, and is not held to that of its address either (OWASP, "Slow Down Online Guessing Attacks with Device
 * Cookies"). On a new device there is still the mailed link.
 */
@ApplicationScoped
public class SignInLimits {

    /** Then 288 a day, of the ten thousand million guesses that a password must stand. */
    static final Limit ACCOUNT = new Limit(10, Duration.ofMinutes(5));

    /** Behind one address there may be a whole town hall. */
    static final Limit ADDRESS = new Limit(60, Duration.ofSeconds(10));

    private static final Limit MAILS = new Limit(3, Duration.ofMinutes(20));

    @Inject
    Attempts attempts;

    /**
     * @param login in lower case
     * @param knownDevice the device's own id, if this account has signed in on it before
     * @throws ProblemException TOO_MANY_ATTEMPTS
     */
    public Attempt admit(String login, Optional<UUID> knownDevice, String address) {
        Map<String, Limit> limits = new LinkedHashMap<>();
        knownDevice.ifPresentOrElse(device -> limits.put("device " + device, ACCOUNT), () -> {
            limits.put("address " + network(address), ADDRESS);
            limits.put("account " + login, ACCOUNT);
        });
        return take(limits);
    }

    /** Someone who is signed in proves once more who they are. */
    public Attempt admitPerson(UUID person) {
        return take(Map.of("person " + person, ACCOUNT));
    }

    /** Something that is not guessed at by account, such as a link. */
    public Attempt admitAddress(String address) {
        return take(Map.of("address " + network(address), ADDRESS));
    }

    /** Whether to send this address one more mail it has not asked for while signed in. */
    public boolean mayMail(String login) {
        try {
            take(Map.of("mail " + login, MAILS));
            return true;
        } catch (ProblemException tooMany) {
            return false;
        }
    }

    private Attempt take(Map<String, Limit> limits) {
        limits.forEach(attempts::take);
        return new Attempt(attempts, limits);
    }

    /** An IPv4 address itself; of an IPv6 address the first 64 bits, behind which one customer has them all. */
    static String network(String address) {
        try {
            InetAddress parsed = InetAddress.getByName(address); // resolves no names: a connection's address is none
            return parsed instanceof Inet6Address
                    ? Arrays.toString(Arrays.copyOf(parsed.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
