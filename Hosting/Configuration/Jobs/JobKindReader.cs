using System.Globalization;
using TemporalVideo.Workflows.Contracts;

namespace TemporalVideo.Hosting.Configuration.Jobs;

/// <summary>What jobs of each type must and may say.</summary>
internal static class JobKindReader
{
    private const int UsualLimit = 600;
    private const int LimitOfVideos = 7200;

    /// <summary>The variables that every job has, besides its parameters, axes, environment and secrets.</summary>
    private static readonly string[] Given =
    [
        "PATH", "HOME", "LANG", "JOB_ID", "JOB_ATTEMPT", "JOB_INPUTS", "JOB_SPAWN", "JOB_OUTPUT", "ORIGINAL_PROMPT", "JOB_REGRESSION",
        "JOB_REGRESSION_REASON",
    ];

    /// <summary>Notes what is missing, and what belongs to another type.</summary>
    public static void Check(JobTemplateFile file, JobTemplateFile.JobSection job, YamlSection section)
    {
        foreach (var (key, type, isThere) in new[]
            {
                ("command", JobTypes.Command, job.Command.Count > 0),
                ("http.url", JobTypes.Http, job.Http.Url.Length > 0),
                ("video.lesson", JobTypes.Video, job.Video.Lesson.Length > 0 || job.Video.Topic.Length > 0),
                ("agent.task", JobTypes.Agent, job.Agent.Task.Length > 0),
            })
        {
            var (holder, last) = key.Split('.') is [var outer, var inner] ? (section.Section(outer), inner) : (section, key);
            if (job.Type == type && !isThere)
            {
                holder.Fault(last, type switch
                {
                    JobTypes.Command => "expected a list of the program and its arguments",
                    JobTypes.Video => "expected a lesson, or a topic",
                    _ => "expected a text",
                });
            }
            else if (job.Type != type && isThere)
            {
                holder.Fault(last, $"belongs to jobs of type {type}; this one is of type {job.Type}");
            }
        }

        if (job.Type == JobTypes.Approval && job.Artifacts.Count > 0)
        {
            section.Fault("artifacts", "an approval leaves nothing");
        }

        CheckHttp(job.Http, section.Section("http"));
        CheckVideo(job.Video, section.Section("video"));
        CheckNames(file, job, section);
    }

    /// <summary>The longest attempt, in seconds.</summary>
    public static int LimitOf(JobTemplateFile.JobSection job) => job.TimeoutSeconds > 0 ? job.TimeoutSeconds
        : job.Type == JobTypes.Video ? LimitOfVideos : UsualLimit;

    public static IReadOnlyList<string> ArtifactsOf(JobTemplateFile.JobSection job) => job.Type switch
    {
        JobTypes.Http => [.. job.Artifacts, job.Http.SaveAs],
        JobTypes.Video => [.. job.Artifacts, "video.*"],
        JobTypes.Agent => [.. job.Artifacts, "actions.jsonl"],
        _ => job.Artifacts,
    };

    public static HttpSpec? HttpOf(JobTemplateFile.JobSection job)
    {
        var usual = new HttpSpec { Url = job.Http.Url };
        return job.Type != JobTypes.Http ? null : usual with
        {
            Method = job.Http.Method.ToUpperInvariant(),
            Headers = job.Http.Headers,
            Body = job.Http.Body.Length > 0 ? job.Http.Body : null,
            Expect = [.. job.Http.Expect.Select(StatusOf).OfType<int>()],
            RetryOn = job.Http.RetryOn.Count > 0 ? [.. job.Http.RetryOn.Select(StatusOf).OfType<int>()] : usual.RetryOn,
            SaveAs = job.Http.SaveAs,
        };
    }

    public static VideoSpec? VideoOf(JobTemplateFile.JobSection job) => job.Type != JobTypes.Video ? null : new VideoSpec
    {
        Lesson = job.Video.Lesson.Length > 0 ? job.Video.Lesson : null,
        Topic = job.Video.Topic.Length > 0 ? job.Video.Topic : null,
        Seconds = job.Video.Seconds > 0 ? job.Video.Seconds : null,
        Size = VideoSizes.Find(job.Video.Size),
        Voice = job.Video.Voice.Length > 0 ? job.Video.Voice : null,
    };

    public static AgentSpec? AgentOf(JobTemplateFile.JobSection job) => job.Type != JobTypes.Agent ? null : new AgentSpec
    {
        Task = job.Agent.Task,
        MaxMoves = job.Agent.MaxMoves,
        Commands = job.Agent.Commands,
    };

    private static void CheckHttp(JobTemplateFile.HttpSection http, YamlSection section)
    {
        foreach (var (key, codes) in new[] { ("expect", http.Expect), ("retry_on", http.RetryOn) })
        {
            foreach (var code in codes.Where(each => StatusOf(each) is null))
            {
                section.Fault(key, $"expected status codes from 100 to 599, found '{code}'");
            }
        }

        if (http.SaveAs.Contains('/', StringComparison.Ordinal) || http.SaveAs is "." or ".." or "inputs" or "regression" or ".spawn")
        {
            section.Fault("save_as", $"expected the name of a file, found '{http.SaveAs}'");
        }
    }

    private static void CheckVideo(JobTemplateFile.VideoSection video, YamlSection section)
    {
        if (video.Lesson.Length > 0 && video.Topic.Length > 0)
        {
            section.Fault("topic", "expected a lesson or a topic, found both");
        }

        if (video.Size.Length > 0 && VideoSizes.Find(video.Size) is null)
        {
            section.Fault("size", $"expected {VideoSizes.Names}, found '{video.Size}'");
        }
    }

    /// <summary>A misspelt name would be found only when the job runs.</summary>
    private static void CheckNames(JobTemplateFile file, JobTemplateFile.JobSection job, YamlSection section)
    {
        var known = Given.Concat(file.Parameters.Keys.Select(name => $"PARAM_{name.ToUpperInvariant()}"))
            .Concat(job.Matrix.Keys.Select(name => $"MATRIX_{name.ToUpperInvariant()}"))
            .Concat(job.Environment.Keys).Concat(job.Secrets).ToHashSet();
        var texts = new List<(YamlSection Section, string Key, string Text)>
        {
            (section.Section("http"), "url", job.Http.Url), (section.Section("http"), "body", job.Http.Body),
            (section.Section("video"), "lesson", job.Video.Lesson), (section.Section("video"), "topic", job.Video.Topic),
            (section.Section("agent"), "task", job.Agent.Task),
        };
        texts.AddRange(job.Http.Headers.Select(each => (section.Section("http").Section("headers"), each.Key, each.Value)));
        foreach (var (holder, key, text) in texts)
        {
            foreach (var name in TemplateNames.In(text).Where(name => !known.Contains(name)
                && !(job.Each.Length > 0 && name.StartsWith("MATRIX_", StringComparison.Ordinal))))
            {
                holder.Fault(key, $"${{{name}}} is no parameter (PARAM_NAME), axis (MATRIX_NAME), variable of environment or secret");
            }
        }
    }

    private static int? StatusOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 100 and <= 599 ? code : null;
}
