package io.github.syscallmaven.info.git;

import java.util.Locale;
import java.util.Set;

/**
 * A remote's URL, fit to be published: "GIT URLS" in git-clone(1), {@code <transport>::<address>} in
 * gitremote-helpers(7), and RFC 3986.
 *
 * <p>No user, password or token of an authority remains: neither after {@code scheme://}, nor after slashes alone, nor
 * in the scp-like {@code user@host:path}, nor in a URL inside another. Only {@code git@} of ssh stays, which is
 * nobody's name. Query and fragment go too, because servers take tokens there. What has no host where one should be
 * loses everything up to its last {@code @}, or is dropped whole. A token inside a path looks like the path.
 *
 * <p>The text is read once, from left to right.
 */
final class GitUrl {
    private static final Set<String> SSH = Set.of("ssh", "git+ssh", "ssh+git");

    /**
     * After one of these, a missing slash is a slip of the pen; any other name may be the host of an scp-like address.
     */
    private static final Set<String> WEB = Set.of("http", "https", "ftp", "ftps");

    private static final String NOBODY = "git";

    private final StringBuilder shown = new StringBuilder();
    private String text;
    /** Where the part begins that is not looked at yet. */
    private int at;
    /** Where the next URL begins; the text's length when there is none. */
    private int url;
    /** Where that URL's authority begins. */
    private int authority;

    private String scheme = "";
    /** The first query or fragment that is not behind us. */
    private int query = -1;

    private GitUrl(String text) {
        this.text = text;
    }

    static String withoutCredentials(String url) {
        return new GitUrl(url).clean();
    }

    private String clean() {
        for (int end = helperEnd(); end > 0; end = helperEnd()) {
            if (text.substring(at, end).equalsIgnoreCase("ext::")) {
                return ""; // a command line
            }
            keepTo(end);
        }
        boolean isPath = false;
        while (at < text.length()) {
            findUrl();
            if (isPath) {
                keepTo(url);
            } else {
                cleanAddress(text.substring(at, url));
                at = url;
            }
            if (url < text.length()) {
                isPath = !isLocalFile();
                if (isPath && !cleanAuthority()) {
                    return "";
                }
            }
        }
        return shown.toString();
    }

    private void keepTo(int end) {
        shown.append(text, at, end);
        at = end;
    }

    /** Behind {@code transport::}; 0 when there is none. */
    private int helperEnd() {
        int end = at;
        while (end < text.length() && (isOfScheme(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return text.startsWith("::", end) ? end + 2 : 0;
    }

    private void findUrl() {
        url = at;
        scheme = "";
        authority = slashesEnd(at);
        if (authority - at >= 2) {
            return;
        }
        for (int colon = text.indexOf(':', at); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            url = colon;
            while (url > at && isOfScheme(text.charAt(url - 1))) {
                url--;
            }
            scheme = text.substring(url, colon).toLowerCase(Locale.ROOT);
            authority = slashesEnd(colon + 1);
            if (authority - colon > 2 || WEB.contains(scheme)) {
                return;
            }
        }
        url = text.length();
    }

    private int slashesEnd(int start) {
        int end = start;
        while (end < text.length() && isSlash(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** {@code file:///path}: an empty authority means no host here, and nowhere else. */
    private boolean isLocalFile() {
        boolean isLocal = scheme.equals("file") && authority - at == "file:///".length();
        if (isLocal) {
            keepTo(authority - 1);
        }
        return isLocal;
    }

    /** Shows what is no secret, up to the path. False when nothing of it can be shown. */
    private boolean cleanAuthority() {
        keepTo(authority);
        int end = authorityEnd();
        int sign = lastSign(end);
        int last = isHost(sign < 0 ? at : sign + 1, end) ? sign : text.lastIndexOf('@');
        if (last < at && !isHost(at, end)) {
            return false;
        }
        boolean isSsh = SSH.contains(scheme);
        if (isSsh && last >= at && last == sign && userBefore(sign).equals(NOBODY)) {
            shown.append(NOBODY).append('@');
        }
        at = Math.max(at, last + 1);
        keepTo(authorityEnd());
        if (!isSsh && !scheme.equals("file")) {
            text = text.substring(0, queryFrom(at));
        }
        return true;
    }

    private int authorityEnd() {
        int end = at;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private int lastSign(int end) {
        int sign = end - 1;
        while (sign >= at && text.charAt(sign) != '@') {
            sign--;
        }
        return sign < at ? -1 : sign;
    }

    private String userBefore(int sign) {
        return text.substring(at, sign).split(":", 2)[0];
    }

    /** Is this a host, with a port or without? An encoded {@code @} is one that somebody encoded once too often. */
    private boolean isHost(int start, int end) {
        int i = start;
        if (i < end && text.charAt(i) == '[') {
            while (i < end && text.charAt(i) != ']') {
                i++;
            }
            i++;
        } else {
            while (i < end && ":[]".indexOf(text.charAt(i)) < 0 && !text.startsWith("%40", i)) {
                i++;
            }
        }
        if (i < end && text.charAt(i) == ':') {
            do {
                i++;
            } while (i < end && Character.digit(text.charAt(i), 10) >= 0);
        }
        return i == end;
    }

    private int queryFrom(int start) {
        if (query < start) {
            query = start;
            while (query < text.length() && text.charAt(query) != '?' && text.charAt(query) != '#') {
                query++;
            }
        }
        return Math.min(query, text.length());
    }

    /** What begins with no URL: {@code user@host:path}, {@code [user@host:port]:path}, or a path. */
    private void cleanAddress(String address) {
        if (address.startsWith("[") && address.contains("]")) {
            int end = address.indexOf(']');
            shown.append('[').append(withoutUser(address.substring(1, end))).append(address, end, address.length());
            return;
        }
        int start = slashesIn(address, 0);
        int end = segmentEnd(address, start);
        String first = address.substring(start, end);
        int colon = first.indexOf(':');
        if (start == 0 && first.contains("@")) {
            shown.append(withoutUser(first)).append(address, end, address.length());
        } else if (start == 0 && colon >= 0) {
            cleanPath(address, colon + 1);
        } else {
            cleanPath(address, 0);
        }
    }

    /** {@code bob:secret@} at the head of a path, or with slashes in the secret before an scp-like address or a URL. */
    private void cleanPath(String address, int pathStart) {
        int start = slashesIn(address, pathStart);
        int end = segmentEnd(address, start);
        int sign = address.substring(start, end).lastIndexOf('@') + start;
        boolean isPassword = sign > start && address.substring(start, sign).contains(":");
        int last = address.lastIndexOf('@');
        if (isPassword) {
            shown.append(address, 0, start).append(address, sign + 1, address.length());
        } else if (pathStart > 0 && last >= 0 && isScpLike(address.substring(last + 1))) {
            shown.append(address, last + 1, address.length());
        } else {
            shown.append(address);
        }
    }

    /** Does a host come first? An address that ends here is followed by a URL, if by anything. */
    private boolean isScpLike(String address) {
        return address.isEmpty() || address.substring(0, segmentEnd(address, 0)).contains(":");
    }

    /** To git, {@code user:secret@host:path} is a path on the host 'user'; to a reader it is a password. */
    private static String withoutUser(String host) {
        int sign = host.lastIndexOf('@');
        return host.startsWith(NOBODY + "@") && sign == NOBODY.length() ? host : host.substring(sign + 1);
    }

    private static int slashesIn(String address, int start) {
        int end = start;
        while (end < address.length() && isSlash(address.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int segmentEnd(String address, int start) {
        int end = start;
        while (end < address.length() && !isSlash(address.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static boolean isOfScheme(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0;
    }
}
