package io.github.syscallmaven.info.ci;

/**
 * Every CI provider and its variables, as its documentation has them (2026).
 *
 * <p>An entry is a name, then lines of a field and a template. A field may have several lines: the first template whose
 * variables are all set gives its value.
 *
 * <ul>
 *   <li>{@code when}: the provider runs this build if one gives a value (all references of it being set);
 *   <li>{@code file}: a properties file with more variables (all lines are followed, in order);
 *   <li>{@code number}, {@code attempt}, {@code id}, {@code url}, {@code pull-request}, {@code tag}: see
 *       {@link CiBuild};
 *   <li>{@code source-branch}: the branch when there is a pull request; {@code branch}: when there is neither that nor
 *       a tag;
 *   <li>{@code commit}: what may be checked out (all lines count).
 * </ul>
 *
 * <p>A template's references are {@code {VARIABLE}}, its value; {@code {VARIABLE:regex}}, the first group (or, without
 * groups, all) of a value that the expression matches from end to end; and {@code {PREFIX*}}, of variables from files:
 * the value that all with this prefix have in common. The expressions have no braces.
 *
 * <p>What is not obvious:
 *
 * <ul>
 *   <li>The page of a run has its number at Forgejo and its id at Gitea (since 1.26; its number before).
 *   <li>Azure's {@code PULLREQUESTID} of a GitHub pull request is not its number; the merged ref has the number of
 *       both.
 *   <li>A fork's pull request has the branch {@code pull/N} at CircleCI and Cirrus, {@code owner:branch} at Buildkite,
 *       and {@code PR-N} at Jenkins unless its plugin sets {@code CHANGE_BRANCH}.
 *   <li>{@code CODEBUILD_SOURCE_VERSION} is a commit, a branch or a tag, and does not say which.
 *   <li>Woodpecker 3.13 puts a branch's ref into {@code CI_COMMIT_TAG} of a deployment.
 *   <li>TeamCity calls the default branch {@code <default>} and a tag a branch; its VCS roots tell what they are.
 *   <li>Jenkins gives {@code BUILD_NUMBER} always, {@code JENKINS_URL} only when it is configured; developers set it,
 *       too.
 * </ul>
 */
final class CiProviderTable {
    static final String TEXT = """
        forgejo-actions
            when           {FORGEJO_ACTIONS:true}
            number         {GITHUB_RUN_NUMBER}
            attempt        {GITHUB_RUN_ATTEMPT}
            id             {GITHUB_RUN_ID}.{GITHUB_RUN_NUMBER}.{GITHUB_RUN_ATTEMPT}
            id             {GITHUB_RUN_ID}
            url            {GITHUB_SERVER_URL:(.+?)/?}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_NUMBER}
            pull-request   {GITHUB_REF:refs/pull/(\\d+)/.+}
            source-branch  {GITHUB_HEAD_REF}
            branch         {GITHUB_REF:refs/heads/(.+)}
            tag            {GITHUB_REF:refs/tags/(.+)}
            commit         {GITHUB_SHA}

        gitea-actions
            when           {GITEA_ACTIONS:true}
            number         {GITHUB_RUN_NUMBER}
            attempt        {GITHUB_RUN_ATTEMPT}
            id             {GITHUB_RUN_ID}.{GITHUB_RUN_NUMBER}.{GITHUB_RUN_ATTEMPT}
            id             {GITHUB_RUN_ID}
            url            {GITHUB_SERVER_URL:(.+?)/?}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}
            pull-request   {GITHUB_REF:refs/pull/(\\d+)/.+}
            source-branch  {GITHUB_HEAD_REF}
            branch         {GITHUB_REF:refs/heads/(.+)}
            tag            {GITHUB_REF:refs/tags/(.+)}
            commit         {GITHUB_SHA}

        github-actions
            when           {GITHUB_ACTIONS:true}
            number         {GITHUB_RUN_NUMBER}
            attempt        {GITHUB_RUN_ATTEMPT}
            id             {GITHUB_RUN_ID}.{GITHUB_RUN_NUMBER}.{GITHUB_RUN_ATTEMPT}
            id             {GITHUB_RUN_ID}
            url            {GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}
            pull-request   {GITHUB_REF:refs/pull/(\\d+)/.+}
            source-branch  {GITHUB_HEAD_REF}
            branch         {GITHUB_REF:refs/heads/(.+)}
            tag            {GITHUB_REF:refs/tags/(.+)}
            commit         {GITHUB_SHA}

        gitlab
            when           {GITLAB_CI:true}
            number         {CI_PIPELINE_IID}
            id             {CI_PIPELINE_ID}
            url            {CI_PIPELINE_URL}
            pull-request   {CI_MERGE_REQUEST_IID}
            pull-request   {CI_EXTERNAL_PULL_REQUEST_IID}
            source-branch  {CI_MERGE_REQUEST_SOURCE_BRANCH_NAME}
            source-branch  {CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME}
            branch         {CI_COMMIT_REF_NAME:(?!refs/).+}
            tag            {CI_COMMIT_TAG}
            commit         {CI_COMMIT_SHA}
            commit         {CI_MERGE_REQUEST_SOURCE_BRANCH_SHA}

        azure-pipelines
            when           {TF_BUILD:(?i)true}
            number         {BUILD_BUILDNUMBER}
            attempt        {SYSTEM_JOBATTEMPT}
            id             {BUILD_BUILDID}
            url            {SYSTEM_COLLECTIONURI:(.+?)/?}/{SYSTEM_TEAMPROJECTID}/_build/results?buildId={BUILD_BUILDID}
            pull-request   {BUILD_SOURCEBRANCH:refs/pull/(\\d+)/.+}
            source-branch  {SYSTEM_PULLREQUEST_SOURCEBRANCH:(?:refs/heads/)?(.+)}
            branch         {BUILD_SOURCEBRANCH:refs/heads/(.+)}
            tag            {BUILD_SOURCEBRANCH:refs/tags/(.+)}
            commit         {BUILD_SOURCEVERSION}
            commit         {SYSTEM_PULLREQUEST_SOURCECOMMITID}

        circleci
            when           {CIRCLECI:true}
            number         {CIRCLE_BUILD_NUM}
            id             {CIRCLE_WORKFLOW_JOB_ID}
            url            {CIRCLE_BUILD_URL}
            pull-request   {CIRCLE_PULL_REQUEST:.+/(\\d+)}
            pull-request   {CIRCLE_BRANCH:pull/(\\d+)(?:/.+)?}
            source-branch  {CIRCLE_BRANCH:(?!pull/\\d+(?:/|$)).+}
            branch         {CIRCLE_BRANCH}
            tag            {CIRCLE_TAG}
            commit         {CIRCLE_SHA1}

        bitbucket-pipelines
            when           {BITBUCKET_BUILD_NUMBER}
            number         {BITBUCKET_BUILD_NUMBER}
            id             {BITBUCKET_PIPELINE_UUID}
            url            {BITBUCKET_GIT_HTTP_ORIGIN}/pipelines/results/{BITBUCKET_BUILD_NUMBER}
            pull-request   {BITBUCKET_PR_ID}
            source-branch  {BITBUCKET_BRANCH}
            branch         {BITBUCKET_BRANCH}
            tag            {BITBUCKET_TAG}
            commit         {BITBUCKET_COMMIT}

        travis-ci
            when           {TRAVIS:true}
            number         {TRAVIS_BUILD_NUMBER}
            id             {TRAVIS_BUILD_ID}
            url            {TRAVIS_BUILD_WEB_URL}
            pull-request   {TRAVIS_PULL_REQUEST:\\d+}
            source-branch  {TRAVIS_PULL_REQUEST_BRANCH}
            branch         {TRAVIS_BRANCH}
            tag            {TRAVIS_TAG}
            commit         {TRAVIS_COMMIT}
            commit         {TRAVIS_PULL_REQUEST_SHA}

        buildkite
            when           {BUILDKITE:true}
            number         {BUILDKITE_BUILD_NUMBER}
            id             {BUILDKITE_BUILD_ID}
            url            {BUILDKITE_BUILD_URL}
            pull-request   {BUILDKITE_PULL_REQUEST:\\d+}
            source-branch  {BUILDKITE_BRANCH:(?:[^:]+:)?(.+)}
            branch         {BUILDKITE_BRANCH}
            tag            {BUILDKITE_TAG}
            commit         {BUILDKITE_COMMIT:[0-9a-f]+}

        woodpecker
            when           {CI:woodpecker}
            number         {CI_PIPELINE_NUMBER}
            url            {CI_PIPELINE_URL}
            pull-request   {CI_COMMIT_PULL_REQUEST}
            source-branch  {CI_COMMIT_SOURCE_BRANCH}
            branch         {CI_COMMIT_BRANCH}
            tag            {CI_COMMIT_TAG:(?!refs/).+}
            commit         {CI_COMMIT_SHA}

        drone
            when           {DRONE:true}
            number         {DRONE_BUILD_NUMBER}
            url            {DRONE_BUILD_LINK}
            pull-request   {DRONE_PULL_REQUEST}
            source-branch  {DRONE_SOURCE_BRANCH}
            branch         {DRONE_BRANCH}
            tag            {DRONE_TAG}
            commit         {DRONE_COMMIT_SHA}

        appveyor
            when           {APPVEYOR:(?i)true}
            number         {APPVEYOR_BUILD_NUMBER}
            id             {APPVEYOR_BUILD_ID}
            url            {APPVEYOR_URL}/project/{APPVEYOR_ACCOUNT_NAME}/{APPVEYOR_PROJECT_SLUG}/builds/{APPVEYOR_BUILD_ID}
            pull-request   {APPVEYOR_PULL_REQUEST_NUMBER}
            source-branch  {APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH}
            branch         {APPVEYOR_REPO_BRANCH}
            tag            {APPVEYOR_REPO_TAG_NAME}
            commit         {APPVEYOR_REPO_COMMIT}
            commit         {APPVEYOR_PULL_REQUEST_HEAD_COMMIT}

        semaphore
            when           {SEMAPHORE:true}
            number         {SEMAPHORE_WORKFLOW_NUMBER}
            id             {SEMAPHORE_WORKFLOW_ID}
            url            {SEMAPHORE_ORGANIZATION_URL}/workflows/{SEMAPHORE_WORKFLOW_ID}
            pull-request   {SEMAPHORE_GIT_PR_NUMBER}
            source-branch  {SEMAPHORE_GIT_PR_BRANCH}
            branch         {SEMAPHORE_GIT_BRANCH}
            tag            {SEMAPHORE_GIT_TAG_NAME}
            commit         {SEMAPHORE_GIT_SHA}
            commit         {SEMAPHORE_GIT_PR_SHA}

        cirrus-ci
            when           {CIRRUS_CI:true}
            id             {CIRRUS_BUILD_ID}
            url            https://cirrus-ci.com/build/{CIRRUS_BUILD_ID}
            pull-request   {CIRRUS_PR}
            source-branch  {CIRRUS_BRANCH:(?!pull/\\d+$).+}
            branch         {CIRRUS_BRANCH}
            tag            {CIRRUS_TAG}
            commit         {CIRRUS_CHANGE_IN_REPO}

        bitrise
            when           {BITRISE_IO:true}
            number         {BITRISE_BUILD_NUMBER}
            id             {BITRISE_BUILD_SLUG}
            url            {BITRISE_BUILD_URL}
            pull-request   {BITRISE_PULL_REQUEST:\\d+}
            source-branch  {BITRISE_GIT_BRANCH}
            branch         {BITRISE_GIT_BRANCH}
            tag            {BITRISE_GIT_TAG}
            commit         {BITRISE_GIT_COMMIT}
            commit         {GIT_CLONE_COMMIT_HASH}

        codefresh
            when           {CF_BUILD_ID}
            id             {CF_BUILD_ID}
            url            {CF_BUILD_URL}
            pull-request   {CF_PULL_REQUEST_NUMBER:\\d+}
            source-branch  {CF_BRANCH}
            branch         {CF_BRANCH}
            tag            {CF_RELEASE_TAG}
            commit         {CF_REVISION}

        aws-codebuild
            when           {CODEBUILD_BUILD_ID}
            number         {CODEBUILD_BUILD_NUMBER}
            id             {CODEBUILD_BUILD_ID}
            url            {CODEBUILD_PUBLIC_BUILD_URL}
            url            https://{AWS_REGION}.console.aws.amazon.com/codebuild/home?region={AWS_REGION}#/builds/{CODEBUILD_BUILD_ID}/view/new
            pull-request   {CODEBUILD_WEBHOOK_TRIGGER:pr/(.+)}
            pull-request   {CODEBUILD_SOURCE_VERSION:pr/(.+)}
            source-branch  {CODEBUILD_WEBHOOK_HEAD_REF:refs/heads/(.+)}
            branch         {CODEBUILD_WEBHOOK_HEAD_REF:refs/heads/(.+)}
            tag            {CODEBUILD_WEBHOOK_HEAD_REF:refs/tags/(.+)}
            commit         {CODEBUILD_RESOLVED_SOURCE_VERSION}

        bamboo
            when           {bamboo_buildKey}
            number         {bamboo_buildNumber}
            id             {bamboo_buildResultKey}
            url            {bamboo_buildResultsUrl}
            pull-request   {bamboo_repository_pr_key}
            source-branch  {bamboo_repository_pr_sourceBranch}
            branch         {bamboo_planRepository_branchName}
            branch         {bamboo_repository_branch_name}
            branch         {bamboo_repository_git_branch}
            commit         {bamboo_planRepository_revision}

        teamcity
            when           {TEAMCITY_VERSION}
            file           {TEAMCITY_BUILD_PROPERTIES_FILE}
            file           {teamcity.configuration.properties.file}
            number         {BUILD_NUMBER}
            id             {teamcity.build.id}
            url            {BUILD_URL}
            pull-request   {teamcity.pullRequest.number}
            pull-request   {teamcity.build.vcs.branch.*:refs/(?:pull|merge-requests|pull-requests)/(\\d+)/.+}
            source-branch  {teamcity.pullRequest.source.branch:(?:refs/heads/)?(.+)}
            branch         {teamcity.build.vcs.branch.*:refs/heads/(.+)}
            branch         {teamcity.build.branch:(?!<default>$)(?:refs/heads/)?(.+)}
            tag            {teamcity.build.vcs.branch.*:refs/tags/(.+)}
            commit         {BUILD_VCS_NUMBER}

        jenkins
            when           {JENKINS_URL}{BUILD_NUMBER}
            when           {JENKINS_HOME}{BUILD_NUMBER}
            number         {BUILD_NUMBER}
            id             {BUILD_TAG}
            url            {BUILD_URL}
            pull-request   {CHANGE_ID}
            source-branch  {CHANGE_BRANCH}
            branch         {BRANCH_NAME}
            branch         {GIT_LOCAL_BRANCH}
            branch         {GIT_BRANCH:(?:refs/remotes/origin/|refs/heads/|origin/)?((?!refs/|detached$).+)}
            tag            {TAG_NAME}
            tag            {GIT_BRANCH:refs/tags/(.+)}
            commit         {GIT_COMMIT}
        """;

    private CiProviderTable() {}
}
