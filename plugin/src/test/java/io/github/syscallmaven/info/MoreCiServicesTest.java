package io.github.syscallmaven.info;

import static io.github.syscallmaven.info.CiServicesTest.build;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rest of the hosted CI services, each with the variables that it sets for a branch, a tag and a pull request. */
class MoreCiServicesTest {
    private static final String BUILDKITE = """
            CI=true
            BUILDKITE=true
            BUILDKITE_AGENT_ACCESS_TOKEN=secret
            BUILDKITE_BUILD_ID=9e08ef3c-d6e6-4a86-91dd-577ce5205b8e
            BUILDKITE_BUILD_NUMBER=1514
            BUILDKITE_BUILD_URL=https://buildkite.com/acme/app/builds/1514
            BUILDKITE_PULL_REQUEST=false
            BUILDKITE_PULL_REQUEST_BASE_BRANCH=
            BUILDKITE_TAG=
            """;

    @Test
    void buildkiteBuildsABranch() {
        assertThat(build(BUILDKITE, "BUILDKITE_BRANCH=main")).isEqualTo(buildkite("main", null, null));
    }

    @Test
    void buildkiteBuildsATag() {
        assertThat(build(BUILDKITE, "BUILDKITE_BRANCH=v1.0\nBUILDKITE_TAG=v1.0"))
                .isEqualTo(buildkite(null, "v1.0", null));
    }

    @Test
    void buildkiteBuildsAPullRequest() {
        String variables = "BUILDKITE_PULL_REQUEST=12\nBUILDKITE_PULL_REQUEST_BASE_BRANCH=main\n";
        assertThat(build(BUILDKITE, variables + "BUILDKITE_BRANCH=feature"))
                .isEqualTo(buildkite("feature", null, "12"));
        assertThat(build(BUILDKITE, variables + "BUILDKITE_BRANCH=fork-owner:feature"))
                .isEqualTo(buildkite("feature", null, "12"));
    }

    private static CiBuild buildkite(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        String id = "9e08ef3c-d6e6-4a86-91dd-577ce5205b8e";
        String url = "https://buildkite.com/acme/app/builds/1514";
        return new CiBuild("buildkite", "1514", id, url, branch, tag, pullRequest);
    }

    private static final String APPVEYOR = """
            CI=True
            APPVEYOR=True
            APPVEYOR_ACCOUNT_NAME=acme
            APPVEYOR_API_URL=http://localhost:1033/
            APPVEYOR_BUILD_ID=4711815
            APPVEYOR_BUILD_NUMBER=33
            APPVEYOR_BUILD_VERSION=1.0.33
            APPVEYOR_PROJECT_SLUG=app
            APPVEYOR_REPO_TAG=false
            APPVEYOR_URL=https://ci.appveyor.com
            """;

    @Test
    void appVeyorBuildsABranch() {
        assertThat(build(APPVEYOR, "APPVEYOR_REPO_BRANCH=main")).isEqualTo(appVeyor("main", null, null));
        assertThat(build(APPVEYOR, "APPVEYOR_REPO_BRANCH=main\nAPPVEYOR=true")).isEqualTo(appVeyor("main", null, null));
    }

    @Test
    void appVeyorBuildsATag() {
        assertThat(build(APPVEYOR, "APPVEYOR_REPO_BRANCH=v1.0\nAPPVEYOR_REPO_TAG=true\nAPPVEYOR_REPO_TAG_NAME=v1.0"))
                .isEqualTo(appVeyor(null, "v1.0", null));
    }

    @Test
    void appVeyorBuildsAPullRequest() {
        assertThat(build(APPVEYOR, """
                        APPVEYOR_REPO_BRANCH=main
                        APPVEYOR_PULL_REQUEST_NUMBER=7
                        APPVEYOR_PULL_REQUEST_HEAD_REPO_NAME=fork/app
                        APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH=feature
                        """)).isEqualTo(appVeyor("feature", null, "7"));
    }

    private static CiBuild appVeyor(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        String url = "https://ci.appveyor.com/project/acme/app/builds/4711815";
        return new CiBuild("appveyor", "33", "4711815", url, branch, tag, pullRequest);
    }

    private static final String SEMAPHORE = """
            CI=true
            SEMAPHORE=true
            SEMAPHORE_JOB_ID=a26d42cf-89ac-4c3f-9e2d-51bb231897bf
            SEMAPHORE_OIDC_TOKEN=secret
            SEMAPHORE_ORGANIZATION_URL=https://acme.semaphoreci.com
            SEMAPHORE_WORKFLOW_ID=0dd982e8-32f5-4037-983e-4de01ac7fb1e
            SEMAPHORE_WORKFLOW_NUMBER=42
            """;

    @Test
    void semaphoreBuildsABranch() {
        assertThat(build(SEMAPHORE, """
                        SEMAPHORE_GIT_REF_TYPE=branch
                        SEMAPHORE_GIT_REF=refs/heads/main
                        SEMAPHORE_GIT_BRANCH=main
                        SEMAPHORE_GIT_WORKING_BRANCH=main
                        """)).isEqualTo(semaphore("main", null, null));
    }

    @Test
    void semaphoreBuildsATag() {
        assertThat(build(SEMAPHORE, """
                        SEMAPHORE_GIT_REF_TYPE=tag
                        SEMAPHORE_GIT_REF=refs/tags/v1.0
                        SEMAPHORE_GIT_BRANCH=refs/tags/v1.0
                        SEMAPHORE_GIT_TAG_NAME=v1.0
                        """)).isEqualTo(semaphore(null, "v1.0", null));
    }

    @Test
    void semaphoreBuildsAPullRequest() {
        assertThat(build(SEMAPHORE, """
                        SEMAPHORE_GIT_REF_TYPE=pull-request
                        SEMAPHORE_GIT_REF=refs/pull/3/merge
                        SEMAPHORE_GIT_BRANCH=main
                        SEMAPHORE_GIT_WORKING_BRANCH=feature
                        SEMAPHORE_GIT_PR_BRANCH=feature
                        SEMAPHORE_GIT_PR_NUMBER=3
                        """)).isEqualTo(semaphore("feature", null, "3"));
    }

    private static CiBuild semaphore(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        String id = "0dd982e8-32f5-4037-983e-4de01ac7fb1e";
        String url = "https://acme.semaphoreci.com/workflows/" + id;
        return new CiBuild("semaphore", "42", id, url, branch, tag, pullRequest);
    }

    private static final String CIRRUS = """
            CI=true
            CIRRUS_CI=true
            CIRRUS_BUILD_ID=5175555555555555
            CIRRUS_OIDC_TOKEN=secret
            CIRRUS_REPO_CLONE_TOKEN=secret
            CIRRUS_REPO_FULL_NAME=acme/app
            CIRRUS_TASK_ID=6301234567890123
            """;

    @Test
    void cirrusBuildsABranch() {
        assertThat(build(CIRRUS, "CIRRUS_BRANCH=main")).isEqualTo(cirrus("main", null, null));
    }

    @Test
    void cirrusBuildsATag() {
        assertThat(build(CIRRUS, "CIRRUS_BRANCH=main\nCIRRUS_TAG=v1.0")).isEqualTo(cirrus(null, "v1.0", null));
    }

    @Test
    void cirrusBuildsAPullRequestWhoseBranchItKnowsOnlyInTheSameRepository() {
        assertThat(build(CIRRUS, "CIRRUS_BRANCH=feature\nCIRRUS_BASE_BRANCH=main\nCIRRUS_PR=239"))
                .isEqualTo(cirrus("feature", null, "239"));
        assertThat(build(CIRRUS, "CIRRUS_BRANCH=pull/239\nCIRRUS_BASE_BRANCH=main\nCIRRUS_PR=239"))
                .isEqualTo(cirrus(null, null, "239"));
    }

    private static CiBuild cirrus(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        String url = "https://cirrus-ci.com/build/5175555555555555";
        return new CiBuild("cirrus-ci", null, "5175555555555555", url, branch, tag, pullRequest);
    }

    private static final String BITRISE = """
            CI=true
            BITRISE_IO=true
            BITRISE_BUILD_API_TOKEN=secret
            BITRISE_BUILD_NUMBER=88
            BITRISE_BUILD_SLUG=5f2e1d0c9b8a7654
            BITRISE_BUILD_URL=https://app.bitrise.io/build/5f2e1d0c9b8a7654
            PR=false
            """;

    @Test
    void bitriseBuildsABranch() {
        assertThat(build(BITRISE, "BITRISE_GIT_BRANCH=main\nBITRISE_PULL_REQUEST="))
                .isEqualTo(bitrise("main", null, null));
    }

    @Test
    void bitriseBuildsATag() {
        assertThat(build(BITRISE, "BITRISE_GIT_BRANCH=main\nBITRISE_GIT_TAG=v1.0"))
                .isEqualTo(bitrise(null, "v1.0", null));
    }

    @Test
    void bitriseBuildsAPullRequest() {
        assertThat(build(
                        BITRISE,
                        "PR=true\nBITRISE_GIT_BRANCH=feature\nBITRISEIO_GIT_BRANCH_DEST=main\nBITRISE_PULL_REQUEST=21"))
                .isEqualTo(bitrise("feature", null, "21"));
    }

    private static CiBuild bitrise(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        String url = "https://app.bitrise.io/build/5f2e1d0c9b8a7654";
        return new CiBuild("bitrise", "88", "5f2e1d0c9b8a7654", url, branch, tag, pullRequest);
    }

    private static final String CODEFRESH = """
            CI=true
            CF_BUILD_ID=6410977603cba8eeff192a42
            CF_BUILD_URL=https://g.codefresh.io/build/6410977603cba8eeff192a42
            CF_PIPELINE_NAME=acme/app
            CF_REVISION=d05c681b5018c8ce8110ee7823a56b688ca67aa1
            """;

    @Test
    void codefreshBuildsABranch() {
        assertThat(build(CODEFRESH, "CF_BRANCH=main\nCF_PULL_REQUEST_NUMBER="))
                .isEqualTo(codefresh("main", null, null));
    }

    @Test
    void codefreshBuildsTheTagOfARelease() {
        assertThat(build(CODEFRESH, "CF_BRANCH=v1.0\nCF_RELEASE_TAG=v1.0\nCF_RELEASE_ID=1"))
                .isEqualTo(codefresh(null, "v1.0", null));
    }

    @Test
    void codefreshBuildsAPullRequest() {
        assertThat(build(CODEFRESH, "CF_BRANCH=feature\nCF_PULL_REQUEST_NUMBER=10\nCF_PULL_REQUEST_TARGET=main"))
                .isEqualTo(codefresh("feature", null, "10"));
    }

    private static CiBuild codefresh(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        String id = "6410977603cba8eeff192a42";
        return new CiBuild("codefresh", null, id, "https://g.codefresh.io/build/" + id, branch, tag, pullRequest);
    }

    private static final String CODEBUILD = """
            AWS_REGION=eu-west-1
            AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=secret
            CODEBUILD_BUILD_ARN=arn:aws:codebuild:eu-west-1:123456789012:build/app:b1e6661e-e4f2-4156-9ab9-82a19EXAMPLE
            CODEBUILD_BUILD_ID=app:b1e6661e-e4f2-4156-9ab9-82a19EXAMPLE
            CODEBUILD_BUILD_NUMBER=55
            CODEBUILD_INITIATOR=GitHub-Hookshot/abc
            """;

    @Test
    void codeBuildBuildsABranch() {
        assertThat(build(CODEBUILD, """
                        CODEBUILD_SOURCE_VERSION=ffac537e6cbbf934b08745a378932722df287a53
                        CODEBUILD_WEBHOOK_EVENT=PUSH
                        CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/main
                        CODEBUILD_WEBHOOK_TRIGGER=branch/main
                        """)).isEqualTo(codeBuild("main", null, null));
    }

    @Test
    void codeBuildBuildsATag() {
        assertThat(build(CODEBUILD, "CODEBUILD_WEBHOOK_HEAD_REF=refs/tags/v1.0\nCODEBUILD_WEBHOOK_TRIGGER=tag/v1.0"))
                .isEqualTo(codeBuild(null, "v1.0", null));
    }

    @Test
    void codeBuildBuildsAPullRequest() {
        assertThat(build(CODEBUILD, """
                        CODEBUILD_SOURCE_VERSION=pr/99
                        CODEBUILD_WEBHOOK_BASE_REF=refs/heads/main
                        CODEBUILD_WEBHOOK_EVENT=PULL_REQUEST_UPDATED
                        CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/feature
                        CODEBUILD_WEBHOOK_TRIGGER=pr/99
                        """)).isEqualTo(codeBuild("feature", null, "99"));
    }

    @Test
    void codeBuildBuildsAPullRequestOfBitbucket() {
        assertThat(build(CODEBUILD, """
                        CODEBUILD_SOURCE_VERSION=ffac537e6cbbf934b08745a378932722df287a53
                        CODEBUILD_WEBHOOK_HEAD_REF=refs/heads/feature
                        CODEBUILD_WEBHOOK_TRIGGER=pr/99
                        """)).isEqualTo(codeBuild("feature", null, "99"));
    }

    @Test
    void codeBuildBuildsAPullRequestThatWasStartedByHand() {
        assertThat(build(CODEBUILD, "CODEBUILD_SOURCE_VERSION=pr/99")).isEqualTo(codeBuild(null, null, "99"));
    }

    @Test
    void codeBuildDoesNotTakeASourceVersionForABranchThatMayBeATag() {
        assertThat(build(CODEBUILD, "CODEBUILD_SOURCE_VERSION=main")).isEqualTo(codeBuild(null, null, null));
    }

    @Test
    void codeBuildPrefersThePublicPage() {
        assertThat(build(CODEBUILD, "CODEBUILD_PUBLIC_BUILD_URL=https://eu-west-1.codebuild.aws.amazon.com/p/1")
                        .buildUrl())
                .isEqualTo("https://eu-west-1.codebuild.aws.amazon.com/p/1");
    }

    private static CiBuild codeBuild(@Nullable String branch, @Nullable String tag, @Nullable String pullRequest) {
        String id = "app:b1e6661e-e4f2-4156-9ab9-82a19EXAMPLE";
        String url =
                "https://eu-west-1.console.aws.amazon.com/codebuild/home?region=eu-west-1#/builds/" + id + "/view/new";
        return new CiBuild("aws-codebuild", "55", id, url, branch, tag, pullRequest);
    }
}
