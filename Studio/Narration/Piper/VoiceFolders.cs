using System.Collections.Concurrent;
using System.Text.Json;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration.Voices;

namespace TemporalVideo.Studio.Narration.Piper;

/// <summary>
/// Finds voices: <c>NAME/model.onnx</c>, <c>NAME/model.onnx.json</c> and the voice's licence or model card. A voice is kept as long as its
/// files stay the same, so that its model is loaded once.
/// </summary>
/// <param name="ffmpeg">Finishes the sound.</param>
internal sealed class VoiceFolders(FfmpegRunner ffmpeg)
{
    private readonly ConcurrentDictionary<(string Folder, DateTime Model, DateTime Config), IVoice> _known = new();

    /// <summary>The voices in folders, by name; one that is not whole tells what is wrong with it when it is chosen.</summary>
    public IReadOnlyList<IVoice> In(IEnumerable<string> folders) =>
    [
        .. folders.Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .Where(IsVoice)
            .OrderBy(Path.GetFileName, StringComparer.Ordinal)
            .Select(Voice),
    ];

    private static bool IsVoice(string folder) =>
        File.Exists(Path.Combine(folder, PiperVoice.ModelFile)) || File.Exists(Path.Combine(folder, PiperVoice.ConfigFile));

    private IVoice Voice(string folder) =>
        _known.GetOrAdd((folder, Changed(folder, PiperVoice.ModelFile), Changed(folder, PiperVoice.ConfigFile)), _ => Read(folder));

    private IVoice Read(string folder)
    {
        var config = Path.Combine(folder, PiperVoice.ConfigFile);
        if (!File.Exists(Path.Combine(folder, PiperVoice.ModelFile)))
        {
            return new BrokenVoice(folder, $"{PiperVoice.ModelFile} is missing.");
        }

        if (!File.Exists(config))
        {
            return new BrokenVoice(folder, $"{PiperVoice.ConfigFile} is missing; it comes with the model.");
        }

        try
        {
            return new PiperVoice(folder, PiperConfig.Read(config), ffmpeg);
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            return new BrokenVoice(folder, $"{PiperVoice.ConfigFile} cannot be used: {wrong.Message}");
        }
    }

    private static DateTime Changed(string folder, string file) => File.GetLastWriteTimeUtc(Path.Combine(folder, file));
}
