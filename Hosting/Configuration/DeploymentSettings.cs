namespace TemporalVideo.Hosting.Configuration;

/// <summary>The worker deployment version of this build: a run stays on the build that began it (pinned) until it ends.</summary>
/// <param name="Name">Name of the deployment, the same for all builds.</param>
/// <param name="BuildId">This build.</param>
public sealed record DeploymentSettings(string Name, string BuildId);
