using TemporalVideo.Storage.Events;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Aws.MediaConvert;

/// <summary>Tells the event log of each job (R-B7): when it is ordered and how it ends.</summary>
internal sealed class JobEvents(IEventLog log, TimeProvider time, MediaConvertOptions options)
{
    public void Write(StoreStitchRequest request, MediaConvertJob job)
    {
        var data = new Dictionary<string, object?>
        {
            ["session"] = request.Session.ToString(),
            ["job_id"] = job.Id,
            ["status"] = job.Status.ToString().ToUpperInvariant(),
            ["clips"] = request.Clips.Count,
            ["concatenation"] = options.Concatenation.ToString().ToLowerInvariant(),
            ["output_uri"] = StitchJob.Uri(options, request.Target),
        };
        if (job.Status == JobStatus.Error)
        {
            (data["error_code"], data["error_message"]) = (job.ErrorCode, job.ErrorMessage);
        }

        log.Write(new PipelineEvent(time.GetUtcNow().UtcDateTime, "mediaconvert_job", data));
    }
}
