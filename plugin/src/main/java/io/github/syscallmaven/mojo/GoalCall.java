package io.github.syscallmaven.mojo;

import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** The execution of a goal, with its module and its build. */
public record GoalCall(MavenSession session, MavenProject project, MojoExecution execution) {}
