package io.github.syscallmaven.mojo;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Which execution of a goal runs, in which module of which build. */
public record GoalCall(MavenSession session, MavenProject project, MojoExecution execution) {}
