using Microsoft.Extensions.Options;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration.Piper;

namespace TemporalVideo.Studio.Narration.Voices;

/// <summary>The voices of this machine: those of installed programs, and those that lie in folders.</summary>
public sealed class VoiceCatalog
{
    private readonly IReadOnlyList<(IVoice Voice, Func<bool> IsInstalled)> _programs;
    private readonly Func<IReadOnlyList<IVoice>> _folders;

    /// <summary>flite, festival and espeak-ng, and the folders that are configured.</summary>
    /// <param name="options">Where voices lie.</param>
    /// <param name="ffmpeg">Finishes the sound.</param>
    /// <param name="espeak">The voices of espeak-ng.</param>
    /// <param name="services">Voices of services, the preferred one first; they come before those of this machine.</param>
    public VoiceCatalog(
        IOptions<VoiceOptions> options, FfmpegRunner ffmpeg, EspeakVoices espeak, IEnumerable<IVoice>? services = null)
        : this(
            [
                .. (services ?? []).Select(voice => (voice, (Func<bool>)(() => true))),
                // In the order of their word error rates, see docs/voices.md.
                (new FliteVoice("rms", ffmpeg), () => ExternalTool.IsInstalled(FliteVoice.Program)),
                (new FestivalVoice(ffmpeg), () => FestivalVoice.IsInstalled),
                (new FliteVoice("slt", ffmpeg), () => ExternalTool.IsInstalled(FliteVoice.Program)),
                (new EspeakVoice(espeak, ffmpeg), () => ExternalTool.IsInstalled(EspeakVoice.Program)),
            ],
            Folders(options, ffmpeg))
    {
    }

    /// <summary>These voices, the best first.</summary>
    internal VoiceCatalog(IReadOnlyList<(IVoice Voice, Func<bool> IsInstalled)> programs, Func<IReadOnlyList<IVoice>> folders) =>
        (_programs, _folders) = (programs, folders);

    /// <summary>All voices: those of programs, the best first, then those in folders.</summary>
    public IReadOnlyList<IVoice> All =>
        [.. _programs.Where(program => program.IsInstalled()).Select(program => program.Voice), .. _folders()];

    /// <summary>Languages of the voices in folders, without regions.</summary>
    public IReadOnlyList<string> OwnLanguages =>
        [.. _folders().SelectMany(voice => voice.Languages).Select(language => language.Split('-')[0]).Distinct()];

    /// <summary>Chooses a voice.</summary>
    /// <param name="language">The language to be spoken.</param>
    /// <param name="name">Its name; null: that of a service that is not down, else the best of a program, and where no program reads the
    /// language, one in a folder.</param>
    /// <param name="isLocal">Whether no service is to be asked; default no. The name of a service's voice counts for none then.</param>
    /// <exception cref="UnknownLanguageException">There is none.</exception>
    public IVoice Choose(LanguageTag language, string? name, bool isLocal = false)
    {
        ArgumentNullException.ThrowIfNull(language);
        var all = isLocal ? [.. All.Where(voice => !voice.IsService)] : All;
        if (name is null || (isLocal && _programs.Any(program => program.Voice is { IsService: true } service && IsNamed(service, name))))
        {
            return all.FirstOrDefault(voice => !voice.IsAway && Speaks(voice, language))
                ?? throw (all.Count == 0
                    ? UnknownLanguageException.NothingInstalled(language)
                    : UnknownLanguageException.NotRead(language));
        }

        var named = all.FirstOrDefault(voice => IsNamed(voice, name))
            ?? throw UnknownLanguageException.NoSuchVoice(name, all.Select(voice => voice.Name));
        if (named is BrokenVoice broken)
        {
            throw broken.Fault();
        }

        return Speaks(named, language) ? named : throw UnknownLanguageException.WrongVoice(named.Name, language, named.Languages);
    }

    private static bool IsNamed(IVoice voice, string name) => string.Equals(voice.Name, name, StringComparison.OrdinalIgnoreCase);

    private static bool Speaks(IVoice voice, LanguageTag language) =>
        voice.Languages.Any(spoken => spoken.Split('-')[0] == language.Language);

    private static Func<IReadOnlyList<IVoice>> Folders(IOptions<VoiceOptions> options, FfmpegRunner ffmpeg)
    {
        // A model is loaded once and kept: it is the folder's content that may change.
        var known = new VoiceFolders(ffmpeg);
        return () => known.In(options.Value.Folders);
    }
}
