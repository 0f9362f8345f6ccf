using Microsoft.Extensions.Options;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Hosting.Configuration.Providers;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Voices;
using TemporalVideo.Studio.Pictures.Typography;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Sessions;

/// <summary>Plans an order on this machine, before anything is started or paid for: what the video says, shows and leaves out.</summary>
/// <param name="configuration">The configuration.</param>
internal sealed class LessonPlans(ProductConfiguration configuration)
{
    /// <summary>A video below this share of the wanted length is no trifle.</summary>
    private const double FarShorter = 0.8;

    /// <summary>Seconds of a segment.</summary>
    private const double UsualSegment = 10;

    /// <summary>The voices of this machine.</summary>
    public VoiceCatalog Voices { get; } =
        new(Options.Create(new VoiceOptions { Folders = configuration.Worker.Voices }), new FfmpegRunner(), new EspeakVoices(),
            AnnouncedVoice.Of(configuration.Providers));

    /// <summary>The story that the offline planner makes of the source.</summary>
    /// <exception cref="StorySourceException">There is none; the message says what is needed.</exception>
    /// <exception cref="UnusableInputException">Its script cannot be drawn; the message says what would help.</exception>
    public async Task<Story> PlanAsync(VideoInput input, CancellationToken cancellationToken) => StoryFonts.Require(
        await new LessonPlanner().PlanAsync(
            new StoryRequest
            {
                Source = input.Source,
                SourceKind = input.SourceKind,
                TargetSeconds = input.TargetSeconds,
                MaxSeconds = input.Settings.MaxVideoSeconds,
                Verbatim = input.Verbatim,
                Sound = input.Sound,
                Size = input.Size,
                Shape = input.Shape,
                Pronunciation = configuration.Worker.Pronunciation,
                OwnLanguages = Voices.OwnLanguages,
                LessonFolder = input.LessonFolder,
                LessonsFolder = configuration.Worker.Lessons,
            },
            cancellationToken));

    /// <summary>Whether a language model writes the story, from a topic alone: what it will say is known when it has.</summary>
    /// <param name="input">The order.</param>
    /// <param name="configuration">The configuration.</param>
    public static bool IsWrittenByAModel(VideoInput input, ProductConfiguration configuration) =>
        input.SourceKind == SourceKind.Topic && configuration.Providers.Chat.Count > 0;

    /// <summary>What is known of such a story before: its topic, and nothing of what it says.</summary>
    /// <param name="input">The order.</param>
    public static Story OutlineOf(VideoInput input) => new()
    {
        Title = input.Source.Trim(),
        Sound = input.Sound,
        Size = input.Size ?? VideoSize.Wide,
        Segments = [],
    };

    /// <summary>The quote of an order, with who makes what; one that a language model writes or rewrites is known about.</summary>
    /// <param name="input">The order.</param>
    /// <param name="story">Its plan; null: a model writes it from the topic.</param>
    /// <param name="configuration">The configuration.</param>
    public static Quote QuoteOf(VideoInput input, Story? story, ProductConfiguration configuration) =>
        (story is null ? Quoting.Of(input, SegmentsOf(input.TargetSeconds))
            : Quoting.Of(input, story, rewritten: configuration.Providers.Chat.Count > 0)) with
        {
            Providers = configuration.Providers.Choices,
        };

    /// <summary>How many segments a story of a length has, about.</summary>
    /// <param name="seconds">The length; null: a minute.</param>
    public static int SegmentsOf(double? seconds) => (int)Math.Ceiling((seconds ?? 60) / UsualSegment);

    /// <summary>Who speaks a story on this machine.</summary>
    /// <exception cref="UnusableInputException">Nobody can; the message says what would help.</exception>
    /// <exception cref="ToolMissingException">The program that speaks is not installed.</exception>
    public Task<IVoice> VoiceOfAsync(Story story, CancellationToken cancellationToken) => new Narrator(Voices).RequireAsync(
        new SpeechManner(story.Language, story.Sound.Voice, story.Sound.Speed), cancellationToken);

    /// <summary>What is to be known before the video is made: what the voice cannot do, and that it is far shorter than wanted.</summary>
    public static IEnumerable<string> WarningsOf(Story story, double? wanted, IVoice voice)
    {
        var warnings = voice.WarningsFor(LanguageTag.Parse(story.Language));
        if (wanted is not { } seconds || story.Duration >= FarShorter * seconds)
        {
            return warnings;
        }

        var because = story.NotInVideo.Any(item => item.AsWished)
            ? (Fills: "what has room of it", Instead: "no section is cut in two. Ask for a little more, and the next one fits.")
            : (Fills: "what the lesson says", Instead: "write more, or take it as long as it is.");
        return warnings.Append(
            FormattableString.Invariant($"{seconds:0.#} s were asked for, but {because.Fills} fills {story.Duration:0.#} s. ")
            + $"Silence is not added: {because.Instead}");
    }
}
