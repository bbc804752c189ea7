import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Runs Neo4j Community for one parent process.
 *
 * <p>Arguments: the home folder, the Bolt port and, optionally, set-password: then the first line of
 * standard input becomes the password of the user neo4j. The server ends when standard input closes, also
 * half-way through its start, so that a killed parent leaves no orphan that holds the store. Prints READY
 * once Bolt answers, or FAILED with the first cause.
 */
public final class EmbeddedNeo4j {
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        BufferedReader parent = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String password = parent.readLine();
        new Thread(() -> exitWhenClosed(parent)).start();

        try {
            DatabaseManagementService neo4j = start(home, port);
            Runtime.getRuntime().addShutdownHook(new Thread(neo4j::shutdown));
            if (arguments.length > 2 && arguments[2].equals("set-password")) setPassword(neo4j, password);
            System.out.println("READY");
        } catch (RuntimeException failure) {
            Throwable cause = failure;
            while (cause.getCause() != null) cause = cause.getCause();
            System.out.println("FAILED " + cause.getClass().getSimpleName() + ": " + cause.getMessage());
            failure.printStackTrace();
            System.exit(1);
        }
    }

    private static void exitWhenClosed(BufferedReader parent) {
        try {
            while (parent.readLine() != null) {
                // Anything but the end of the input is ignored.
            }
        } catch (IOException broken) {
            // A broken pipe is an end of the input, too.
        }
        System.exit(0);
    }

    private static DatabaseManagementService start(Path home, int port) {
        SocketAddress loopback = new SocketAddress("127.0.0.1", port);
        return new DatabaseManagementServiceBuilder(home)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, loopback)
                .setConfig(BoltConnector.advertised_address, loopback)
                .setConfig(HttpConnector.enabled, false)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.udc_enabled, false)
                .setConfig(GraphDatabaseSettings.log_queries, GraphDatabaseSettings.LogQueryLevel.OFF)
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseInternalSettings.dump_diagnostics, false)
                // Else each statement is compiled anew for texts and lists ten times as long, which takes up to seconds.
                .setConfig(GraphDatabaseInternalSettings.cypher_size_hint_parameters, false)
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .setConfig(GraphDatabaseSettings.pagecache_memory, 256L * 1024 * 1024)
                .setConfig(GraphDatabaseSettings.transaction_timeout, Duration.ofMinutes(10))
                .build();
    }

    private static void setPassword(DatabaseManagementService neo4j, String password) {
        neo4j.database(GraphDatabaseSettings.SYSTEM_DATABASE_NAME)
                .executeTransactionally(
                        "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
    }
}
