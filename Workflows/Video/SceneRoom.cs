using Temporalio.Workflows;
using TemporalVideo.Workflows.Contracts;
using TemporalVideo.Workflows.Policies;

namespace TemporalVideo.Workflows.Video;

/// <summary>
/// Writer, critic and cohesor: what the scenes show is written and judged, what stays below the threshold is written again with the
/// critique, up to the limit, and the best is kept; then the scenes are made to fit each other.
/// </summary>
internal sealed class SceneRoom(VideoRun run, AgentReport report, CancellationToken cancellationToken)
{
    private const AgentName Name = AgentName.Agent2;

    /// <summary>Writes the scenes of the story; the run's story is then the version that has them.</summary>
    public async Task WriteAsync()
    {
        if (run.ScenesAreWritten || !Workflow.Patched(Patches.SceneRoom))
        {
            return;
        }

        var scenes = await WriteAsync(run.Story!.Version ?? "", 1, null);
        var isModels = scenes.Written > 0;
        var version = run.Input.Settings.Quality.Enabled ? await BestAsync(scenes) : scenes.Version;
        var coherent = await CohereAsync(version, isModels);
        run.Costs.Add(Name, PieceKind.Storyboard, coherent.Cost);
        if (coherent.Rewritten.Count > 0)
        {
            run.SayMeanwhile($"Scenes fit each other, {coherent.Score} of 100; written again: {string.Join(", ", coherent.Rewritten)}");
        }

        run.Story = run.Story with { Version = coherent.Version };
        run.ScenesAreWritten = true;
    }

    /// <summary>The best version of as many as the limit allows.</summary>
    private async Task<string> BestAsync(WrittenScenes scenes)
    {
        var (settings, isModels) = (run.Input.Settings, scenes.Written > 0);
        var best = scenes.Version;
        ScenesVerdict? bestVerdict = null;
        for (var round = 1; ; round++)
        {
            var verdict = await JudgeAsync(scenes.Version, round, isModels);
            run.Costs.Add(Name, PieceKind.Storyboard, verdict.Cost);
            run.SayMeanwhile($"Scenes, round {round} of {settings.SceneRounds}: {verdict.Score} of 100");
            if (bestVerdict is null || verdict.Score > bestVerdict.Score)
            {
                (best, bestVerdict) = (scenes.Version, verdict);
            }

            var poor = bestVerdict.Scenes.Where(scene => scene.Score < settings.Quality.Good).ToList();
            if (!isModels || poor.Count == 0 || round >= settings.SceneRounds)
            {
                break;
            }

            scenes = await WriteAsync(best, round + 1, poor, bestVerdict.Score);
        }

        run.SceneScore = bestVerdict.Score;
        if (bestVerdict.Score < settings.Quality.Acceptable)
        {
            run.SayMeanwhile($"The scenes are poor, {bestVerdict.Score} of 100: "
                + string.Join("; ", bestVerdict.Scenes.OrderBy(scene => scene.Score).Take(2)
                    .Select(scene => $"{scene.SegmentId}: {scene.Remark}")));
        }

        return best;
    }

    private Task<WrittenScenes> WriteAsync(string version, int round, IReadOnlyList<SceneScore>? critique, int before = 0)
    {
        var task = new WriteScenesTask
        {
            Session = run.Input.Session,
            Agent = Name,
            Version = version,
            Round = round,
            Critique = critique,
            Verbatim = run.Input.Verbatim,
        };
        var summary = critique is null ? "scenes in words"
            : $"scenes in words, round {round}: {critique.Count} again (before: {before} of 100)";
        return DecideAsync<WrittenScenes>("storyboard", local =>
        {
            var priced = task with { Price = local ? 0 : run.Costs.PriceOf(PieceKind.Storyboard, Name), Local = local };
            return run.Costs.PayAsync(Name, PieceKind.Storyboard, null, () => run.DoAsync(
                (IWriteScenes step) => step.WriteScenesAsync(priced), Policy(summary, local)));
        });
    }

    private Task<ScenesVerdict> JudgeAsync(string version, int round, bool isModels)
    {
        var task = new JudgeScenesTask
        {
            Session = run.Input.Session,
            Agent = Name,
            Version = version,
            Good = run.Input.Settings.Quality.Good,
        };
        return DecideAsync<ScenesVerdict>("scene-critic", local =>
        {
            var told = task with { Local = local || !isModels };
            return run.DoAsync(
                (IJudgeScenes step) => step.JudgeScenesAsync(told), Policy($"critic: scenes, round {round}", told.Local));
        });
    }

    private Task<CoherentScenes> CohereAsync(string version, bool isModels)
    {
        var task = new StoryboardTask { Session = run.Input.Session, Agent = Name, Version = version };
        var summary = run.SceneScore is { } score ? $"cohesor: scenes ({score} of 100)" : "cohesor: scenes";
        return DecideAsync<CoherentScenes>("cohesor", local =>
        {
            var told = task with { Local = local || !isModels };
            return run.DoAsync(
                (ICohereScenes step) => step.CohereScenesAsync(told), Policy(summary, told.Local));
        });
    }

    private ActivityOptions Policy(string summary, bool local) =>
        run.Policies.ByService(PieceKind.Storyboard, run.Policies.Scene(summary, cancellationToken), local);

    /// <summary>What a service cannot do, this machine does, or a person decides.</summary>
    private Task<T> DecideAsync<T>(string what, Func<bool, Task<T>> make)
        where T : class => run.Decisions.MakeAsync(
            new StepOffer<T>(Name, what, PieceKind.Storyboard) { HasLocal = true }, report, make, cancellationToken);
}
