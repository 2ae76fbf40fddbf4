import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** Ask 地址 [语句 | @文件]：连上，执行一句，打印第一格，或者为什么不行。 */
public class Ask {
    public static void main(String[] given) throws Exception {
        String query = given.length > 1 ? given[1] : "SELECT 'connected'";
        if (query.startsWith("@")) {
            query = Files.readString(Path.of(query.substring(1)));
        }
        try (Connection connection = DriverManager.getConnection(given[0]);
                Statement statement = connection.createStatement()) {
            if (!statement.execute(query)) {
                System.out.println(statement.getUpdateCount() + " row");
                return;
            }
            ResultSet rows = statement.getResultSet();
            rows.next();
            System.out.println(rows.getObject(1));
        } catch (Exception error) {
            explain(error);
        }
    }

    /** 打印一个异常，再打印每一层没有说过的原因。 */
    static void explain(Throwable error) {
        System.out.println(error);
        for (Throwable at = error; at.getCause() != null; at = at.getCause()) {
            if (!String.valueOf(at.getMessage()).contains(at.getCause().getMessage())) {
                System.out.println("Caused by: " + at.getCause());
            }
        }
    }
}
