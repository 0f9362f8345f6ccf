namespace TemporalVideo.Starter.Checks;

/// <summary>What a check found.</summary>
/// <param name="What">What was looked for.</param>
/// <param name="Good">Whether it is as it should be.</param>
/// <param name="Needed">Whether a video cannot be made without it.</param>
/// <param name="Text">What was found, or what to do.</param>
internal sealed record Finding(string What, bool Good, bool Needed, string Text);
