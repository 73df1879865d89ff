package io.github.syscallmaven.testing.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.jna.Pointer;
import io.github.syscallmaven.syscall.Errno;
import io.github.syscallmaven.syscall.Gate;
import io.github.syscallmaven.syscall.NativeBuffer;
import io.github.syscallmaven.syscall.arch.Arch;
import io.github.syscallmaven.syscall.arch.Call;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/** A kernel that has one file, the trace, can read the memory that it is told of, and else answers what it is told. */
public final class FakeKernel implements Gate {
    public static final int TRACE = 1000;
    private static final int PID = 4710;
    private static final int TID = 4711;

    private final TreeMap<Long, NativeBuffer> memory = new TreeMap<>();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final List<Integer> writes = new ArrayList<>();
    private int room = Integer.MAX_VALUE;
    private int longestWrite = Integer.MAX_VALUE;
    private int interruptions;
    private boolean closed;

    private record Answer(long result, long address, String bytes) {}

    /** Memory of this content, one character a byte. */
    public NativeBuffer knows(String content) {
        NativeBuffer buffer = NativeBuffer.allocate(content.length());
        buffer.bytes().put(content.getBytes(ISO_8859_1));
        memory.put(buffer.address(), buffer);
        return buffer;
    }

    public NativeBuffer path(String path) {
        return knows(path + "\0");
    }

    public FakeKernel answers(long result) {
        return answers(result, knows("\0"), "");
    }

    /** The next call puts these bytes, one a character, into this buffer. */
    public FakeKernel answers(long result, NativeBuffer buffer, String bytes) {
        answers.add(new Answer(result, buffer.address(), bytes));
        return this;
    }

    /** So many bytes fit on the disk. */
    public FakeKernel hasRoomFor(int bytes) {
        room = bytes;
        return this;
    }

    public FakeKernel writesAtMost(int bytes) {
        longestWrite = bytes;
        return this;
    }

    public FakeKernel interruptsWrites(int times) {
        interruptions = times;
        return this;
    }

    public String file() {
        return file.toString(US_ASCII);
    }

    public List<String> lines() {
        return file().lines().toList();
    }

    public List<Integer> writes() {
        return writes;
    }

    public boolean traceIsClosed() {
        return closed;
    }

    @Override
    public long syscall(long number, long a1, long a2, long a3, long a4, long a5, long a6) {
        Call call = TestArch.call(Arch.X86_64, number).orElse(null);
        if (call == Call.PROCESS_VM_READV && a1 == PID) {
            return copy(new Pointer(a2), new Pointer(a4));
        } else if (call == Call.WRITE && a1 == TRACE) {
            return write(a2, (int) a3);
        } else if (call == Call.CLOSE && a1 == TRACE) {
            closed = true;
            return 0;
        } else if (call == Call.GETPID) {
            return PID;
        } else if (call == Call.GETTID) {
            return TID;
        }
        return answer();
    }

    private long copy(Pointer local, Pointer remote) {
        long address = remote.getLong(0);
        Map.Entry<Long, NativeBuffer> known = memory.floorEntry(address);
        long left = known == null ? 0 : known.getKey() + known.getValue().size() - address;
        if (left <= 0) {
            return -Errno.EFAULT.number();
        }
        int count = (int) Math.min(left, remote.getLong(Long.BYTES));
        local.getPointer(0).write(0, new Pointer(address).getByteArray(0, count), 0, count);
        return count;
    }

    private long write(long address, int count) {
        if (interruptions-- > 0) {
            return -Errno.EINTR.number();
        }
        int written = Math.min(count, Math.min(longestWrite, room - file.size()));
        if (written == 0) {
            return -Errno.ENOSPC.number();
        }
        writes.add(written);
        file.writeBytes(new Pointer(address).getByteArray(0, written));
        return written;
    }

    private long answer() {
        Answer answer = answers.poll();
        if (answer == null) {
            return 0;
        }
        byte[] bytes = answer.bytes.getBytes(ISO_8859_1);
        new Pointer(answer.address).write(0, bytes, 0, bytes.length);
        return answer.result;
    }
}
