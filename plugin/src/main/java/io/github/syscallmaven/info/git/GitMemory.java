package io.github.syscallmaven.info.git;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;

/**
 * Git's answers, shared by all modules of one build. Keeps only types of the JDK, as a build may load the plugin more
 * than once, and each load has its own classes.
 *
 * @param answers kinds and bytes of answers, by what was asked of which repository in which state
 * @param worktrees snapshots of the tracked files, taken before the answer of the same key
 * @param isShared whether other modules will ask, too
 */
public record GitMemory(
        ConcurrentMap<String, CompletableFuture<Map.Entry<String, byte[]>>> answers,
        ConcurrentMap<String, String> worktrees,
        boolean isShared) {}
