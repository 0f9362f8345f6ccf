namespace TemporalVideo.Studio.Film;

/// <summary>What a tool that succeeded has printed.</summary>
/// <param name="Output">Standard output, empty when it was read line by line.</param>
/// <param name="ErrorOutput">Standard error; ffmpeg's filters report there.</param>
public sealed record ToolResult(string Output, string ErrorOutput);
