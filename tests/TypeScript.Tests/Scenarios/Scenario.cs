namespace TemporalVideo.TypeScript.Tests.Scenarios;

/// <summary>What has to come of a scenario of <c>node/scenarios</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Result">What the official client sees, as JSON.</param>
/// <param name="Events">The history between <c>Started wft</c> and its end, in short names; null where the scenario starts no workflow itself.</param>
/// <param name="OnTypeScriptOnly">It reaches into the worker of the official SDK.</param>
internal sealed record Scenario(string Name, string Result, string? Events, bool OnTypeScriptOnly = false);
