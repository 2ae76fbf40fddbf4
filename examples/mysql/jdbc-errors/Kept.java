import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Kept 地址 [KILL]：留着一条连接不用，等它从进程表里消失（空闲到期，或被 KILL），再用它。 */
public class Kept {
    public static void main(String[] given) throws Exception {
        try (Connection kept = DriverManager.getConnection(given[0]);
                Connection other = DriverManager.getConnection(given[0])) {
            int id = number(kept, "SELECT connection_id()");
            try (Statement statement = other.createStatement()) {
                statement.execute("SET wait_timeout = 600");
                if (given.length > 1) {
                    statement.execute(given[1] + " " + id);
                }
            }
            String there = "SELECT count(*) FROM performance_schema.processlist WHERE id = " + id;
            for (int tries = 0; number(other, there) > 0 && tries < 600; tries++) {
                Thread.sleep(100);
            }
            System.out.println(number(kept, "SELECT 1"));
        } catch (SQLException error) {
            Ask.explain(error);
        }
    }

    static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
