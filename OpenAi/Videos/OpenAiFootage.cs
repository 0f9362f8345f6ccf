using System.Globalization;
using System.Security.Cryptography;
using TemporalVideo.OpenAi.Calls;
using TemporalVideo.Studio.Film;
using TemporalVideo.Studio.Motion.Footage;
using TemporalVideo.Studio.Providers;

namespace TemporalVideo.OpenAi.Videos;

/// <summary>
/// Has a video model set a picture in motion: a job that is ordered and paid once, and asked for until it is done. Who comes back after a
/// crash, or with the same picture in another session, finds the job, and then the film.
/// </summary>
/// <param name="service">Who films.</param>
/// <param name="options">With which model.</param>
/// <param name="circuit">Whether it is worth asking.</param>
/// <param name="time">The clock.</param>
public sealed class OpenAiFootage(OpenAiService service, OpenAiFootageOptions options, Circuit circuit, TimeProvider time)
    : IFootageMaker
{
    /// <inheritdoc/>
    public string Identity => $"{service.Name}/{options.Model}/1";

    /// <inheritdoc/>
    public async Task FilmAsync(FootageOrder order, string file, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var (width, height) = options.SizeFor(order.Room.Width, order.Room.Height);
        var seconds = options.SecondsFor(order.Seconds);
        var wanted = new VideoOrder(options.Model, order.Prompt, (width, height), seconds, FootageFit.Frame(order, width, height));
        var ordered = Call(seconds, seconds * options.Price(width, height), CallKey.Of(
            [Identity, $"{width}x{height}", seconds.ToString(CultureInfo.InvariantCulture), order.Prompt,
                Convert.ToHexStringLower(SHA256.HashData(wanted.Picture))]));
        var job = await circuit.WatchAsync(() => service.PayAsync(
            ordered, token => OrderAsync(wanted, ordered, token), cancellationToken));

        // What was made is fetched for nothing, as often as it takes, and is a product as well: the service does not keep it for long.
        var fetched = Call(0, 0, CallKey.Of([Identity, job])) with { IsKnownAgain = true };
        ReadOnlyMemory<byte> film;
        try
        {
            film = await circuit.WatchAsync(() => service.PayAsync(
                fetched, token => FetchAsync(job, progress, token), cancellationToken));
        }
        catch (ProviderException failure) when (failure.Kind is ProviderFailure.Refused or ProviderFailure.Rejected)
        {
            // The job has failed, or is not kept any more: who tries again orders another.
            await service.DiscardAsync(ordered, cancellationToken);
            throw;
        }

        await WholeFile.WriteAsync(file, part => File.WriteAllBytesAsync(part, film.ToArray(), cancellationToken));
    }

    private PaidCall Call(int seconds, decimal price, string key) => new()
    {
        Provider = service.Name,
        Model = options.Model,
        Capability = Capability.Clips,
        Units = seconds,
        Unit = "second",
        Price = price,
        Key = key,
    };

    private async Task<PaidAnswer<string>> OrderAsync(VideoOrder wanted, PaidCall call, CancellationToken cancellationToken)
    {
        var (job, id) = await VideoCalls.CreateAsync(service.Videos(), wanted, cancellationToken);
        return new PaidAnswer<string>(job.Id, call.Units, call.Price, id);
    }

    private async Task<PaidAnswer<ReadOnlyMemory<byte>>> FetchAsync(
        string id, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var videos = service.Videos();
        while (true)
        {
            var job = await VideoCalls.GetAsync(videos, id, cancellationToken);
            progress?.Report(job.Share);
            if (job.Failure is { } failure)
            {
                throw new ProviderException(
                    service.Name, ProviderFailure.Refused,
                    $"{service.Name} ordered the video {id} and could not make it: {failure} It may have been charged.");
            }

            if (job.IsDone)
            {
                return new PaidAnswer<ReadOnlyMemory<byte>>(
                    await VideoCalls.DownloadAsync(videos, id, cancellationToken), 0, 0, null);
            }

            await Task.Delay(options.BetweenLooks, time, cancellationToken);
        }
    }
}
