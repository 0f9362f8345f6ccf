using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;

namespace TemporalVideo.Studio.Music;

/// <summary>
/// Has the same scores played by sampled instruments: <see href="https://www.fluidsynth.org">fluidsynth</see> with the soundfont
/// FluidR3 (MIT licence).
/// </summary>
public sealed class FluidsynthComposer : IComposer
{
    private const string Program = "fluidsynth";

    /// <summary>Debian's packages <c>fluidr3mono-gm-soundfont</c> (23 MB) and <c>fluid-soundfont-gm</c> (148 MB).</summary>
    private static readonly string[] Soundfonts = ["/usr/share/sounds/sf3/FluidR3Mono_GM.sf3", "/usr/share/sounds/sf2/FluidR3_GM.sf2"];

    /// <summary>Whether program and soundfont are installed.</summary>
    public static bool IsInstalled => ExternalTool.IsInstalled(Program) && Soundfont is not null;

    private static string? Soundfont => Soundfonts.FirstOrDefault(File.Exists);

    /// <inheritdoc/>
    public string IdentityFor(MusicRequest request) => $"fluidsynth/{Path.GetFileName(Soundfont)}/1";

    /// <inheritdoc/>
    public async Task ComposeAsync(MusicRequest request, string file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Seconds, nameof(request));
        using var folder = new TemporaryFolder();
        var (score, played) = (folder.File("score.mid"), folder.File("played.wav"));
        await File.WriteAllBytesAsync(score, MidiFile.Of(Score.Of(request)), cancellationToken);
        await PlayAsync(score, played, cancellationToken);
        var samples = new float[(int)Math.Round(request.Seconds * VideoFormat.SampleRate) * 2];
        var heard = WavFile.Read(played, VideoFormat.SampleRate, 2);
        heard.AsSpan(0, Math.Min(heard.Length, samples.Length)).CopyTo(samples);
        MusicFinish.Fade(samples, request.Seconds);
        await MusicFinish.WriteAsync(samples, file);
    }

    /// <summary>Has a MIDI file played into a WAV file.</summary>
    internal static Task PlayAsync(string score, string played, CancellationToken cancellationToken) => ExternalTool.RunAsync(
        Program,
        ["-ni", "-q", "-F", played, "-T", "wav", "-O", "s16", "-r", $"{VideoFormat.SampleRate}", "-g", "0.6",
         Soundfont ?? throw new ToolMissingException("fluidr3mono-gm-soundfont", new FileNotFoundException(Soundfonts[0])), score],
        cancellationToken);
}
