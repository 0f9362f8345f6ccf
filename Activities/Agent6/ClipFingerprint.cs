namespace TemporalVideo.Activities.Agent6;

/// <summary>Agent6's clip is stored twice under one key: silent, then with its narration. The fingerprint tells which of the two it is.</summary>
internal static class ClipFingerprint
{
    private const string Narrated = "+narration:";

    public static string Silent(double seconds, string? image) => Fingerprint.Of("silent", seconds, image);

    public static string WithNarration(string silent, string? narration) => $"{SilentPart(silent)}{Narrated}{Fingerprint.Of("narrated", narration)}";

    /// <summary>Whether a clip is the silent one, or was made from it.</summary>
    public static bool IsMadeFrom(string? clip, string silent) => clip is not null && SilentPart(clip) == silent;

    private static string SilentPart(string clip) => clip.Split(Narrated)[0];
}
