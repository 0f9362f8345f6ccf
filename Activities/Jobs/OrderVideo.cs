using Microsoft.Extensions.Options;
using Temporalio.Activities;
using Temporalio.Exceptions;
using TemporalVideo.Activities.Jobs.Kinds;
using TemporalVideo.Activities.Storytelling;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Storage.Records.Jobs;
using TemporalVideo.Storage.Records.Money;
using TemporalVideo.Studio.Storytelling;
using TemporalVideo.Studio.Storytelling.Lessons;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Activities.Jobs;

/// <summary>Makes the order of a video out of a job.</summary>
internal sealed class OrderVideo(
    IObjectStore store, IPipelineTables tables, IMoneyBook money, IOptions<StoryOptions> options) : IOrderVideo
{
    [Activity]
    public async Task<VideoInput> OrderVideoAsync(JobTask task)
    {
        var context = ActivityExecutionContext.Current;
        await using var heartbeats = new Heartbeats(context, null);
        var files = new AttemptFiles(store, tables, task);
        var (plan, spec) = await files.PlanAsync(context.CancellationToken);
        using var workspace = new JobWorkspace();
        await files.FurnishAsync(workspace, context.CancellationToken);
        var values = workspace.EnvironmentOf(plan, spec, task);
        var wanted = spec.Video!;
        var order = new VideoInput
        {
            Session = SessionOf(task),
            Source = "",
            TargetSeconds = wanted.Seconds,
            Size = wanted.Size,
            Sound = new SoundChoice { Voice = wanted.Voice is { } voice ? JobText.Fill(voice, values) : null },
            CostLimit = plan.CostLimit,
            Settings = plan.Video ?? new PipelineSettings(),
        };

        // All videos and agents of the pipeline share its limit.
        await money.LimitAsync(
            task.Pipeline, plan.CostLimit is { } limit ? MicroDollars.OfLimit(limit) : null, context.CancellationToken);
        await money.JoinAsync(order.Session, task.Pipeline, context.CancellationToken);
        if (wanted.Lesson is not { } named)
        {
            var topic = JobText.Fill(wanted.Topic!, values).Trim();
            return order with { Source = topic, SourceKind = SourceKind.Topic, Topic = topic };
        }

        var (file, isOurs) = Find(workspace, JobText.Fill(named, values));
        order = order with
        {
            Source = LessonText.Decode(await File.ReadAllBytesAsync(file, context.CancellationToken)),
            Topic = Path.GetFileNameWithoutExtension(file),
            LessonFolder = isOurs && order.Settings.Stages.ReferenceImages ? Path.GetDirectoryName(file) : null,
        };
        return order.Settings.Stages.ReferenceImages
            ? await WithLogoAsync(order, Path.GetDirectoryName(file)!, context.CancellationToken) : order;
    }

    /// <summary>The order with the logo that the lesson names, where it names one that can be shown.</summary>
    private async Task<VideoInput> WithLogoAsync(VideoInput order, string folder, CancellationToken cancellationToken)
    {
        (string Name, string File)? logo;
        try
        {
            logo = LessonLogo.Of(order.Source, folder);
        }
        catch (StorySourceException fault)
        {
            throw new ApplicationFailureException(fault.Message, errorType: FailureTypes.JobFailed, nonRetryable: true);
        }

        if (logo is not var (name, file))
        {
            return order;
        }

        var key = await store.PutOwnAsync(file, new SessionLayout(order.Session).LessonPicture, cancellationToken);
        return order with
        {
            Brand = new BrandPictures { Logo = key },

            // A folder of the worker's own holds it already, with the lesson's other pictures.
            LessonPictures = order.LessonFolder is null ? new Dictionary<string, string> { [name] = key } : order.LessonPictures,
        };
    }

    /// <summary>The same session for all attempts: what one has made, the next finds.</summary>
    private static SessionKey SessionOf(JobTask task)
    {
        var id = $"{task.Pipeline.SessionId}-{task.Node.Id}";
        return new SessionKey(task.Pipeline.UserId, SessionKey.IsValidId(id) ? id
            : $"{id[..40].TrimEnd('-', '.')}-{PipelineLayout.HashOf(id)[..12]}");
    }

    /// <summary>A lesson of the workspace, or of the worker's folder of lessons; never a file of another place.</summary>
    private (string File, bool IsOurs) Find(JobWorkspace workspace, string lesson)
    {
        foreach (var (folder, isOurs) in new[] { (workspace.Folder, false), (Path.GetFullPath(options.Value.LessonsFolder), true) })
        {
            var file = Path.GetFullPath(Path.Combine(folder, lesson));
            if (file.StartsWith($"{folder}/", StringComparison.Ordinal) && File.Exists(file) && new FileInfo(file).LinkTarget is null)
            {
                return (file, isOurs);
            }
        }

        throw new ApplicationFailureException(
            $"There is no lesson '{lesson}', neither in the workspace (inputs/JOB/… are artifacts of the jobs that it needs) nor in the "
                + "worker's folder of lessons.",
            errorType: FailureTypes.JobFailed, nonRetryable: true);
    }
}
