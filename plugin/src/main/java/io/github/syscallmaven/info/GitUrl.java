package io.github.syscallmaven.info;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A remote's URL, fit to be published: "GIT URLS" in git-clone(1), {@code <transport>::<address>} in
 * gitremote-helpers(7).
 *
 * <p>User, password and token are dropped from every {@code scheme://user:password@}, wherever it stands; of ssh, where
 * the user is no secret, only the password. Query and fragment go too, because servers take tokens there. What has no host
 * where one should be is dropped up to its last {@code @}, or whole. A token inside a path cannot be told from the path.
 */
final class GitUrl {
    private static final Set<String> SSH = Set.of("ssh", "git+ssh", "ssh+git");

    private static final Pattern HELPER = Pattern.compile("(?<transport>\\w+)::(?<address>.*)", Pattern.DOTALL);
    private static final Pattern URL = Pattern.compile(
            "(?<before>.*?(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)(?<authority>[^/?#]*)(?<path>.*)", Pattern.DOTALL);
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]*]|[^:\\[\\]]*)(:\\d*)?");
    private static final Pattern QUERY = Pattern.compile("[?#].*", Pattern.DOTALL);

    /** {@code user:secret@host:path}: to git that is a path on the host 'user', to a reader it is a password. */
    private static final Pattern PASSWORD_WITHOUT_SCHEME = Pattern.compile("[^/:]*:[^/]*@(.*)", Pattern.DOTALL);

    private GitUrl() {}

    static String withoutCredentials(String url) {
        Matcher helper = HELPER.matcher(url);
        if (helper.matches()) {
            String transport = helper.group("transport");
            return transport.equals("ext") ? "" : transport + "::" + withoutCredentials(helper.group("address"));
        }
        Matcher parts = URL.matcher(url);
        return parts.matches() ? clean(parts) : withoutPassword(url);
    }

    private static String withoutPassword(String url) {
        Matcher password = PASSWORD_WITHOUT_SCHEME.matcher(url);
        return password.matches() ? password.group(1) : url;
    }

    private static String clean(Matcher url) {
        String scheme = url.group("scheme").toLowerCase(Locale.ROOT);
        String authority = url.group("authority");
        String path = url.group("path");
        int at = authority.lastIndexOf('@');
        String host = authority.substring(at + 1);
        if (!HOST_AND_PORT.matcher(host).matches() && (at < 0 || path.contains("@"))) {
            int end = path.lastIndexOf('@');
            return end < 0 ? "" : url.group("before") + path.substring(end + 1);
        }
        String user = SSH.contains(scheme) && at >= 0 ? user(authority.substring(0, at)) : "";
        boolean query = !SSH.contains(scheme) && !scheme.equals("file");
        String shown = query ? QUERY.matcher(path).replaceFirst("") : path;
        return url.group("before") + user + host + (shown.contains("://") ? withoutCredentials(shown) : shown);
    }

    private static String user(String userInfo) {
        String user = userInfo.split(":", 2)[0];
        return user.isEmpty() ? "" : user + "@";
    }
}
