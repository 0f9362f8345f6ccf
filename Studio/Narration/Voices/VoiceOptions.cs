namespace TemporalVideo.Studio.Narration.Voices;

/// <summary>Where a person's own voices lie.</summary>
public sealed class VoiceOptions
{
    /// <summary>Folders that hold a folder for each voice; default none. A folder that does not exist holds none.</summary>
    public IReadOnlyList<string> Folders { get; set; } = [];
}
