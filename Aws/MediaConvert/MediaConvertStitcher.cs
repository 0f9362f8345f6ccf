using Amazon.Runtime;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TemporalVideo.Aws.Iam;
using TemporalVideo.Storage.Events;
using TemporalVideo.Storage.Objects;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Aws.MediaConvert;

/// <summary>
/// Joins clips by jobs of AWS Elemental MediaConvert (R-B6). An order is remembered before it is sent and its job after: whatever dies in
/// between, the job is found again, and no second one is ordered while the first may still become the result.
/// </summary>
internal sealed partial class MediaConvertStitcher : IStoreStitcher, IDisposable
{
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan OrderLimit = TimeSpan.FromMinutes(2);

    private readonly MediaConvertOptions _options;
    private readonly IObjectStore _store;
    private readonly JobEvents _events;
    private readonly TimeProvider _time;
    private readonly ILogger<MediaConvertStitcher> _logger;
    private readonly MediaConvertRole _role;
    private readonly Lazy<MediaConvertClient> _client;

    public MediaConvertStitcher(
        IOptions<AwsOptions> aws, IOptions<MediaConvertOptions> options, IObjectStore store, IEventLog events, TimeProvider time,
        ILogger<MediaConvertStitcher> logger)
    {
        (_options, _store, _time, _logger) = (options.Value, store, time, logger);
        _events = new JobEvents(events, time, _options);
        _role = new MediaConvertRole(aws.Value, _options);
        _client = new Lazy<MediaConvertClient>(() => new MediaConvertClient(aws.Value, _options.Endpoint));
    }

    public string Identity => $"mediaconvert/{_options.Concatenation.ToString().ToLowerInvariant()}/1";

    public Task StitchAsync(StoreStitchRequest request, IProgress<double> progress, CancellationToken cancellationToken) =>
        request.Clips.Count > StitchJob.MostClips
            ? throw new StitchJobException(
                $"MediaConvert joins at most {StitchJob.MostClips} clips in a job; the video has {request.Clips.Count}. Set 'stitching: "
                    + "ffmpeg' in config/worker.yaml for it.", tryAgain: false)
            : JobFailures.ToldAsync(async () =>
            {
                var (role, changes) = await _role.EnsureAsync(cancellationToken);
                if (changes.Count > 0)
                {
                    LogRoleChanged(_options.Role, string.Join(", ", changes));
                }

                var job = await OrderedAsync(request, cancellationToken)
                    ?? await OrderAsync(request, role, isNewRole: changes.Count > 0, cancellationToken);
                await WaitAsync(request, job, isNewRole: changes.Count > 0, progress, cancellationToken);
            });

    public async Task AbandonAsync(StoreStitchRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if (await OrderedAsync(request, cancellationToken) is { HasEnded: false } job)
            {
                await _client.Value.CancelAsync(job.Id, cancellationToken);
                _events.Write(request, job with { Status = JobStatus.Canceled });
            }
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or ObjectStoreException
            or HttpRequestException or OperationCanceledException)
        {
            LogNotCancelled(request.Target, failure);
        }
    }

    public void Dispose()
    {
        _role.Dispose();
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    /// <summary>The job of an earlier order that may still become the result, or is it; null when there is none.</summary>
    private async Task<MediaConvertJob?> OrderedAsync(StoreStitchRequest request, CancellationToken cancellationToken)
    {
        if (await StitchOrder.ReadAsync(_store, request, cancellationToken) is not { } order)
        {
            return null;
        }

        var job = order.JobId is { } id
            ? await _client.Value.FindAsync(id, cancellationToken)
            : await FindByTokenAsync(order.Token(request.Target), cancellationToken);
        return job is { Status: JobStatus.Canceled or JobStatus.Error } ? null : job;
    }

    /// <summary>Looks for an order that may not have arrived among the latest jobs: a few pages are those of its time.</summary>
    private async Task<MediaConvertJob?> FindByTokenAsync(string token, CancellationToken cancellationToken)
    {
        const int Pages = 10;
        string? next = null;
        for (var page = 0; page < Pages; page++)
        {
            (var found, next) = await _client.Value.ListAsync(next, cancellationToken);
            if (found.FirstOrDefault(job => job.Token == token) is { } job)
            {
                return job;
            }

            if (string.IsNullOrEmpty(next))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Once it is sent the order is not given up in the middle: its job would be lost.</summary>
    private async Task<MediaConvertJob> OrderAsync(
        StoreStitchRequest request, string role, bool isNewRole, CancellationToken cancellationToken)
    {
        if (_options.Concatenation == Concatenation.Fade)
        {
            await _store.PutAsync(request.Black, BlackPicture.Png, ObjectTags.None, cancellationToken);
        }

        // One whose job is unknown has not arrived: the same token makes sure of it for a minute, the list of jobs for longer.
        var order = await StitchOrder.ReadAsync(_store, request, cancellationToken) switch
        {
            null => new StitchOrder(request.Fingerprint, 1),
            { JobId: null } unknown => unknown,
            var ended => ended.Again(),
        };
        await order.KeepAsync(_store, request, cancellationToken);
        using var limit = new CancellationTokenSource(OrderLimit, _time);
        try
        {
            var job = await _client.Value.CreateAsync(
                StitchJob.Of(request, _options, role, order.Token(request.Target)), limit.Token);
            await (order with { JobId = job.Id }).KeepAsync(_store, request, limit.Token);
            _events.Write(request, job);
            return job;
        }
        catch (AmazonServiceException failure) when (isNewRole && failure.ErrorCode is "BadRequestException" or "ForbiddenException")
        {
            throw JobFailures.RoleIsNew(_options.Role, failure);
        }
    }

    private async Task WaitAsync(
        StoreStitchRequest request, MediaConvertJob job, bool isNewRole, IProgress<double> progress, CancellationToken cancellationToken)
    {
        for (; !job.HasEnded; job = await AskAsync(job, cancellationToken))
        {
            progress.Report((job.Percent ?? 0) / 100.0);
            await Task.Delay(_options.Period, _time, cancellationToken);
        }

        _events.Write(request, job);
        if (job.Status != JobStatus.Complete)
        {
            LogFailed(job.Id, job.Status, job.ErrorCode, job.ErrorMessage);
            throw isNewRole && JobFailures.IsOfRole(job) ? JobFailures.RoleIsNew(_options.Role, JobFailures.Of(job)) : JobFailures.Of(job);
        }

        progress.Report(1);
    }

    /// <summary>A service that does not answer for a moment does not end the waiting: the job goes on all the same.</summary>
    private async Task<MediaConvertJob> AskAsync(MediaConvertJob job, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.Value.FindAsync(job.Id, cancellationToken)
                ?? throw new StitchJobException($"MediaConvert no longer knows the job {job.Id} that it was given.", tryAgain: true);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && JobFailures.MayPass(failure))
        {
            LogNoAnswer(job.Id, failure);
            await Task.Delay(BusyPause, _time, cancellationToken);
            return job;
        }
    }

    [LoggerMessage(EventId = 810, Level = LogLevel.Warning, Message = "The role {Role} was not as MediaConvert needs it; now {Changes}")]
    private partial void LogRoleChanged(string role, string changes);

    [LoggerMessage(EventId = 811, Level = LogLevel.Error, Message = "The MediaConvert job {Job} ended as {Status}: {Code} {Reason}")]
    private partial void LogFailed(string job, JobStatus status, int? code, string reason);

    [LoggerMessage(EventId = 812, Level = LogLevel.Warning, Message = "MediaConvert does not tell how far the job {Job} is")]
    private partial void LogNoAnswer(string job, Exception failure);

    [LoggerMessage(EventId = 813, Level = LogLevel.Warning, Message = "The MediaConvert job for {Target} could not be cancelled")]
    private partial void LogNotCancelled(string target, Exception failure);
}
