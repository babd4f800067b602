package dk.dialogspejl.platform.database;

import dk.dialogspejl.platform.http.Scope;
import dk.dialogspejl.testing.ApiTest;
import dk.dialogspejl.testing.Employee;
import dk.dialogspejl.testing.Operation;
import dk.dialogspejl.testing.RoundStory;
import dk.dialogspejl.testing.ValidRequests;
import dk.dialogspejl.testing.WholeDatabase;
import dk.dialogspejl.testing.Workplace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.*;
import java.util.stream.*;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QueryPlanTest extends ApiTest {
    @Inject
    WholeDatabase database;

    @Inject
    RowsRead rows;

    @Test
    void trial() throws Exception {
        long t0 = System.nanoTime();
        Workplace work = given.aWorkplace();
        RoundStory round = RoundStory.at(work).withVideo().sharingEarly().withTalk().outcomes();
        round.shares(true);
        RoundStory.at(work).reflecting();
        RoundStory.at(work).discussing();
        ValidRequests requests = new ValidRequests(round);
        List<Operation> ops = Operation.all().stream().filter(o -> !o.writes() && !o.endless()).toList();
        Map<Operation, String> paths = new LinkedHashMap<>();
        ops.forEach(o -> paths.put(o, requests.path(o)));
        System.out.println("story " + (System.nanoTime() - t0) / 1000000);
        t0 = System.nanoTime();
        var dump = database.dump();
        System.out.println("dump " + (System.nanoTime() - t0) / 1000000);
        try {
            t0 = System.nanoTime();
            Copies.make(database, work.organisation(), Integer.getInteger("copies", 1000), 300);
            System.out.println("copies " + (System.nanoTime() - t0) / 1000000);
            for (String s : List.of("new", "analysed")) {
                t0 = System.nanoTime();
                if (s.equals("analysed")) database.execute("vacuum analyze");
                System.out.println("analyse " + (System.nanoTime() - t0) / 1000000);
                System.out.println(database.query("select string_agg(relname||':'||n_live_tup, ' ' order by n_live_tup desc) from pg_stat_user_tables where n_live_tup > 0"));
                t0 = System.nanoTime();
                for (var e : paths.entrySet()) {
                    List<Integer> st = new ArrayList<>();
                    var read = rows.during(() -> {
                        for (Employee reader : List.of(work.anna(), work.bo(), work.dorte(), work.erik(), work.hr()))
                            st.add(requests.of(e.getKey(), reader).get(e.getValue()).statusCode());
                    });
                    read.values().removeIf(n -> n < 300);
                    System.out.println(s + " " + e.getKey() + " " + st + " " + read);
                }
                System.out.println("asked " + (System.nanoTime() - t0) / 1000000);
            }
        } finally {
            t0 = System.nanoTime();
            database.restore(dump);
            System.out.println("restore " + (System.nanoTime() - t0) / 1000000);
        }
    }
}
