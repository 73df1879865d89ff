package io.github.syscallmaven.info;

import static io.github.syscallmaven.info.CiServicesTest.build;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** CI servers that people run themselves, each with the variables that it sets for a branch, a tag and a pull request. */
class CiServersTest {
    private static final String FORGE = """
            CI=true
            GITHUB_ACTIONS=true
            GITHUB_EVENT_NAME=push
            GITHUB_HEAD_REF=
            GITHUB_REPOSITORY=acme/app
            GITHUB_RUN_ATTEMPT=1
            GITHUB_RUN_ID=272
            GITHUB_RUN_NUMBER=44
            GITHUB_TOKEN=secret
            ACTIONS_RUNTIME_TOKEN=secret
            """;
    private static final String FORGEJO = FORGE + """
            FORGEJO_ACTIONS=true
            FORGEJO_TOKEN=secret
            GITEA_ACTIONS=true
            GITHUB_SERVER_URL=https://codeberg.org/
            """;
    private static final String GITEA = FORGE + """
            GITEA_ACTIONS=true
            GITEA_ACTIONS_RUNNER_VERSION=v1.0.8
            GITHUB_SERVER_URL=https://gitea.com
            """;

    @Test
    void forgejoBuildsABranch() {
        assertThat(build(FORGEJO, "GITHUB_REF=refs/heads/main")).isEqualTo(forgejo("main", null, null));
    }

    @Test
    void forgejoBuildsATag() {
        assertThat(build(FORGEJO, "GITHUB_REF=refs/tags/v1.0")).isEqualTo(forgejo(null, "v1.0", null));
    }

    @Test
    void forgejoBuildsAPullRequest() {
        assertThat(build(FORGEJO, "GITHUB_REF=refs/pull/7/head\nGITHUB_HEAD_REF=feature\nGITHUB_BASE_REF=main"))
                .isEqualTo(forgejo("feature", null, "7"));
    }

    @Test
    void forgejoWithAnOldRunnerHasNoAttempts() {
        CiBuild build = build(FORGEJO, "GITHUB_REF=refs/heads/main\nGITHUB_RUN_ATTEMPT=");
        assertThat(build.buildNumber()).isEqualTo("44");
        assertThat(build.buildId()).isEqualTo("272");
    }

    @Test
    void giteaBuildsABranch() {
        assertThat(build(GITEA, "GITHUB_REF=refs/heads/main")).isEqualTo(gitea("main", null, null));
    }

    @Test
    void giteaBuildsATag() {
        assertThat(build(GITEA, "GITHUB_REF=refs/tags/v1.0")).isEqualTo(gitea(null, "v1.0", null));
    }

    @Test
    void giteaBuildsAPullRequest() {
        assertThat(build(GITEA, "GITHUB_REF=refs/pull/7/head\nGITHUB_HEAD_REF=feature\nGITHUB_BASE_REF=main"))
                .isEqualTo(gitea("feature", null, "7"));
    }

    /** Forgejo's page has the number of the run, Gitea's (since 1.26) the id. */
    private static CiBuild forgejo(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        String url = "https://codeberg.org/acme/app/actions/runs/44";
        return new CiBuild("forgejo-actions", "44.1", "272.44.1", url, branch, tag, pullRequest);
    }

    private static CiBuild gitea(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        String url = "https://gitea.com/acme/app/actions/runs/272";
        return new CiBuild("gitea-actions", "44.1", "272.44.1", url, branch, tag, pullRequest);
    }

    private static final String GITLAB = """
            CI=true
            GITLAB_CI=true
            CI_COMMIT_SHA=ffac537e6cbbf934b08745a378932722df287a53
            CI_JOB_TOKEN=secret
            CI_JOB_URL=https://gitlab.com/acme/app/-/jobs/3
            CI_PIPELINE_ID=1047212
            CI_PIPELINE_IID=18
            CI_PIPELINE_URL=https://gitlab.com/acme/app/-/pipelines/1047212
            CI_REGISTRY_PASSWORD=secret
            CI_REPOSITORY_URL=https://gitlab-ci-token:secret@gitlab.com/acme/app.git
            """;

    @Test
    void gitLabBuildsABranch() {
        assertThat(build(GITLAB, "CI_COMMIT_BRANCH=main\nCI_COMMIT_REF_NAME=main"))
                .isEqualTo(gitLab("main", null, null));
    }

    @Test
    void gitLabBuildsATag() {
        assertThat(build(GITLAB, "CI_COMMIT_TAG=v1.0\nCI_COMMIT_REF_NAME=v1.0")).isEqualTo(gitLab(null, "v1.0", null));
    }

    @Test
    void gitLabBuildsAMergeRequest() {
        assertThat(build(GITLAB, """
                        CI_COMMIT_REF_NAME=refs/merge-requests/9/merge
                        CI_MERGE_REQUEST_ID=36123
                        CI_MERGE_REQUEST_IID=9
                        CI_MERGE_REQUEST_SOURCE_BRANCH_NAME=feature
                        CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main
                        """)).isEqualTo(gitLab("feature", null, "9"));
    }

    @Test
    void gitLabBuildsAPullRequestOfGitHub() {
        assertThat(build(GITLAB, """
                        CI_COMMIT_BRANCH=feature
                        CI_EXTERNAL_PULL_REQUEST_IID=4
                        CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME=feature
                        """)).isEqualTo(gitLab("feature", null, "4"));
    }

    private static CiBuild gitLab(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        String url = "https://gitlab.com/acme/app/-/pipelines/1047212";
        return new CiBuild("gitlab", "18", "1047212", url, branch, tag, pullRequest);
    }

    private static final String WOODPECKER = """
            CI=woodpecker
            CI_COMMIT_SHA=eba09b46064473a1d345da7abf28b477468e8dbd
            CI_NETRC_PASSWORD=secret
            CI_PIPELINE_NUMBER=8
            CI_PIPELINE_URL=https://ci.example.com/repos/7/pipeline/8
            CI_PIPELINE_FORGE_URL=https://git.example.com/acme/app/commit/eba09b4
            """;

    @Test
    void woodpeckerBuildsABranch() {
        assertThat(build(WOODPECKER, "CI_COMMIT_REF=refs/heads/main\nCI_COMMIT_BRANCH=main"))
                .isEqualTo(woodpecker("main", null, null));
    }

    @Test
    void woodpeckerBuildsATag() {
        assertThat(build(WOODPECKER, "CI_COMMIT_REF=refs/tags/v1.0\nCI_COMMIT_BRANCH=main\nCI_COMMIT_TAG=v1.0"))
                .isEqualTo(woodpecker(null, "v1.0", null));
    }

    @Test
    void woodpeckerBuildsAPullRequest() {
        assertThat(build(WOODPECKER, """
                        CI_COMMIT_REF=refs/pull/1/head
                        CI_COMMIT_BRANCH=main
                        CI_COMMIT_PULL_REQUEST=1
                        CI_COMMIT_SOURCE_BRANCH=feature
                        CI_COMMIT_TARGET_BRANCH=main
                        """)).isEqualTo(woodpecker("feature", null, "1"));
    }

    @Test
    void woodpecker313BuildsADeploymentWhoseTagIsABranch() {
        assertThat(build(WOODPECKER, "CI_COMMIT_BRANCH=main\nCI_COMMIT_TAG=refs/heads/main"))
                .isEqualTo(woodpecker("main", null, null));
    }

    private static CiBuild woodpecker(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        String url = "https://ci.example.com/repos/7/pipeline/8";
        return new CiBuild("woodpecker", "8", null, url, branch, tag, pullRequest);
    }

    private static final String DRONE = """
            CI=true
            DRONE=true
            DRONE_BUILD_LINK=https://drone.example.com/acme/app/42
            DRONE_BUILD_NUMBER=42
            DRONE_NETRC_PASSWORD=secret
            """;

    @Test
    void droneBuildsABranch() {
        assertThat(build(DRONE, "DRONE_BUILD_EVENT=push\nDRONE_BRANCH=main\nDRONE_SOURCE_BRANCH=main"))
                .isEqualTo(drone("main", null, null));
    }

    @Test
    void droneBuildsATag() {
        assertThat(build(DRONE, "DRONE_BUILD_EVENT=tag\nDRONE_BRANCH=main\nDRONE_TAG=v1.0"))
                .isEqualTo(drone(null, "v1.0", null));
    }

    @Test
    void droneBuildsAPullRequest() {
        assertThat(build(DRONE, """
                        DRONE_BUILD_EVENT=pull_request
                        DRONE_BRANCH=main
                        DRONE_PULL_REQUEST=14
                        DRONE_SOURCE_BRANCH=feature
                        DRONE_TARGET_BRANCH=main
                        """)).isEqualTo(drone("feature", null, "14"));
    }

    private static CiBuild drone(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        return new CiBuild("drone", "42", null, "https://drone.example.com/acme/app/42", branch, tag, pullRequest);
    }

    private static final String BAMBOO = """
            bamboo_agentId=360449
            bamboo_buildKey=APP-MAIN0-JOB1
            bamboo_buildNumber=8
            bamboo_buildResultKey=APP-MAIN0-JOB1-8
            bamboo_buildResultsUrl=https://bamboo.example.com/browse/APP-MAIN0-JOB1-8
            bamboo_planKey=APP-MAIN0
            bamboo_planRepository_1_username=
            bamboo_docker_password=secret
            """;

    @Test
    void bambooBuildsABranch() {
        assertThat(build(BAMBOO, """
                        bamboo_planRepository_1_branch=main
                        bamboo_planRepository_1_branchName=main
                        bamboo_planRepository_branch=main
                        bamboo_planRepository_branchName=main
                        bamboo_repository_branch_name=main
                        """)).isEqualTo(bamboo("main", null));
    }

    @Test
    void bambooOfAnyAgeBuildsABranch() {
        assertThat(build(BAMBOO, "bamboo_planRepository_branchName=main")).isEqualTo(bamboo("main", null));
        assertThat(build(BAMBOO, "bamboo_repository_branch_name=main")).isEqualTo(bamboo("main", null));
        assertThat(build(BAMBOO, "bamboo_repository_git_branch=main")).isEqualTo(bamboo("main", null));
    }

    @Test
    void bambooBuildsAPullRequest() {
        assertThat(build(BAMBOO, """
                        bamboo_planRepository_branchName=feature
                        bamboo_repository_pr_key=1
                        bamboo_repository_pr_sourceBranch=feature
                        bamboo_repository_pr_targetBranch=main
                        """)).isEqualTo(bamboo("feature", "1"));
    }

    private static CiBuild bamboo(@Nullable String branch, @Nullable String pullRequest) {
        String key = "APP-MAIN0-JOB1-8";
        return new CiBuild("bamboo", "8", key, "https://bamboo.example.com/browse/" + key, branch, null, pullRequest);
    }

    private static final String JENKINS = """
            BUILD_ID=15
            BUILD_NUMBER=15
            BUILD_TAG=jenkins-app-15
            BUILD_URL=https://jenkins.example.com/job/app/15/
            JENKINS_HOME=/var/jenkins_home
            JENKINS_URL=https://jenkins.example.com/
            JOB_NAME=app
            """;

    @Test
    void jenkinsBuildsABranchOfAMultibranchProject() {
        assertThat(build(JENKINS, "BRANCH_NAME=feature/a\nBRANCH_IS_PRIMARY="))
                .isEqualTo(jenkins("feature/a", null, null));
    }

    @Test
    void jenkinsBuildsATagOfAMultibranchProject() {
        assertThat(build(JENKINS, "BRANCH_NAME=v1.0\nTAG_NAME=v1.0\nTAG_UNIXTIME=1577836800"))
                .isEqualTo(jenkins(null, "v1.0", null));
    }

    @Test
    void jenkinsBuildsAChangeOfAMultibranchProject() {
        assertThat(build(JENKINS, "BRANCH_NAME=PR-24\nCHANGE_ID=24\nCHANGE_BRANCH=feature\nCHANGE_TARGET=main"))
                .isEqualTo(jenkins("feature", null, "24"));
    }

    @Test
    void jenkinsDoesNotTakeTheNameOfAChangeForABranch() {
        assertThat(build(JENKINS, "BRANCH_NAME=PR-24\nCHANGE_ID=24\nCHANGE_TARGET=main\nGIT_BRANCH=PR-24"))
                .isEqualTo(jenkins(null, null, "24"));
    }

    @Test
    void jenkinsBuildsABranchOfAnySimpleProject() {
        assertThat(build(JENKINS, "GIT_BRANCH=origin/main")).isEqualTo(jenkins("main", null, null));
        assertThat(build(JENKINS, "GIT_BRANCH=upstream/main\nGIT_LOCAL_BRANCH=main"))
                .isEqualTo(jenkins("main", null, null));
        assertThat(build(JENKINS, "GIT_BRANCH=refs/remotes/origin/main")).isEqualTo(jenkins("main", null, null));
        assertThat(build(JENKINS, "GIT_BRANCH=detached")).isEqualTo(jenkins(null, null, null));
        assertThat(build(JENKINS, "GIT_BRANCH=refs/tags/v1.0")).isEqualTo(jenkins(null, "v1.0", null));
    }

    private static CiBuild jenkins(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        String url = "https://jenkins.example.com/job/app/15/";
        return new CiBuild("jenkins", "15", "jenkins-app-15", url, branch, tag, pullRequest);
    }
}
