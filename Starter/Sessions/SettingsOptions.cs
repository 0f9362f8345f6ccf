using System.CommandLine;
using TemporalVideo.Sessions;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Starter.Sessions;

/// <summary>The options that want something otherwise than the pipeline has it.</summary>
internal static class SettingsOptions
{
    private static readonly Option<int?> Good = new("--good")
    {
        Description = "Score below which story and scenes are made again, 0 to 100; default the pipeline's.",
    };
    private static readonly Option<int?> Parallel = new("--parallel")
    {
        Description = "How many pieces are made at the same time, 1 to 100; default the pipeline's.",
    };
    private static readonly Option<bool> Unjudged = new("--no-quality")
    {
        Description = "Give story, scenes and video no scores, and make nothing again for one.",
    };

    public static void AddTo(Command command)
    {
        foreach (var option in new Option[] { Good, Parallel, Unjudged })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The settings with what is wanted.</summary>
    public static PipelineSettings Over(ParseResult parsed, PipelineSettings settings)
    {
        var wish = new SettingsWish(parsed.GetValue(Good), parsed.GetValue(Parallel), parsed.GetValue(Unjudged) ? false : null);
        VideoOrder.Require("--good", wish.Good, OrderRules.Good(wish.Good));
        VideoOrder.Require("--parallel", wish.Parallel, OrderRules.Parallel(wish.Parallel));
        return wish.Over(settings);
    }
}
