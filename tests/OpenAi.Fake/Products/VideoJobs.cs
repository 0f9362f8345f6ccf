using System.Collections.Concurrent;

namespace TemporalVideo.Tests.OpenAi;

/// <summary>The video jobs of a fake.</summary>
internal sealed class VideoJobs
{
    private readonly ConcurrentDictionary<string, VideoJob> _jobs = new();

    public IEnumerable<VideoJob> All => _jobs.Values;

    public VideoJob Add(string model, int seconds, string size)
    {
        var job = new VideoJob($"video_{_jobs.Count + 1:0000}", model, seconds, size);
        return _jobs[job.Id] = job;
    }

    public VideoJob? Find(string id) => _jobs.GetValueOrDefault(id);
}

/// <summary>A video that was ordered.</summary>
internal sealed record VideoJob(string Id, string Model, int Seconds, string Size)
{
    /// <summary>How often its state was asked for.</summary>
    public int Asked { get; set; }
}
