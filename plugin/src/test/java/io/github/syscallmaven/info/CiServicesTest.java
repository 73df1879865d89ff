package io.github.syscallmaven.info;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hosted CI services, each with the variables that it sets for a build of a branch, a tag and a pull request. */
class CiServicesTest {
    private static final String GITHUB = """
            CI=true
            GITHUB_ACTIONS=true
            GITHUB_API_URL=https://api.github.com
            GITHUB_BASE_REF=
            GITHUB_EVENT_NAME=push
            GITHUB_HEAD_REF=
            GITHUB_REF_PROTECTED=false
            GITHUB_REPOSITORY=octocat/hello
            GITHUB_RUN_ATTEMPT=2
            GITHUB_RUN_ID=1658821493
            GITHUB_RUN_NUMBER=37
            GITHUB_SERVER_URL=https://github.com
            GITHUB_SHA=ffac537e6cbbf934b08745a378932722df287a53
            GITHUB_TOKEN=ghs_secret
            ACTIONS_RUNTIME_TOKEN=secret
            RUNNER_OS=Linux
            """;
    private static final String GITHUB_URL = "https://github.com/octocat/hello/actions/runs/1658821493";

    @Test
    void gitHubBuildsABranch() {
        assertThat(build(GITHUB, "GITHUB_REF=refs/heads/feature/a\nGITHUB_REF_NAME=feature/a\nGITHUB_REF_TYPE=branch"))
                .isEqualTo(gitHub("feature/a", null, null));
    }

    @Test
    void gitHubBuildsATag() {
        assertThat(build(GITHUB, "GITHUB_REF=refs/tags/v1.0\nGITHUB_REF_NAME=v1.0\nGITHUB_REF_TYPE=tag"))
                .isEqualTo(gitHub(null, "v1.0", null));
    }

    @Test
    void gitHubBuildsAPullRequestOfItsSourceBranch() {
        assertThat(build(GITHUB, """
                        GITHUB_EVENT_NAME=pull_request
                        GITHUB_REF=refs/pull/12/merge
                        GITHUB_REF_NAME=12/merge
                        GITHUB_HEAD_REF=feature/a
                        GITHUB_BASE_REF=main
                        """)).isEqualTo(gitHub("feature/a", null, "12"));
    }

    @Test
    void gitHubBuildsTheTargetOfAPullRequestForPullRequestTarget() {
        assertThat(build(GITHUB, """
                        GITHUB_EVENT_NAME=pull_request_target
                        GITHUB_REF=refs/heads/main
                        GITHUB_HEAD_REF=feature/a
                        GITHUB_BASE_REF=main
                        """)).isEqualTo(gitHub("main", null, null));
    }

    private static CiBuild gitHub(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        return new CiBuild("github-actions", "37.2", "1658821493.37.2", GITHUB_URL, branch, tag, pullRequest);
    }

    private static final String AZURE = """
            TF_BUILD=True
            AGENT_NAME=Hosted Agent
            BUILD_BUILDID=1430
            BUILD_BUILDNUMBER=20240131.5
            BUILD_BUILDURI=vstfs:///Build/Build/1430
            BUILD_REPOSITORY_PROVIDER=TfsGit
            SYSTEM_ACCESSTOKEN=secret
            SYSTEM_COLLECTIONURI=https://dev.azure.com/fabrikam/
            SYSTEM_TEAMFOUNDATIONCOLLECTIONURI=https://dev.azure.com/fabrikam/
            SYSTEM_TEAMPROJECT=Fabrikam Fiber
            SYSTEM_TEAMPROJECTID=5c6e7a0b-0000-4000-8000-3f1f0a1b2c3d
            """;
    private static final String AZURE_URL =
            "https://dev.azure.com/fabrikam/5c6e7a0b-0000-4000-8000-3f1f0a1b2c3d/_build/results?buildId=1430";

    @Test
    void azureBuildsABranch() {
        assertThat(build(AZURE, "BUILD_SOURCEBRANCH=refs/heads/users/raisa/x\nBUILD_SOURCEBRANCHNAME=x"))
                .isEqualTo(azure("users/raisa/x", null, null));
    }

    @Test
    void azureBuildsATag() {
        assertThat(build(AZURE, "BUILD_SOURCEBRANCH=refs/tags/v1.0\nBUILD_SOURCEBRANCHNAME=v1.0"))
                .isEqualTo(azure(null, "v1.0", null));
    }

    @Test
    void azureBuildsAPullRequestOfAzureRepos() {
        assertThat(build(AZURE, """
                        BUILD_REASON=PullRequest
                        BUILD_SOURCEBRANCH=refs/pull/17/merge
                        BUILD_SOURCEBRANCHNAME=merge
                        SYSTEM_PULLREQUEST_PULLREQUESTID=17
                        SYSTEM_PULLREQUEST_SOURCEBRANCH=refs/heads/users/raisa/x
                        SYSTEM_PULLREQUEST_TARGETBRANCH=refs/heads/main
                        """)).isEqualTo(azure("users/raisa/x", null, "17"));
    }

    @Test
    void azureBuildsAPullRequestOfGitHubByItsNumberNotItsId() {
        assertThat(build(AZURE, """
                        BUILD_REPOSITORY_PROVIDER=GitHub
                        BUILD_SOURCEBRANCH=refs/pull/17/merge
                        SYSTEM_PULLREQUEST_PULLREQUESTID=988112233
                        SYSTEM_PULLREQUEST_PULLREQUESTNUMBER=17
                        SYSTEM_PULLREQUEST_SOURCEBRANCH=feature
                        SYSTEM_PULLREQUEST_TARGETBRANCH=main
                        """)).isEqualTo(azure("feature", null, "17"));
    }

    private static CiBuild azure(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        return new CiBuild("azure-pipelines", "20240131.5", "1430", AZURE_URL, branch, tag, pullRequest);
    }

    private static final String CIRCLE = """
            CI=true
            CIRCLECI=true
            CIRCLE_BUILD_NUM=91
            CIRCLE_BUILD_URL=https://circleci.com/gh/acme/app/91
            CIRCLE_JOB=build
            CIRCLE_OIDC_TOKEN=secret
            CIRCLE_WORKFLOW_ID=0c3cd5c8-0000-4000-8000-000000000001
            CIRCLE_WORKFLOW_JOB_ID=0c3cd5c8-0000-4000-8000-000000000002
            """;

    @Test
    void circleBuildsABranch() {
        assertThat(build(CIRCLE, "CIRCLE_BRANCH=develop")).isEqualTo(circle("develop", null, null));
    }

    @Test
    void circleBuildsATag() {
        assertThat(build(CIRCLE, "CIRCLE_TAG=v1.0")).isEqualTo(circle(null, "v1.0", null));
    }

    @Test
    void circleBuildsAPullRequestOfTheSameRepository() {
        assertThat(build(CIRCLE, "CIRCLE_BRANCH=feature\nCIRCLE_PULL_REQUEST=https://github.com/acme/app/pull/6"))
                .isEqualTo(circle("feature", null, "6"));
    }

    @Test
    void circleDoesNotKnowTheBranchOfAForksPullRequest() {
        assertThat(build(CIRCLE, """
                        CIRCLE_BRANCH=pull/6
                        CIRCLE_PR_NUMBER=6
                        CIRCLE_PR_USERNAME=someone
                        CIRCLE_PULL_REQUEST=https://github.com/acme/app/pull/6
                        """)).isEqualTo(circle(null, null, "6"));
        assertThat(build(CIRCLE, "CIRCLE_BRANCH=pull/6")).isEqualTo(circle(null, null, "6"));
    }

    private static CiBuild circle(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        return new CiBuild(
                "circleci",
                "91",
                "0c3cd5c8-0000-4000-8000-000000000002",
                "https://circleci.com/gh/acme/app/91",
                branch,
                tag,
                pullRequest);
    }

    private static final String BITBUCKET = """
            CI=true
            BITBUCKET_BUILD_NUMBER=127
            BITBUCKET_COMMIT=3f1d80523e0457be5f8cd2e48bcdf12181e1883b
            BITBUCKET_GIT_HTTP_ORIGIN=https://bitbucket.org/acme/app
            BITBUCKET_PIPELINE_UUID={5d1b8c2e-4f0a-4b7e-9c3d-2a6f1e8b9c0d}
            BITBUCKET_REPO_FULL_NAME=acme/app
            BITBUCKET_STEP_OIDC_TOKEN=secret
            """;

    @Test
    void bitbucketBuildsABranch() {
        assertThat(build(BITBUCKET, "BITBUCKET_BRANCH=main")).isEqualTo(bitbucket("main", null, null));
    }

    @Test
    void bitbucketBuildsATag() {
        assertThat(build(BITBUCKET, "BITBUCKET_TAG=v1.0")).isEqualTo(bitbucket(null, "v1.0", null));
    }

    @Test
    void bitbucketBuildsAPullRequest() {
        assertThat(build(
                        BITBUCKET, "BITBUCKET_BRANCH=feature\nBITBUCKET_PR_ID=8\nBITBUCKET_PR_DESTINATION_BRANCH=main"))
                .isEqualTo(bitbucket("feature", null, "8"));
    }

    private static CiBuild bitbucket(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        return new CiBuild(
                "bitbucket-pipelines",
                "127",
                "{5d1b8c2e-4f0a-4b7e-9c3d-2a6f1e8b9c0d}",
                "https://bitbucket.org/acme/app/pipelines/results/127",
                branch,
                tag,
                pullRequest);
    }

    private static final String TRAVIS = """
            CI=true
            TRAVIS=true
            TRAVIS_BUILD_ID=270421
            TRAVIS_BUILD_NUMBER=4
            TRAVIS_BUILD_WEB_URL=https://app.travis-ci.com/acme/app/builds/270421
            TRAVIS_PULL_REQUEST=false
            TRAVIS_PULL_REQUEST_BRANCH=
            TRAVIS_TAG=
            """;

    @Test
    void travisBuildsABranch() {
        assertThat(build(TRAVIS, "TRAVIS_BRANCH=main")).isEqualTo(travis("main", null, null));
    }

    @Test
    void travisBuildsATag() {
        assertThat(build(TRAVIS, "TRAVIS_BRANCH=v1.0\nTRAVIS_TAG=v1.0")).isEqualTo(travis(null, "v1.0", null));
    }

    @Test
    void travisBuildsAPullRequest() {
        assertThat(build(TRAVIS, "TRAVIS_BRANCH=main\nTRAVIS_PULL_REQUEST=5\nTRAVIS_PULL_REQUEST_BRANCH=feature"))
                .isEqualTo(travis("feature", null, "5"));
    }

    private static CiBuild travis(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        return new CiBuild(
                "travis-ci",
                "4",
                "270421",
                "https://app.travis-ci.com/acme/app/builds/270421",
                branch,
                tag,
                pullRequest);
    }

    static CiBuild build(String... variables) {
        return CiProviders.detect(new GuardedEnvironment(variables), file -> {
                    throw new AssertionError(file + " was read");
                })
                .orElseThrow();
    }
}
