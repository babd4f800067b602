package dk.dialogspejl.platform.outside;

import dk.dialogspejl.platform.outside.OutsideFailure.Cause;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Makes calls within their {@link Reach}. The name is looked up once, every address that it has must be within reach, and
 * the connection goes to an address that was looked at: a name that has another the next moment leads nowhere else. The
 * certificate is still asked for by name. No redirect is followed, and no connection is kept.
 */
@ApplicationScoped
public class OutsideHttp {

    private static final int TO_CONNECT_MILLIS = 3_000;

    /** Of one receiver at a time. */
    private static final int CONNECTIONS = 50;

    /** Of the addresses of a name, so many are tried while nobody takes the call. */
    private static final int MOST_ADDRESSES = 3;

    private final HttpClient client;
    private final Names names;

    /** Looks names up. */
    @FunctionalInterface
    interface Names {
        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    @Inject
    OutsideHttp(Vertx vertx) {
        this(vertx, new HttpClientOptions(), InetAddress::getAllByName);
    }

    OutsideHttp(Vertx vertx, HttpClientOptions options, Names names) {
        this.client = vertx.createHttpClient(options.setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setMaxPoolSize(CONNECTIONS)
                .setConnectTimeout(TO_CONNECT_MILLIS));
        this.names = names;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** @throws OutsideFailure where there is no answer. Blocks until then */
    public OutsideAnswer send(OutsideCall call) throws OutsideFailure {
        long end = System.nanoTime() + call.within().toNanos();
        call.reach().check(call.address());
        List<InetAddress> addresses = addresses(call);
        CompletableFuture<OutsideAnswer> answer = new CompletableFuture<>();
        Future<HttpClientRequest> connected = connect(call, addresses.get(0));
        for (InetAddress next : addresses.subList(1, Math.min(MOST_ADDRESSES, addresses.size()))) {
            connected = connected.recover(failure -> cause(failure) == Cause.NOT_CONNECTED && !answer.isDone()
                    ? connect(call, next)
                    : Future.failedFuture(failure));
        }
        connected.onFailure(answer::completeExceptionally).onSuccess(request -> exchange(call, request, answer));
        try {
            return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new OutsideFailure(cause(e.getCause()));
        } catch (TimeoutException e) {
            answer.completeExceptionally(e); // which hangs up
            throw new OutsideFailure(Cause.TIMED_OUT);
        } catch (InterruptedException e) {
            answer.completeExceptionally(e);
            Thread.currentThread().interrupt();
            throw new OutsideFailure(Cause.BROKEN_OFF);
        }
    }

    /** Where one of them is out of reach, the name is not for us. */
    private List<InetAddress> addresses(OutsideCall call) throws OutsideFailure {
        InetAddress[] found;
        try {
            found = names.addresses(call.address().getHost());
        } catch (UnknownHostException e) {
            throw new OutsideFailure(Cause.NAME_UNKNOWN);
        }
        for (InetAddress one : found) {
            if (!call.reach().includes(one)) {
                throw new OutsideFailure(Cause.ADDRESS_REFUSED);
            }
        }
        return List.of(found);
    }

    private Future<HttpClientRequest> connect(OutsideCall call, InetAddress to) {
        URI address = call.address();
        boolean tls = Reach.isTls(address);
        int port = address.getPort() >= 0 ? address.getPort() : tls ? 443 : 80;
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(call.body() == null ? HttpMethod.GET : HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(to, port)))
                .setHost(address.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery());
        call.headers().forEach(options::putHeader);
        return client.request(options);
    }

    private static void exchange(OutsideCall call, HttpClientRequest request, CompletableFuture<OutsideAnswer> answer) {
        answer.whenComplete((done, failure) -> {
            if (failure != null || call.most() == OutsideCall.HEAD_ONLY) {
                request.reset();
            }
        });
        request.connection().exceptionHandler(answer::completeExceptionally);
        Future<HttpClientResponse> head =
                call.body() == null ? request.send() : request.send(Buffer.buffer(call.body()));
        head.onFailure(answer::completeExceptionally).onSuccess(response -> read(call, response, answer));
    }

    private static void read(OutsideCall call, HttpClientResponse response, CompletableFuture<OutsideAnswer> answer) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(answer::completeExceptionally);
        if (call.most() == OutsideCall.HEAD_ONLY) {
            answer.complete(answer(response, body));
            return;
        }
        response.handler(part -> {
            if (body.length() + part.length() > call.most()) {
                answer.completeExceptionally(new OutsideFailure(Cause.TOO_LONG));
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(end -> answer.complete(answer(response, body)));
    }

    private static OutsideAnswer answer(HttpClientResponse response, Buffer body) {
        return new OutsideAnswer(
                response.statusCode(), Optional.ofNullable(response.getHeader("Retry-After")), body.getBytes());
    }

    private static Cause cause(Throwable failure) {
        if (failure instanceof OutsideFailure known) {
            return known.why();
        }
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof SSLException || one instanceof CertificateException) {
                return Cause.NOT_TRUSTED;
            }
            if (one instanceof ConnectException) {
                return Cause.NOT_CONNECTED;
            }
        }
        return Cause.BROKEN_OFF;
    }
}
