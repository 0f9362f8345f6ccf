using Microsoft.Extensions.Options;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration;
using TemporalVideo.Studio.Narration.Voices;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Sessions;

/// <summary>Plans a lesson at the command line: what is wrong with it is said before anything is started or paid for.</summary>
internal static class LessonCheck
{
    /// <summary>A video below this share of the wanted length is no trifle.</summary>
    private const double FarShorter = 0.8;

    /// <summary>The story that the offline planner makes of the source.</summary>
    /// <exception cref="StarterException">There is none; the message says what is needed.</exception>
    public static async Task<Story> PlanAsync(VideoInput input, ProductConfiguration configuration, CancellationToken cancellationToken)
    {
        try
        {
            return await new LessonPlanner().PlanAsync(
                new StoryRequest
                {
                    Source = input.Source,
                    SourceKind = input.SourceKind,
                    TargetSeconds = input.TargetSeconds,
                    MaxSeconds = configuration.Pipeline.MaxVideoSeconds,
                    Verbatim = input.Verbatim,
                    Sound = input.Sound,
                    Size = input.Size,
                    Shape = input.Shape,
                    Pronunciation = configuration.Worker.Pronunciation,
                    OwnLanguages = Voices(configuration).OwnLanguages,
                    LessonFolder = input.LessonFolder,
                    LessonsFolder = configuration.Worker.Lessons,
                },
                cancellationToken);
        }
        catch (StorySourceException exception)
        {
            throw new StarterException(ExitCodes.Usage, exception.Message);
        }
    }

    /// <summary>The voices of this machine.</summary>
    public static VoiceCatalog Voices(ProductConfiguration configuration) =>
        new(Options.Create(new VoiceOptions { Folders = configuration.Worker.Voices }), new FfmpegRunner(), new EspeakVoices());

    /// <summary>Who speaks a story on this machine.</summary>
    /// <exception cref="StarterException">Nobody can; the message says what would help.</exception>
    public static async Task<IVoice> VoiceOfAsync(Story story, ProductConfiguration configuration, CancellationToken cancellationToken)
    {
        try
        {
            return await new Narrator(Voices(configuration)).RequireAsync(
                new SpeechManner(story.Language, story.Sound.Voice, story.Sound.Speed), cancellationToken);
        }
        catch (UnusableInputException exception)
        {
            throw new StarterException(ExitCodes.Usage, exception.Message);
        }
        catch (ToolMissingException exception)
        {
            throw new StarterException(ExitCodes.Usage, exception.Message);
        }
    }

    /// <summary>What is to be known before the video is made: what the voice cannot do, and that it is far shorter than wanted.</summary>
    public static IEnumerable<string> WarningsOf(Story story, double? wanted, IVoice voice)
    {
        var warnings = voice.WarningsFor(LanguageTag.Parse(story.Language));
        return wanted is { } seconds && story.Duration < FarShorter * seconds
            ? warnings.Append(
                FormattableString.Invariant($"{seconds:0.#} s were asked for, but what the lesson says fills {story.Duration:0.#} s. ")
                + "Silence is not added: write more, or take it as long as it is.")
            : warnings;
    }

    /// <summary>Plans the source and says on standard error how much of it is not in the video.</summary>
    /// <exception cref="StarterException">There is no story, or the check is strict and something would be missing.</exception>
    /// <returns>The story.</returns>
    public static async Task<Story> RequireAsync(VideoInput input, ProductConfiguration configuration, bool strict,
        CancellationToken cancellationToken)
    {
        var story = await PlanAsync(input, configuration, cancellationToken);
        var voice = await VoiceOfAsync(story, configuration, cancellationToken);
        foreach (var warning in WarningsOf(story, input.TargetSeconds, voice))
        {
            await Console.Error.WriteLineAsync(warning);
        }

        if (story.NotInVideo.Count == 0)
        {
            return story;
        }

        var lines = string.Join('\n', story.NotInVideo.Select(PlanText.LineOf));
        if (strict)
        {
            throw new StarterException(ExitCodes.Usage, $"Not in the video:\n{lines}");
        }

        await Console.Error.WriteLineAsync(story.NotInVideo.Count <= 3
            ? $"Not in the video:\n{lines}"
            : $"{story.NotInVideo.Count} parts of the lesson are not in the video ('starter plan' lists them, with why).");
        return story;
    }
}
