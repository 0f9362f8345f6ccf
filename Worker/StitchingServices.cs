using Microsoft.Extensions.DependencyInjection;
using TemporalVideo.Aws;
using TemporalVideo.Aws.MediaConvert;
using TemporalVideo.Hosting.Configuration;
using TemporalVideo.Studio.Film;

namespace TemporalVideo.Worker;

/// <summary>Registers who joins clips, as the configuration chooses.</summary>
public static class StitchingServices
{
    /// <summary>Adds ffmpeg, and for Agent6 MediaConvert where it is chosen.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="settings">Who, and how AWS is reached.</param>
    public static IServiceCollection AddConfiguredStitching(this IServiceCollection services, WorkerSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        services.AddFfmpegStitcher();
        if (settings.Stitching.Choice != Stitching.MediaConvert)
        {
            return services;
        }

        services.Configure<AwsOptions>(options => Apply(settings, options));
        services.Configure<MediaConvertOptions>(options => Apply(settings, options));
        return services.AddMediaConvertStitcher();
    }

    /// <summary>Looks whether MediaConvert could be used, and changes nothing.</summary>
    /// <param name="settings">How it is reached.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    /// <returns>Whether it could, and what was found or is to be done.</returns>
    public static async Task<(bool IsUsable, string Text)> CheckMediaConvertAsync(
        WorkerSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var (aws, options) = (new AwsOptions(), new MediaConvertOptions());
        Apply(settings, aws);
        Apply(settings, options);
        var state = await MediaConvertCheck.RunAsync(aws, options, cancellationToken);
        return (state.IsUsable, state.Text);
    }

    private static void Apply(WorkerSettings settings, AwsOptions options) =>
        (options.Profile, options.Region, options.Endpoint) = (settings.Aws.Profile, settings.Aws.Region, settings.Aws.Endpoint);

    private static void Apply(WorkerSettings settings, MediaConvertOptions options)
    {
        var chosen = settings.Stitching.MediaConvert;
        options.Bucket = settings.S3?.Bucket ?? "";
        (options.Role, options.Queue) = (chosen.Role, chosen.Queue);
        options.Endpoint = chosen.Endpoint.Length > 0 ? chosen.Endpoint : settings.Aws.Endpoint;
        options.Concatenation = chosen.Fade ? Concatenation.Fade : Concatenation.Simple;
        options.Period = TimeSpan.FromSeconds(chosen.PollSeconds);
    }
}
