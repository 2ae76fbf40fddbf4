import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Pool 地址 leak | close | kill [几条]：借了不还，直到借不到；借了就还，借十次；借之前那一条已经被 KILL。 */
public class Pool {
    public static void main(String[] given) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(given[0]);
        config.setMaximumPoolSize(given.length > 2 ? Integer.parseInt(given[2]) : 2); // 默认 10
        config.setConnectionTimeout(3000); // 默认 30000
        config.setLeakDetectionThreshold(2000); // 默认 0，不查；最小 2000
        config.setInitializationFailTimeout(-1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            switch (given[1]) {
                case "leak" -> leak(pool);
                case "kill" -> kill(pool, given[0]);
                default -> close(pool);
            }
        } catch (SQLException error) {
            Ask.explain(error);
        }
    }

    static void leak(HikariDataSource pool) throws Exception {
        try {
            while (true) {
                pool.getConnection();
            }
        } catch (SQLException error) {
            System.out.println(error);
        }
        Thread.sleep(600_000); // 程序还开着，一直没有还
    }

    static void close(HikariDataSource pool) throws SQLException {
        for (int times = 1; times <= 10; times++) {
            try (Connection connection = pool.getConnection()) {
                connection.isValid(0);
            }
        }
        System.out.println("10 times");
    }

    static void kill(HikariDataSource pool, String url) throws Exception {
        int id;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT connection_id()")) {
            rows.next();
            id = rows.getInt(1);
        }
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            statement.execute("KILL " + id);
        }
        Thread.sleep(1000); // 半秒内用过的，池子不检查
        close(pool);
    }
}
