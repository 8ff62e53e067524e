package org.gridsight.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gridsight.app.kernel.Reason;
import org.gridsight.app.kernel.Rejected;
import org.gridsight.app.kernel.Text;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies above the limit with 413, announced or not. Uploads of files have limits of their own. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class BodyLimit extends OncePerRequestFilter {

    private final long maxBytes;
    private final Problems problems;

    BodyLimit(HttpSettings settings, Problems problems) {
        this.maxBytes = settings.maxBody().toBytes();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null && (type.startsWith("multipart/") || isPiece(request, type))) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > maxBytes) {
            problems.write(request, response, new Rejected(TooLarge.BODY, maxBytes / 1024));
        } else {
            chain.doFilter(new LimitedRequest(request, maxBytes), response);
        }
    }

    /** Pieces of resumable uploads are bounded by the length that was announced. */
    private static boolean isPiece(HttpServletRequest request, String type) {
        return type.startsWith("application/offset+octet-stream")
                && request.getRequestURI().startsWith("/api/uploads/");
    }

    private enum TooLarge implements Reason {
        BODY;

        @Override
        public String code() {
            return "request.too-large";
        }

        @Override
        public int status() {
            return 413;
        }

        @Override
        public Text text() {
            return new Text("请求超过 {0} kB。", "The request is larger than {0} kB.");
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        private final long maxBytes;

        LimitedRequest(HttpServletRequest request, long maxBytes) {
            super(request);
            this.maxBytes = maxBytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), maxBytes);
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream in;
        private final long maxBytes;
        private long seen;

        LimitedStream(ServletInputStream in, long maxBytes) {
            this.in = in;
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            seen += bytes;
            if (seen > maxBytes) {
                throw new Rejected(TooLarge.BODY, maxBytes / 1024);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
