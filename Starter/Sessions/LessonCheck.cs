using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Sessions;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Narration.Voices;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Sessions;

/// <summary>Plans a lesson at the command line: what is wrong with it is said before anything is started or paid for.</summary>
internal static class LessonCheck
{
    /// <summary>The story that the offline planner makes of the source.</summary>
    /// <exception cref="StarterException">There is none; the message says what is needed.</exception>
    public static async Task<Story> PlanAsync(VideoInput input, ProductConfiguration configuration, CancellationToken cancellationToken)
    {
        try
        {
            return await new LessonPlans(configuration).PlanAsync(input, cancellationToken);
        }
        catch (Exception exception) when (exception is StorySourceException or UnusableInputException)
        {
            throw new StarterException(ExitCodes.Usage, exception.Message);
        }
    }

    /// <summary>The voices of this machine.</summary>
    public static VoiceCatalog Voices(ProductConfiguration configuration) =>
        new LessonPlans(configuration).Voices;

    /// <summary>Who speaks a story on this machine.</summary>
    /// <exception cref="StarterException">Nobody can; the message says what would help.</exception>
    public static async Task<IVoice> VoiceOfAsync(Story story, ProductConfiguration configuration, CancellationToken cancellationToken)
    {
        try
        {
            return await new LessonPlans(configuration).VoiceOfAsync(story, cancellationToken);
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

    /// <summary>Plans the source and says on standard error how much of it is not in the video.</summary>
    /// <exception cref="StarterException">There is no story, or the check is strict and something would be missing.</exception>
    /// <returns>The story.</returns>
    public static async Task<Story> RequireAsync(VideoInput input, ProductConfiguration configuration, bool strict,
        CancellationToken cancellationToken)
    {
        var story = await PlanAsync(input, configuration, cancellationToken);
        var voice = await VoiceOfAsync(story, configuration, cancellationToken);
        foreach (var warning in LessonPlans.WarningsOf(story, input.TargetSeconds, voice))
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
