import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.*;
import java.io.*;
import java.lang.reflect.*;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.regex.*;
import org.apache.kafka.common.*;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.message.*;
import org.apache.kafka.common.protocol.*;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.*;

/** 照文件一行发一个请求，打印回答里的错误码。行的写法见 requests.txt 的开头。 */
public class Ask {
    static final ObjectMapper JSON = new ObjectMapper()
        .configure(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES, true)
        .configure(JsonParser.Feature.ALLOW_SINGLE_QUOTES, true);
    static final Map<String, Link> LINKS = new HashMap<>();
    static final Map<String, String> SAVED = new HashMap<>();

    /** 一条连接。 */
    static class Link {
        final String address;
        final Deque<ApiKeys> waiting = new ArrayDeque<>();
        final Deque<Short> versions = new ArrayDeque<>();
        Socket socket;
        DataInputStream in;

        Link(String address) {
            this.address = address;
        }

        void send(ApiKeys api, short version, Message body) throws IOException {
            if (socket == null) {
                String[] parts = address.split(":");
                socket = new Socket(parts[0], Integer.parseInt(parts[1]));
                socket.setSoTimeout(60_000);
                in = new DataInputStream(socket.getInputStream());
            }
            RequestHeaderData header = new RequestHeaderData()
                .setRequestApiKey(api.id).setRequestApiVersion(version).setCorrelationId(1).setClientId("ask");
            ByteBuffer head = MessageUtil.toByteBufferAccessor(header, api.requestHeaderVersion(version)).buffer();
            ByteBuffer rest = MessageUtil.toByteBufferAccessor(body, version).buffer();
            ByteBuffer all = ByteBuffer.allocate(4 + head.remaining() + rest.remaining());
            all.putInt(head.remaining() + rest.remaining()).put(head).put(rest);
            socket.getOutputStream().write(all.array());
            waiting.add(api);
            versions.add(version);
        }

        Message receive() throws IOException {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            ApiKeys api = waiting.remove();
            short version = versions.remove();
            ByteBufferAccessor readable = new ByteBufferAccessor(ByteBuffer.wrap(bytes));
            new ResponseHeaderData(readable, api.responseHeaderVersion(version));
            if (api == ApiKeys.API_VERSIONS && version > api.latestVersion()) version = 0;
            ApiMessage message = ApiMessageType.fromApiKey(api.id).newResponse();
            message.read(readable, version);
            return message;
        }
    }

    /** 把 JSON 填进一个请求的对象，没有写的用默认值。 */
    static Object value(JsonNode node, Type type) throws Exception {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
        if (node.isNull()) return null;
        if (raw == String.class) return node.asText();
        if (raw == boolean.class) return node.asBoolean();
        if (raw == byte.class || raw == Byte.class) return (byte) node.asInt();
        if (raw == short.class || raw == Short.class) return (short) node.asInt();
        if (raw == int.class || raw == Integer.class) return node.asInt();
        if (raw == long.class || raw == Long.class) return node.asLong();
        if (raw == double.class) return node.asDouble();
        if (raw == Uuid.class) return Uuid.fromString(node.asText());
        if (raw == byte[].class) return node.asText().getBytes(StandardCharsets.ISO_8859_1);
        if (raw == ByteBuffer.class) return ByteBuffer.wrap(node.asText().getBytes(StandardCharsets.ISO_8859_1));
        if (BaseRecords.class.isAssignableFrom(raw)) return records(node);
        Object made = raw == List.class ? new ArrayList<>() : raw.getConstructor().newInstance();
        if (made instanceof Collection<?>) {
            Type item = type instanceof ParameterizedType p ? p.getActualTypeArguments()[0]
                : ((ParameterizedType) raw.getGenericSuperclass()).getActualTypeArguments()[0];
            @SuppressWarnings("unchecked") Collection<Object> items = (Collection<Object>) made;
            for (JsonNode child : node) items.add(value(child, item));
            return made;
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String setter = "set" + field.getKey().substring(0, 1).toUpperCase() + field.getKey().substring(1);
            Method method = Arrays.stream(raw.getMethods()).filter(m -> m.getName().equals(setter)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(raw.getSimpleName() + " 没有 " + field.getKey()));
            method.invoke(made, value(field.getValue(), method.getGenericParameterTypes()[0]));
        }
        return made;
    }

    /** 一批消息：pid、epoch、seq、txn、codec、size、key、time、magic；bad 改坏校验和。 */
    static Object records(JsonNode node) {
        String codec = node.path("codec").asText("none");
        byte magic = (byte) node.path("magic").asInt(2);
        byte[] key = node.has("key") && node.get("key").isNull() ? null : new byte[] {'k'};
        long time = node.path("time").asLong(System.currentTimeMillis());
        MemoryRecordsBuilder builder = MemoryRecords.builder(ByteBuffer.allocate(512), magic,
            Compression.of(codec).build(), TimestampType.CREATE_TIME, 0, time, node.path("pid").asLong(-1),
            (short) node.path("epoch").asInt(-1), node.path("seq").asInt(-1), node.path("txn").asBoolean(), -1);
        builder.append(time, key, new byte[node.path("size").asInt(1)]);
        MemoryRecords built = builder.build();
        if (node.has("bad")) {
            int at = DefaultRecordBatch.RECORD_BATCH_OVERHEAD;
            built.buffer().put(at + 5, (byte) ~built.buffer().get(at + 5));
        }
        return built;
    }

    /** 走遍一个回答，收集错误码；found 里另记下每个叶子的值，按名字。 */
    static void walk(Object at, Set<Short> codes, Set<String> texts, Map<String, String> found) throws Exception {
        if (at instanceof Collection<?> items) {
            for (Object item : items) walk(item, codes, texts, found);
            return;
        }
        if (!(at instanceof Message)) return;
        for (Field field : at.getClass().getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) continue;
            field.setAccessible(true);
            Object value = field.get(at);
            if (value == null) continue;
            if (value instanceof Collection<?> || value instanceof Message) walk(value, codes, texts, found);
            else if (field.getName().toLowerCase().endsWith("errorcode")) codes.add((Short) value);
            else if (field.getName().equals("errorMessage")) texts.add(value.toString());
            found.putIfAbsent(field.getName(), value instanceof byte[] bytes ? escaped(bytes) : value.toString());
        }
    }

    static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte one : bytes) text.append(String.format("\\u%04x", one & 0xff));
        return text.toString();
    }

    static String line(String what, Set<Short> codes, Set<String> texts) {
        StringBuilder out = new StringBuilder(what);
        Set<Short> shown = new TreeSet<>(codes);
        if (shown.size() > 1) shown.remove((short) 0);
        for (short code : shown) {
            Errors error = Errors.forCode(code);
            out.append("\n    ").append(error.name()).append(" (").append(code).append(')');
            if (code != 0) out.append(' ').append(error.message());
        }
        texts.removeIf(text -> text.startsWith("Request Request(") || shown.stream().anyMatch(code -> text.equals(Errors.forCode(code).message())));
        texts.stream().filter(text -> !text.isBlank()).forEach(text -> out.append("\n    「").append(text.strip()).append('」'));
        return out.toString();
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 0) { // 程序自己的清单
            for (Errors error : Errors.values()) System.out.println(error.code() + "=" + error.name() + "　"
                + (error.exception() == null ? "" : error.exception().getClass().getSimpleName()));
            return;
        }
        SAVED.put("long", "x".repeat(5000)); // $long; 是五千个字母
        boolean right = true;
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            if (line.isBlank() || line.startsWith("//")) continue;
            if (line.startsWith("#")) { System.out.println(line); continue; }
            for (Map.Entry<String, String> saved : SAVED.entrySet()) line = line.replace("$" + saved.getKey() + ";", saved.getValue());
            // 连接 地址 API 版本 {正文} 变量=字段 -> 想要的码 ## 说明
            Matcher m = Pattern.compile("(\\S+) (\\S+) (\\S+) (\\d+) (\\{.*\\})((?: \\w+=\\w+)*)(?: -> (.*?))?(?: ## (.*))?").matcher(line);
            if (!m.matches()) throw new IllegalArgumentException(line);
            ApiKeys api = ApiKeys.valueOf(m.group(3).replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase());
            short version = Short.parseShort(m.group(4));
            Link link = LINKS.computeIfAbsent(m.group(1) + m.group(2), k -> new Link(m.group(2)));
            LINKS.put(m.group(1), link);
            ApiMessage empty = ApiMessageType.fromApiKey(api.id).newRequest();
            Message body = (Message) value(JSON.readTree(m.group(5)), empty.getClass());
            // 没有得到想要的码就再问，至多一分钟：刚启动时有的部件还在建
            link.send(api, version, body);
            right &= answer(link, m.group(3) + " v" + version, m.group(6), m.group(7), m.group(8), () -> {
                link.send(api, version, body);
                return link.receive();
            });
        }
        System.exit(right ? 0 : 1);
    }

    interface Again { Message ask() throws Exception; }

    static boolean answer(Link link, String api, String save, String want, String note, Again again) throws Exception {
        Set<Short> codes = new TreeSet<>();
        Set<String> texts = new TreeSet<>();
        Map<String, String> found = new HashMap<>();
        Message message;
        try {
            message = link.receive();
            walk(message, codes, texts, found);
            long until = System.currentTimeMillis() + 60_000;
            Set<Short> wanted = new TreeSet<>();
            if (want != null) for (String name : want.split(" ")) wanted.add(Errors.valueOf(name).code());
            while (want != null && !codes.containsAll(wanted) && System.currentTimeMillis() < until) {
                Thread.sleep(300);
                codes.clear(); texts.clear(); found.clear();
                walk(again.ask(), codes, texts, found);
            }
            for (String pair : save.isBlank() ? new String[0] : save.strip().split(" ")) {
                String[] sides = pair.split("=");
                SAVED.put(sides[0], found.getOrDefault(sides[1], ""));
            }
            if (want == null && codes.equals(Set.of((short) 0))) return true;
            boolean right = want == null ? codes.stream().allMatch(c -> c == 0) : codes.containsAll(wanted);
            System.out.println((right ? "" : "✗ 要的是 " + want + "：") + line(api + (note == null ? "" : "：" + note), codes, texts));
            return right;
        } catch (EOFException | java.net.SocketTimeoutException e) {
            System.out.println("✗ " + api + " " + note + " 没有回答：" + e);
            return false;
        }
    }
}
